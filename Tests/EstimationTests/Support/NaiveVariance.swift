/// The linearised variance straight from its formula, record by record: the oracle for what works on cells.
struct NaiveVariance {
  var strata: [String]
  /// PSU of each record; nil: each record its own.
  var primaries: [String]?
  var secondaries: [String]?
  /// Population sizes of the first and second stage; empty: with replacement.
  var sizes: [[Double]] = []

  /// The variance of the sum of scores.
  func variance(_ scores: [Double]) -> Double {
    var total = 0.0
    for stratum in Set(strata) {
      let members = strata.indices.filter { strata[$0] == stratum }
      let units = groups(members, by: primaries)
      let sums = units.map { $0.reduce(0) { $0 + scores[$1] } }
      let count = Double(sums.count)
      let fraction = sizes.isEmpty ? 0 : count / sizes[0][members[0]]
      total += (1 - fraction) * count / (count - 1) * Self.squares(sums)
      guard sizes.count > 1 else { continue }
      for unit in units {
        let parts = groups(unit, by: secondaries).map { $0.reduce(0) { $0 + scores[$1] } }
        let second = Double(parts.count)
        if second < 2 { continue }
        total += fraction * (1 - second / sizes[1][unit[0]]) * second / (second - 1) * Self.squares(parts)
      }
    }
    return total
  }

  private func groups(_ members: [Int], by names: [String]?) -> [[Int]] {
    guard let names else { return members.map { [$0] } }
    return Array(Dictionary(grouping: members) { names[$0] }.values)
  }

  private static func squares(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }
}
