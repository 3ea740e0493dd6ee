/// A table of answers by levels ready for tests of independence: rows and columns that somebody is in.
struct IndependenceTable: Sendable {
  let cells: SlotCells
  /// The respondents.
  var count: Int { cells.count }
  /// PSUs less strata among them.
  let degreesOfFreedom: Double?
  /// The slots by row (level) and column (answer).
  private let slots: [[Int]]
  /// The weighted share of each slot in the whole table.
  let shares: [Double]

  /// The most contrasts (r − 1)(c − 1) of a table: their covariances grow with the square.
  static let mostContrasts = 120

  init(_ joint: JointCells) {
    cells = joint.cells
    degreesOfFreedom = joint.cells.degreesOfFreedom
    let total = joint.cells.total
    let all = (0..<joint.levels.count).map { level in (0..<joint.slotCount).map { level * joint.slotCount + $0 } }
    let totals = joint.cells.totals
    let rows = all.filter { row in row.contains { totals[$0] > 0 } }
    let columns = (0..<joint.slotCount).filter { column in rows.contains { totals[$0[column]] > 0 } }
    slots = rows.map { row in columns.map { row[$0] } }
    shares = total > 0 ? totals.map { $0 / total } : totals
  }

  private var rowCount: Int { slots.count }
  private var columnCount: Int { slots.first?.count ?? 0 }
  /// (r − 1)(c − 1).
  var contrastCount: Int { max(0, rowCount - 1) * max(0, columnCount - 1) }

  /// By row.
  private var rowShares: [Double] { slots.map { row in row.reduce(0) { $0 + shares[$1] } } }
  /// By column.
  private var columnShares: [Double] {
    (0..<columnCount).map { column in slots.reduce(0) { $0 + shares[$1[column]] } }
  }

  /// Pearson's X² of the weighted shares times the number of respondents.
  var pearson: Double {
    let (byRow, byColumn) = (rowShares, columnShares)
    var sum = 0.0
    for (row, line) in slots.enumerated() {
      for (column, slot) in line.enumerated() {
        let expected = byRow[row] * byColumn[column]
        sum += (shares[slot] - expected) * (shares[slot] - expected) / expected
      }
    }
    return Double(count) * sum
  }

  /// By contrast, by slot: (e_k − e_0)(e_l − e_0), a basis of the space of interactions.
  var interactions: [[Double]] {
    contrasts { row, column in
      var contrast = [Double](repeating: 0, count: shares.count)
      contrast[slots[row][column]] = 1
      contrast[slots[row][0]] = -1
      contrast[slots[0][column]] = -1
      contrast[slots[0][0]] = 1
      return contrast
    }
  }

  /// Observed less expected totals, N (p_rc − p_r p_c), of all rows and columns but the first, with their covariances.
  ///
  /// Of totals and not of shares, as in R: where the sum of the weights varies from sample to sample, both differ.
  var residuals: (values: [Double], covariances: [Double])? {
    let total = cells.total
    let (byRow, byColumn) = (rowShares, columnShares)
    let gradients = contrasts { row, column in
      var gradient = [Double](repeating: byRow[row] * byColumn[column], count: shares.count)
      for slot in slots[row] { gradient[slot] -= byColumn[column] }
      for line in slots { gradient[line[column]] -= byRow[row] }
      gradient[slots[row][column]] += 1
      return gradient
    }
    let values = contrasts { row, column in
      total * (shares[slots[row][column]] - byRow[row] * byColumn[column])
    }
    let covariances = cells.covariances(of: gradients) { totals in
      gradients.map { zip($0, totals).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    return covariances.map { (values, $0) }
  }

  private func contrasts<Value>(_ make: (_ row: Int, _ column: Int) -> Value) -> [Value] {
    (1..<max(1, rowCount)).flatMap { row in (1..<max(1, columnCount)).map { make(row, $0) } }
  }

  /// The covariances of Σ_s g_s p̂_s for several gradients g by slot.
  func covariances(ofGradients gradients: [[Double]]) -> [Double]? {
    let total = cells.total
    guard total > 0 else { return nil }
    return cells.covariances(
      of: gradients.map { gradient in
        let mean = zip(gradient, shares).reduce(0) { $0 + $1.0 * $1.1 }
        return gradient.map { ($0 - mean) / total }
      }
    ) { totals in
      let shares = FigureMaker.shares(totals)
      return shares.isEmpty ? nil : gradients.map { zip($0, shares).reduce(0) { $0 + $1.0 * $1.1 } }
    }
  }
}
