import Distributions
import Estimation

@testable import OpinionGroups

/// Simulated answers on scales of five points whose structure is known.
struct PlantedAnswers {
  var answers: OpinionAnswers
  /// The camp of each record.
  var camps: [UInt8]

  /// What lies behind the answers.
  enum Structure: Sendable {
    /// Every answer by chance.
    case none
    /// One normal factor with this loading.
    case factor(Double)
    /// One evenly spread factor, which has more people at its ends than a normal one.
    case even
    /// One factor with a long tail.
    case skewed
    /// Three normal factors.
    case threeFactors
    /// Some people use the ends of the scale more than others.
    case styles
    /// Camps of these shares whose items differ by 2 × this many standard deviations.
    case camps([Double], Double)
  }

  init(_ structure: Structure, people: Int, items: Int, seed: UInt64) {
    var random = SplitMix(seed: seed, stratum: 77, replicate: 0)
    var normal = NormalStream()
    var columns = [[UInt8]](repeating: [], count: items)
    var camps: [UInt8] = []
    let signs = (0..<6).map { _ in (0..<items).map { _ in Bool.random(using: &random) ? 1.0 : -1.0 } }
    for _ in 0..<people {
      let factors = (0..<3).map { _ in normal.next(&random) }
      let even = Double.random(in: -1.732...1.732, using: &random)
      let tail = 1 + ElementaryFunctions.logarithm(Double.random(in: 1e-9..<1, using: &random))
      let style = ElementaryFunctions.exponential(0.4 * factors[1])
      var camp = 0
      if case .camps(let shares, _) = structure {
        var place = Double.random(in: 0..<1, using: &random)
        for (index, share) in shares.enumerated() {
          camp = index
          place -= share
          if place < 0 { break }
        }
      }
      camps.append(UInt8(camp))
      for item in 0..<items {
        let noise = normal.next(&random)
        let value =
          switch structure {
          case .none: noise
          case .factor(let loading): loading * factors[0] + (1 - loading * loading).squareRoot() * noise
          case .even: 0.8 * even + 0.6 * noise
          case .skewed: 0.8 * tail + 0.6 * noise
          case .threeFactors: 0.7 * factors[item % 3] + 0.714 * noise
          case .styles: style * (0.6 * factors[0] + 0.8 * noise)
          case .camps(let shares, let distance):
            noise + distance * (shares.count == 2 ? signs[0][item] * (camp == 0 ? 1 : -1) : signs[camp][item])
          }
        columns[item].append([-1.2, -0.4, 0.4, 1.2].reduce(0) { $0 + (value > $1 ? 1 : 0) })
      }
    }
    answers = OpinionAnswers(
      items: (0..<items).map { "i\($0)" }, pointCounts: Array(repeating: 5, count: items), points: columns,
      weights: Array(repeating: 1, count: people))
    self.camps = camps
  }
}
