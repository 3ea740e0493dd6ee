import CBoostMath

/// Student's t distribution; an infinite number of degrees of freedom makes it the standard normal.
public enum StudentT {
  /// The value below which a share of the distribution lies.
  ///
  /// - Parameters:
  ///   - probability: 0…1; at the ends the quantile is infinite and nil is returned.
  ///   - degreesOfFreedom: Above 0, not necessarily whole.
  /// - Returns: nil where the arguments are outside the domain.
  public static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    return yk_student_t_quantile(probability, degreesOfFreedom).ifNumber
  }

  /// The share of the distribution below a value; nil where the arguments are outside the domain.
  public static func cumulative(_ value: Double, degreesOfFreedom: Double) -> Double? {
    yk_student_t_cumulative(value, degreesOfFreedom).ifNumber
  }

  /// The share of the distribution above a value, accurate far out; nil where the arguments are outside the domain.
  public static func upperTail(_ value: Double, degreesOfFreedom: Double) -> Double? {
    yk_student_t_upper_tail(value, degreesOfFreedom).ifNumber
  }
}
