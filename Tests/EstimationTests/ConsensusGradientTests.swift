import Testing

@testable import Estimation

/// Every linearised score rests on a derivative: each is compared with differences of the measure itself.
@Suite("Derivatives of measures of shares")
struct ConsensusGradientTests {
  /// A measure of shares and its derivative.
  struct Measure: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let value: @Sendable ([Double]) -> Double?
    let gradient: @Sendable ([Double]) -> [Double]?
  }

  static let measures = [
    Measure(testDescription: "Tastle–Wierman", value: TastleWierman.consensus, gradient: TastleWierman.gradient),
    Measure(testDescription: "Leik", value: Leik.dispersion, gradient: Leik.gradient),
    Measure(testDescription: "Blair–Lacy l", value: BlairLacy.concentration, gradient: BlairLacy.gradient),
    Measure(testDescription: "Blair–Lacy l²", value: BlairLacy.squared, gradient: BlairLacy.squaredGradient),
    Measure(
      testDescription: "r_WG", value: { WithinGroupAgreement.single($0, count: 17) },
      gradient: { WithinGroupAgreement.gradient($0, count: 17) }),
  ]

  @Test("moving weight from one answer to another changes a measure as its derivative says", arguments: measures)
  func differences(measure: Measure) throws {
    var generator = SeededGenerator(seed: 11)
    for points in 2...9 {
      let weights = (0..<points).map { _ in Double.random(in: 0.1...1, using: &generator) }
      let shares = weights.map { $0 / weights.reduce(0, +) }
      let gradient = try #require(measure.gradient(shares))
      let step = 1e-6
      for from in 0..<points {
        for to in 0..<points where to != from {
          var up = shares
          up[to] += step
          up[from] -= step
          var down = shares
          down[to] -= step
          down[from] += step
          let high = try #require(measure.value(up))
          let low = try #require(measure.value(down))
          #expect(abs((high - low) / (2 * step) - (gradient[to] - gradient[from])) < 1e-6)
        }
      }
    }
  }

  @Test("l has a corner where answers stand half at each end, and no derivative there")
  func corner() {
    #expect(BlairLacy.concentration([0.5, 0, 0.5]) == 0)
    #expect(BlairLacy.gradient([0.5, 0, 0.5]) == nil)
  }

  @Test("without answers, or on a scale of one point, no measure exists", arguments: measures)
  func degenerate(measure: Measure) {
    #expect(measure.value([]) == nil)
    #expect(measure.value([1]) == nil)
  }
}
