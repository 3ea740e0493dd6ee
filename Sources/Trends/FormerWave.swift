public import Estimation

/// A former wave of a survey, as it was published or would be now.
public struct FormerWave: Sendable {
  /// Its label.
  public var label: String
  /// The version of its form.
  public var version: String
  /// Its estimates; suppressed rows have no numbers and stay so.
  public var rows: [EstimateRow]
  /// What people who answered in both waves do to the variance of changes; empty when the waves are independent.
  public var overlap: [ChangeKey: OverlapVariance] = [:]

  /// Creates a wave whose respondents are independent of the current ones.
  public init(label: String, version: String, rows: [EstimateRow]) {
    self.label = label
    self.version = version
    self.rows = rows
  }
}

/// Which estimate a change is of.
public struct ChangeKey: Sendable, Hashable {
  /// The indicator's name.
  public var indicator: String
  /// The item.
  public var item: String
  /// What was estimated.
  public var statistic: Statistic
  /// The answer code; "" otherwise.
  public var level: String
  /// The domain's variables.
  public var domain: String
  /// The domain's level.
  public var domainLevel: String

  /// The key of a row.
  public init(_ row: EstimateRow) {
    indicator = row.indicator
    item = row.item
    statistic = row.statistic
    level = row.level
    domain = row.domain
    domainLevel = row.domainLevel
  }
}

/// The sampling error of a change between two waves that share respondents.
public struct OverlapVariance: Sendable, Hashable {
  /// The standard error of the difference, the covariance of the waves included.
  public var standardError: Double
  /// The degrees of freedom of the two waves together; nil when undefined.
  public var degreesOfFreedom: Double?

  /// Creates an error.
  public init(standardError: Double, degreesOfFreedom: Double?) {
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
  }
}
