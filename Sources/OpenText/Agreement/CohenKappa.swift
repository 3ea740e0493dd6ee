/// How far two coders agree beyond chance.
public struct CohenKappa: Sendable, Hashable {
  /// Answers to which both gave the theme.
  public var both: Int
  /// Answers to which only the first did.
  public var firstOnly: Int
  /// Answers to which only the second did.
  public var secondOnly: Int
  /// Answers to which neither did.
  public var neither: Int

  /// Counts to agree on.
  public init(both: Int = 0, firstOnly: Int = 0, secondOnly: Int = 0, neither: Int = 0) {
    self.both = both
    self.firstOnly = firstOnly
    self.secondOnly = secondOnly
    self.neither = neither
  }

  /// The answers that both coded.
  public var count: Int { both + firstOnly + secondOnly + neither }

  /// The share of answers on which they agree; nil without answers.
  public var agreement: Double? { count == 0 ? nil : Double(both + neither) / Double(count) }

  /// κ = (p_o − p_e)/(1 − p_e), p_e being the agreement that their frequencies alone make (Cohen 1960, Educational and
  /// Psychological Measurement 20: 37–46, formula 1); nil without answers, or when both gave one and the same code to
  /// all: then there is no chance to agree by.
  public var kappa: Double? {
    guard let observed = agreement else { return nil }
    let n = Double(count)
    let (first, second) = (Double(both + firstOnly) / n, Double(both + secondOnly) / n)
    let expected = first * second + (1 - first) * (1 - second)
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
  }

  /// The large-sample standard error √(p_o (1 − p_o)/n)/(1 − p_e) (Cohen 1960, formula 7); nil where there is no κ.
  public var standardError: Double? {
    guard let observed = agreement, kappa != nil else { return nil }
    let n = Double(count)
    let (first, second) = (Double(both + firstOnly) / n, Double(both + secondOnly) / n)
    let expected = first * second + (1 - first) * (1 - second)
    return (observed * (1 - observed) / n).squareRoot() / (1 - expected)
  }
}
