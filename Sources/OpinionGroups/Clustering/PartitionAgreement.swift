/// How far two partitions of the same people agree.
public enum PartitionAgreement {
  /// The adjusted Rand index (Hubert & Arabie 1985): 1 for the same partition, about 0 for chance.
  ///
  /// - Returns: 1 when both partitions have one group, or each person alone.
  public static func adjustedRand(_ first: [UInt8], _ second: [UInt8]) -> Double {
    let table = Contingency(first, second)
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
    let joint = table.cells.values.reduce(0) { $0 + pairs($1) }
    let left = table.first.values.reduce(0) { $0 + pairs($1) }
    let right = table.second.values.reduce(0) { $0 + pairs($1) }
    let expected = first.count < 2 ? 0 : left * right / pairs(first.count)
    let largest = (left + right) / 2
    return largest == expected ? 1 : (joint - expected) / (largest - expected)
  }

  /// By group of the first partition: the largest Jaccard index with a group of the second (Hennig 2007).
  static func jaccard(_ first: [UInt8], _ second: [UInt8], groupCount: Int) -> [Double] {
    let table = Contingency(first, second)
    var best = [Double](repeating: 0, count: groupCount)
    for (pair, count) in table.cells {
      let group = pair / 256
      let union = table.first[group, default: 0] + table.second[pair % 256, default: 0] - count
      best[group] = max(best[group], Double(count) / Double(max(1, union)))
    }
    return best
  }

  private struct Contingency {
    var cells: [Int: Int] = [:]
    var first: [Int: Int] = [:]
    var second: [Int: Int] = [:]

    init(_ left: [UInt8], _ right: [UInt8]) {
      for (one, other) in zip(left, right) {
        cells[Int(one) * 256 + Int(other), default: 0] += 1
        first[Int(one), default: 0] += 1
        second[Int(other), default: 0] += 1
      }
    }
  }
}
