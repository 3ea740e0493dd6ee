import Estimation

/// Whether groups found in one half of the people stand apart in the other half.
///
/// On the line between the centres of two groups, people outside the half that found them must show two modes: data of a
/// single mode, however skewed or heavy-tailed, do not. The null distribution of the dip is the uniform one's, the least
/// favourable of those with one mode (Hartigan & Hartigan 1985).
struct Separation: Sendable {
  /// Draws of the uniform distribution; the smallest p value is 1/(draws + 1).
  static let draws = 199

  /// The largest p value over the groups, each against its nearest one; 1 when a group is missing in the second half.
  ///
  /// - Parameters:
  ///   - matrix: standardised answers.
  ///   - dithered: the same, each answer spread evenly over its step of the scale, so that few items make no false modes.
  static func pValue(
    _ matrix: OpinionMatrix, dithered: OpinionMatrix, clusterCount: Int, random: inout SplitMix
  ) -> Double {
    let order = Array(0..<matrix.count).shuffled(using: &random)
    let half = matrix.selecting(Array(order.prefix(matrix.count / 2)))
    let others = Array(order.dropFirst(matrix.count / 2))
    guard half.count > clusterCount else { return 1 }
    let fit = KMeans(half, clusterCount: clusterCount).fit(starts: 5, random: &random)
    let seen = KMeans(matrix.selecting(others), clusterCount: clusterCount).assigned(to: fit.centres)
    var largest = 0.0
    for (group, other) in nearestPairs(fit.centres, clusterCount: clusterCount, laneCount: matrix.laneCount) {
      let members = others.indices.filter { [group, other].contains(Int(seen.labels[$0])) }.map { others[$0] }
      let line = (0..<matrix.width).map { item in
        let (lane, place) = (item / 4, item % 4)
        return fit.centres[other * matrix.laneCount + lane][place] - fit.centres[group * matrix.laneCount + lane][place]
      }
      let values = dithered.selecting(members).projected(on: line).sorted()
      largest = max(largest, pValue(ofSorted: values, random: &random))
    }
    return largest
  }

  /// The share of uniform samples whose dip is as large.
  static func pValue(ofSorted values: [Double], random: inout SplitMix) -> Double {
    let observed = DipStatistic.dip(ofSorted: values)
    var exceeding = 0
    for _ in 0..<draws {
      let uniform = values.map { _ in Double.random(in: 0..<1, using: &random) }.sorted()
      if DipStatistic.dip(ofSorted: uniform) >= observed { exceeding += 1 }
    }
    return Double(exceeding + 1) / Double(draws + 1)
  }

  /// Each group with its nearest one, every pair once.
  private static func nearestPairs(
    _ centres: [SIMD4<Double>], clusterCount: Int, laneCount: Int
  ) -> [(Int, Int)] {
    func distance(_ first: Int, _ second: Int) -> Double {
      (0..<laneCount).reduce(0) { sum, lane in
        let difference = centres[first * laneCount + lane] - centres[second * laneCount + lane]
        return sum + (difference * difference).sum()
      }
    }
    var pairs: [(Int, Int)] = []
    for group in 0..<clusterCount {
      let others = (0..<clusterCount).filter { $0 != group }
      guard let nearest = others.min(by: { distance(group, $0) < distance(group, $1) }) else { continue }
      let pair = (min(group, nearest), max(group, nearest))
      if !pairs.contains(where: { $0 == pair }) { pairs.append(pair) }
    }
    return pairs
  }
}

extension OpinionMatrix {
  /// Standardised answers, each moved by a random part of half a step of its scale in either direction; missing ones are
  /// not.
  init(dithering answers: OpinionAnswers, scales: [ItemScale], random: inout SplitMix) {
    var rows = OpinionMatrix(answers, scales: scales)
    for (item, scale) in scales.enumerated() where scale.deviation > 0 {
      for record in 0..<answers.recordCount where answers.points[item][record] != OpinionAnswers.missing {
        rows.move(record, item, by: Double.random(in: -0.5..<0.5, using: &random) / scale.deviation)
      }
    }
    self = rows
  }
}
