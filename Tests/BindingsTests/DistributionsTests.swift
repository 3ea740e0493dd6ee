import Distributions
import Testing

/// Quantiles and tails against R 4 (`qt`, `qnorm`, `pf`, `pchisq`, `qbeta`, `pt`), 17 digits.
@Suite("Distributions")
struct DistributionsTests {
  static func isClose(_ value: Double?, _ expected: Double) -> Bool {
    guard let value else { return false }
    return abs(value - expected) <= 1e-12 * abs(expected)
  }

  @Test(
    "quantiles of Student's t",
    arguments: [
      (1.0, 12.706204736174694), (2, 4.3026527297494619), (14, 2.1447866879178039), (100, 1.9839715185235516),
      (1e6, 1.9599663568141066), (.infinity, 1.9599639845400536),
    ])
  func studentT(degreesOfFreedom: Double, expected: Double) {
    #expect(Self.isClose(StudentT.quantile(0.975, degreesOfFreedom: degreesOfFreedom), expected))
  }

  @Test("quantiles of the normal and the beta distribution")
  func quantiles() {
    #expect(Self.isClose(StandardNormal.quantile(1e-10), -6.3613409024040557))
    #expect(Self.isClose(StandardNormal.quantile(0.995), 2.5758293035488999))
    #expect(Self.isClose(BetaDistribution.quantile(0.025, 0.7, 9.9), 0.0004611566037706885))
    #expect(Self.isClose(BetaDistribution.quantile(0.975, 12.3, 3.1), 0.95149368749850594))
  }

  @Test("upper tails")
  func tails() {
    #expect(Self.isClose(FDistribution.upperTail(3.7, numerator: 3.5, denominator: 50.7), 0.013251045525869415))
    #expect(Self.isClose(ChiSquared.upperTail(200, degreesOfFreedom: 24), 1.0457262607030485e-29))
    #expect(Self.isClose(StudentT.upperTail(12, degreesOfFreedom: 1.5), 0.009021014637013932))
  }

  @Test("arguments outside the domain give nil, never a crash")
  func outside() {
    #expect(StudentT.quantile(0, degreesOfFreedom: 3) == nil)
    #expect(StudentT.quantile(1, degreesOfFreedom: 3) == nil)
    #expect(StudentT.quantile(.nan, degreesOfFreedom: 3) == nil)
    #expect(StudentT.quantile(0.5, degreesOfFreedom: -1) == nil)
    #expect(StudentT.quantile(0.975, degreesOfFreedom: 0) == nil)
    #expect(BetaDistribution.quantile(0.5, 0, 1) == nil)
    #expect(FDistribution.upperTail(-1, numerator: 1, denominator: 1) == nil)
    #expect(ChiSquared.quantile(2, degreesOfFreedom: 1) == nil)
    #expect(StandardNormal.upperTail(.nan) == nil)
  }
}
