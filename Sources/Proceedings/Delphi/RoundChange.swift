/// How the ratings of one item changed from one round to the next, of the group and of its members.
///
/// Consensus and stability are two questions: a group may be stable and divided (Dajani, Sincoff & Talley 1979). Stability
/// of the group is judged by the net change of its distribution (Scheibe, Skutsch & Schofer 1975: below 15 % is stable) and
/// the change of the coefficient of variation; that of members, whose ratings of both rounds are known by a panel key, by
/// Wilcoxon's signed-rank test and McNemar's test (for panels of fewer than 30; Kalaian & Kasim 2012) and weighted kappa
/// (Holey et al. 2007). Overviews: von der Gracht 2012.
public struct RoundChange: Sendable, Hashable {
  /// The ratings of the first round.
  public let before: RoundRatings
  /// The ratings of the second round.
  public let after: RoundRatings
  /// The points, from 0, of those who rated in both rounds.
  public let pairs: [Pair]
  /// The points, from 0, that count as agreement.
  public let agreement: [Int]

  /// The ratings of one member.
  public struct Pair: Sendable, Hashable {
    /// The point in the first round, from 0.
    public var before: Int
    /// The point in the second round, from 0.
    public var after: Int

    /// Creates a pair.
    public init(before: Int, after: Int) {
      self.before = before
      self.after = after
    }
  }

  /// The net change below which a group is taken to be stable.
  public static let stableChange = 0.15

  /// Creates the change between two rounds on one scale.
  public init(before: RoundRatings, after: RoundRatings, pairs: [Pair] = [], agreement: [Int] = []) {
    self.before = before
    self.after = after
    self.pairs = pairs
    self.agreement = agreement
  }

  /// The part 0…1 of the ratings that would have to move to make one distribution the other, ½ Σ|p₂ − p₁|; nil when a
  /// round has no ratings.
  public var netChange: Double? {
    guard let before = before.shares, let after = after.shares, before.count == after.count else { return nil }
    return zip(before, after).reduce(0) { $0 + abs($1.1 - $1.0) } / 2
  }

  /// Whether the group is stable; nil when a round has no ratings.
  public var isStable: Bool? { netChange.map { $0 < Self.stableChange } }

  /// The coefficient of variation of the second round less that of the first; nil when one is missing.
  public var variationChange: Double? {
    before.variation.flatMap { before in after.variation.map { $0 - before } }
  }

  /// The p value of Wilcoxon's signed-rank test; nil when no member changed.
  public var wilcoxon: Double? { RankTest.wilcoxon(pairs.map { $0.after - $0.before }) }

  /// The p value of McNemar's exact test of agreement; nil when no member changed sides.
  public var mcNemar: Double? { RankTest.mcNemar(sides.toAgreement, sides.fromAgreement) }

  /// How many members came to agree, and how many ceased to.
  public var sides: (toAgreement: Int, fromAgreement: Int) {
    let agrees = Set(agreement)
    return (
      pairs.count { !agrees.contains($0.before) && agrees.contains($0.after) },
      pairs.count { agrees.contains($0.before) && !agrees.contains($0.after) }
    )
  }

  /// Cohen's kappa of the members' two ratings with quadratic weights (Cohen 1968): 1 − Σ(i−j)²o / Σ(i−j)²e; nil when
  /// no chance disagreement is possible.
  public var weightedKappa: Double? {
    let points = max(before.counts.count, after.counts.count)
    var rows = [Double](repeating: 0, count: points)
    var columns = rows
    var observed = 0.0
    var count = 0.0
    for pair in pairs where rows.indices.contains(pair.before) && rows.indices.contains(pair.after) {
      rows[pair.before] += 1
      columns[pair.after] += 1
      let distance = Double(pair.after - pair.before)
      observed += distance * distance
      count += 1
    }
    var expected = 0.0
    for row in rows.indices where rows[row] > 0 {
      for column in columns.indices {
        let distance = Double(column - row)
        expected += distance * distance * rows[row] * columns[column] / count
      }
    }
    return expected > 0 ? 1 - observed / expected : nil
  }
}
