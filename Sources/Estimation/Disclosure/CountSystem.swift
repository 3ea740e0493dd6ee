import LinearPrograms

/// Counts that are not published, and everything published that holds of them.
///
/// Its solutions are the tables that a reader cannot tell from the true one.
struct CountSystem {
  /// The true counts; nil for counts that only link others and are not known themselves.
  private(set) var truths: [Double?] = []
  private var limits: [ClosedRange<Double>] = []
  private var rows: [LinearProgram.Row] = []

  /// Solutions of linear programs meet constraints up to this.
  private static let tolerance = 1e-6

  /// Adds a hidden count; its position.
  mutating func add(_ truth: Double?, in range: ClosedRange<Double>) -> Int {
    truths.append(truth)
    limits.append(range)
    return truths.count - 1
  }

  /// Adds what is known of a sum of hidden counts; a sum without terms says nothing.
  mutating func require(_ terms: [(column: Int, coefficient: Double)], in range: ClosedRange<Double>) {
    // Weighted totals may be large; rows of one size keep one tolerance for all.
    let scale = terms.reduce(0) { max($0, abs($1.coefficient)) }
    guard scale > 0 else { return }
    rows.append(
      LinearProgram.Row(
        terms.map { ($0.column, $0.coefficient / scale) }, in: range.lowerBound / scale...range.upperBound / scale))
  }

  /// Adds a published sum of hidden counts.
  mutating func require(_ terms: [(column: Int, coefficient: Double)], equals value: Double) {
    require(terms, in: value...value)
  }

  /// The whole numbers a hidden count can be: the interval over all solutions, rounded inwards; nil where the linear
  /// program found no end.
  ///
  /// - Complexity: two linear programs.
  func interval(of column: Int) -> ClosedRange<Double>? {
    var program = program
    guard let low = program.optimum(of: [(column, 1)], isLargest: false),
      let high = program.optimum(of: [(column, 1)], isLargest: true)
    else { return nil }
    let ends = ((low.value - Self.tolerance).rounded(.up), (high.value + Self.tolerance).rounded(.down))
    return ends.0 <= ends.1 ? ends.0...ends.1 : nil
  }

  /// Those hidden counts whose interval is narrower than their width, or could not be found.
  ///
  /// Each solution found shows a value of every count, so that few linear programs prove many intervals wide.
  /// - Complexity: at most two linear programs per target.
  func exposed(among targets: [(column: Int, width: Double)]) -> [Int] {
    if targets.isEmpty { return [] }
    var low = truths.map { $0 ?? .infinity }
    var high = truths.map { $0 ?? -.infinity }
    func isWide(_ target: (column: Int, width: Double)) -> Bool {
      let ends = (low[target.column] - Self.tolerance, high[target.column] + Self.tolerance)
      return ends.1.rounded(.down) - ends.0.rounded(.up) >= target.width
    }
    var program = program
    return targets.filter { target in
      for isLargest in [true, false] where !isWide(target) {
        guard let solution = program.optimum(of: [(target.column, 1)], isLargest: isLargest) else { continue }
        for (column, value) in solution.columns.enumerated() {
          low[column] = min(low[column], value)
          high[column] = max(high[column], value)
        }
      }
      return !isWide(target)
    }.map(\.column)
  }

  private var program: LinearProgram { LinearProgram(columns: limits, rows: rows) }
}
