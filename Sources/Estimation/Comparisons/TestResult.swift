/// What a test of independence found.
struct TestResult: Sendable {
  var statistic: Double?
  var degreesOfFreedom: Double?
  /// The denominator's; nil for χ².
  var secondDegreesOfFreedom: Double?
  var pValue: Double?
  /// The mean generalised design effect of the table; nil for Wald's tests.
  var designEffect: Double?
}
