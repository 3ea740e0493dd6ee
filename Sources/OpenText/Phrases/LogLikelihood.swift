import Distributions

/// Whether a phrase is used more, or less, by one group of people than by another.
public struct LogLikelihood: Sendable, Hashable {
  /// People who use it now.
  public var count: Int
  /// All people now.
  public var base: Int
  /// People who used it in the former wave.
  public var formerCount: Int
  /// All people of the former wave.
  public var formerBase: Int

  /// Counts to compare.
  public init(count: Int, base: Int, formerCount: Int, formerBase: Int) {
    self.count = count
    self.base = base
    self.formerCount = formerCount
    self.formerBase = formerBase
  }

  /// G² = 2 Σ O ln(O/E) over the four cells of use × wave (Dunning 1993, Computational Linguistics 19: 61–74); nil when
  /// there is nobody in a wave or the counts are impossible.
  public var ratio: Double? {
    guard let cells else { return nil }
    return 2 * cells.reduce(0) { $0 + Self.term($1.observed, $1.expected) }
  }

  /// The same over the two cells of use only, as Rayson & Garside (2000, Comparing corpora using frequency profiling)
  /// compute it for words; nil as above.
  public var frequencyRatio: Double? {
    guard let cells else { return nil }
    return 2 * cells.prefix(2).reduce(0) { $0 + Self.term($1.observed, $1.expected) }
  }

  /// The p value of ``ratio`` on the χ² distribution with one degree of freedom.
  public var pValue: Double? { ratio.flatMap { ChiSquared.upperTail(max(0, $0), degreesOfFreedom: 1) } }

  private var cells: [(observed: Double, expected: Double)]? {
    guard base > 0, formerBase > 0, (0...base).contains(count), (0...formerBase).contains(formerCount) else {
      return nil
    }
    let total = Double(base) + Double(formerBase)
    let share = (Double(count) + Double(formerCount)) / total
    return [
      (Double(count), share * Double(base)), (Double(formerCount), share * Double(formerBase)),
      (Double(base - count), (1 - share) * Double(base)),
      (Double(formerBase - formerCount), (1 - share) * Double(formerBase)),
    ]
  }

  private static func term(_ observed: Double, _ expected: Double) -> Double {
    observed > 0 && expected > 0 ? observed * ElementaryFunctions.logarithm(observed / expected) : 0
  }
}
