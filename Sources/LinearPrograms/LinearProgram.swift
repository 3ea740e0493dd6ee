import CClp

/// Linear constraints on unknown numbers, over which linear functions are made as large or as small as can be.
///
/// Solved by the simplex method of COIN-OR CLP; a program changed in its objective only starts where the last one ended.
@safe
public struct LinearProgram: ~Copyable {
  private let model: UnsafeMutableRawPointer?
  private let columnCount: Int

  /// One constraint: a sum of unknowns times coefficients that lies in a range.
  public struct Row: Sendable {
    /// The unknowns, each at most once, with their coefficients.
    public var terms: [(column: Int, coefficient: Double)]
    /// What the sum lies in.
    public var range: ClosedRange<Double>

    /// Creates a constraint.
    public init(_ terms: [(column: Int, coefficient: Double)], in range: ClosedRange<Double>) {
      self.terms = terms
      self.range = range
    }
  }

  /// Where an objective is best.
  public struct Solution: Sendable {
    /// The objective's value there.
    public var value: Double
    /// The unknowns there.
    public var columns: [Double]
  }

  /// Loads a program.
  ///
  /// - Parameters:
  ///   - columns: the range of each unknown; `Double.greatestFiniteMagnitude` stands for no limit.
  ///   - rows: the constraints; terms of unknowns that do not exist are left out.
  /// - Complexity: O(columns + terms).
  public init(columns: [ClosedRange<Double>], rows: [Row]) {
    columnCount = columns.count
    var terms = [[(row: Int32, value: Double)]](repeating: [], count: columns.count)
    for (number, row) in rows.enumerated() {
      for term in row.terms where columns.indices.contains(term.column) {
        terms[term.column].append((Int32(number), term.coefficient))
      }
    }
    var starts: [Int32] = [0]
    for column in terms { starts.append((starts.last ?? 0) + Int32(column.count)) }
    let model = unsafe Clp_newModel()
    unsafe self.model = model
    guard let model = unsafe model else { return }
    unsafe Clp_setLogLevel(model, 0)
    unsafe Clp_loadProblem(
      model, Int32(columns.count), Int32(rows.count), starts, terms.flatMap { $0.map(\.row) },
      terms.flatMap { $0.map(\.value) }, columns.map(\.lowerBound), columns.map(\.upperBound),
      [Double](repeating: 0, count: columns.count), rows.map(\.range.lowerBound), rows.map(\.range.upperBound))
    unsafe Clp_setMaximumIterations(model, Int32(clamping: 1000 + 50 * (columns.count + rows.count)))
  }

  deinit { if let model = unsafe model { unsafe Clp_deleteModel(model) } }

  /// The place where an objective is largest or smallest.
  ///
  /// - Parameters:
  ///   - objective: the coefficients of some unknowns; those of others are 0.
  ///   - isLargest: whether the largest is looked for, not the smallest.
  /// - Returns: nil when no place meets the constraints, when there is no limit, or when none was found in
  ///   1,000 + 50 (columns + rows) steps.
  public mutating func optimum(
    of objective: [(column: Int, coefficient: Double)], isLargest: Bool
  ) -> Solution? {
    guard let model = unsafe model else { return nil }
    var coefficients = [Double](repeating: 0, count: columnCount)
    for term in objective where coefficients.indices.contains(term.column) {
      coefficients[term.column] = term.coefficient
    }
    unsafe Clp_chgObjCoefficients(model, coefficients)
    unsafe Clp_setOptimizationDirection(model, isLargest ? -1 : 1)
    _ = unsafe Clp_primal(model, 0)
    guard unsafe Clp_isProvenOptimal(model) != 0, let values = unsafe Clp_getColSolution(model) else { return nil }
    let columns = (0..<columnCount).map { unsafe values[$0] }
    return Solution(value: zip(columns, coefficients).reduce(0) { $0 + $1.0 * $1.1 }, columns: columns)
  }
}
