import Testing

@testable import Proceedings

/// Requirements:
/// 1. Exact p values equal enumeration by hand.
/// 2. Nobody who changed gives no p value; the normal limit is close to the exact one.
@Suite("Signed ranks")
struct RankTestTests {
  @Test("Wilcoxon's test by hand: all of five one way, ties, differences of 0")
  func wilcoxon() {
    // All of 5 upwards: 1 of 32 sign patterns on either side.
    #expect(RankTest.wilcoxon([1, 2, 3, 4, 5]) == 2.0 / 32)
    #expect(RankTest.wilcoxon([0, 0, 1, 2, 3, 4, 5, 0]) == 2.0 / 32, "zeros are left out")
    // Ranks 1.5, 1.5, 3: sums 0, 1.5, 1.5, 3, 3, 4.5, 4.5, 6; the observed 1.5 has 3 at or below of 8.
    #expect(RankTest.wilcoxon([1, -1, -2]) == 2 * 3.0 / 8)
    #expect(RankTest.wilcoxon([1, -1]) == 1)
    #expect(RankTest.wilcoxon([0, 0]) == nil && RankTest.wilcoxon([]) == nil)
  }

  @Test("McNemar's exact test is the binomial of those who changed sides")
  func mcNemar() {
    #expect(RankTest.mcNemar(5, 0) == 2.0 / 32)
    // 1 of 6: (1 + 6)/64, twice.
    #expect(RankTest.mcNemar(1, 5) == 14.0 / 64)
    #expect(RankTest.mcNemar(3, 3) == 1)
    #expect(RankTest.mcNemar(0, 0) == nil)
  }

  @Test("Beyond the enumeration the normal distribution takes over without a break")
  func normal() throws {
    let exact = try #require(RankTest.mcNemar(85, 115))
    let normal = try #require(RankTest.mcNemar(86, 116))
    #expect(abs(exact - normal) < 0.01, "\(exact) \(normal)")
    #expect(RankTest.mcNemar(500, 500) == 1)
  }
}
