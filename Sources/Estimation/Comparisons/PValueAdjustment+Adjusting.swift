extension PValueAdjustment {
  /// The adjusted p values in the same order; nil stays nil and does not count, all are nil without an adjustment.
  package func adjusted(_ values: [Double?]) -> [Double?] {
    let tests = values.indices.compactMap { index in values[index].map { (index: index, value: $0) } }
    let ordered = tests.sorted { ($0.value, $0.index) < ($1.value, $1.index) }
    let count = Double(tests.count)
    var result = [Double?](repeating: nil, count: values.count)
    switch self {
    case .none: break
    case .bonferroni:
      for test in tests { result[test.index] = min(1, test.value * count) }
    case .holm:
      var largest = 0.0
      for (place, test) in ordered.enumerated() {
        largest = max(largest, (count - Double(place)) * test.value)
        result[test.index] = min(1, largest)
      }
    case .benjaminiHochberg:
      var smallest = 1.0
      for (place, test) in ordered.enumerated().reversed() {
        smallest = min(smallest, count / Double(place + 1) * test.value)
        result[test.index] = smallest
      }
    }
    return result
  }
}
