import Testing

@testable import Proceedings

/// Requirements: the figures of a round and of the change between two, worked by hand; none where there is nothing to tell.
@Suite("Rounds of a Delphi panel")
struct RoundChangeTests {
  typealias Pair = RoundChange.Pair

  @Test("Median, quartiles, mean and variation of one round")
  func round() throws {
    let round = RoundRatings(counts: [1, 1, 2, 4, 2])
    #expect((round.count, round.mean, round.quantile(0.5)) == (10, 3.5, 4))
    #expect((round.quantile(0.25), round.quantile(0.75), round.interquartileRange) == (3, 4, 1))
    // Σ(x − 3.5)² = 6.25 + 2.25 + 0.5 + 1 + 4.5 = 14.5.
    #expect(abs(try #require(round.variation) - (14.5 / 9).squareRoot() / 3.5) < 1e-15)
    #expect(abs(try #require(round.share(of: [3, 4])) - 0.6) < 1e-15)
    #expect(RoundRatings(counts: [0, 2, 0, 2, 0]).quantile(0.5) == 3, "between two points")
    let nobody = RoundRatings(counts: [0, 0])
    #expect(nobody.mean == nil && nobody.variation == nil && nobody.quantile(0.5) == nil && nobody.shares == nil)
    #expect(RoundRatings(counts: [0, 1]).variation == nil)
  }

  @Test("Net change, kappa and sides of ten members by hand")
  func change() throws {
    // Ten members; three move 3 → 4, one 4 → 5, one 2 → 4, one 4 → 3, the others stay.
    let pairs = [
      Pair(before: 2, after: 3), Pair(before: 2, after: 3), Pair(before: 2, after: 3), Pair(before: 3, after: 4),
      Pair(before: 1, after: 3), Pair(before: 3, after: 2), Pair(before: 3, after: 3), Pair(before: 3, after: 3),
      Pair(before: 4, after: 4), Pair(before: 0, after: 0),
    ]
    let change = RoundChange(
      before: RoundRatings(counts: [1, 1, 3, 4, 1]), after: RoundRatings(counts: [1, 0, 1, 6, 2]), pairs: pairs,
      agreement: [3, 4])
    // |0| + |−1| + |−2| + |2| + |1| = 6 of 10, halved.
    #expect(abs(try #require(change.netChange) - 0.3) < 1e-15)
    #expect(change.isStable == false)
    #expect(change.sides == (4, 1))
    // 1 of 5 either way: (1 + 5)/32, twice.
    #expect(change.mcNemar == 12.0 / 32)
    // Differences 1 ×5 (one of them down), 2 ×1: ranks 3 ×5 and 6; observed low sum 3.
    #expect(change.wilcoxon == 2 * 6.0 / 64)
    // Observed Σ(i−j)² = 3 + 1 + 4 + 1 = 9. Expected Σ(i−j)² n_i m_j / 10:
    // rows 1,1,3,4,1; columns 1,0,1,6,2: (0+4+54+32) + (1+1+24+18) + 3(4+0+6+8) + 4(9+1+0+2) + (16+4+6+0) = 262.
    #expect(abs(try #require(change.weightedKappa) - (1 - 9 / 26.2)) < 1e-12)
  }

  @Test("A round without ratings, members who never changed")
  func degenerate() {
    let empty = RoundChange(before: RoundRatings(counts: [0, 0]), after: RoundRatings(counts: [1, 2]))
    #expect(empty.netChange == nil && empty.isStable == nil && empty.variationChange == nil)
    #expect(empty.wilcoxon == nil && empty.mcNemar == nil && empty.weightedKappa == nil)
    let same = RoundChange(
      before: RoundRatings(counts: [0, 3]), after: RoundRatings(counts: [0, 3]),
      pairs: Array(repeating: Pair(before: 1, after: 1), count: 3), agreement: [1])
    #expect(same.netChange == 0 && same.isStable == true && same.weightedKappa == nil)
  }
}
