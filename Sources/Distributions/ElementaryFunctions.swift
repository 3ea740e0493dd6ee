import CBoostMath

/// Logarithms and exponentials of the C library, for modules that import neither C nor Foundation.
public enum ElementaryFunctions {
  /// The natural logarithm; not a number below 0.
  public static func logarithm(_ value: Double) -> Double { yk_logarithm(value) }

  /// The logarithm to base 2; not a number below 0.
  public static func logarithm2(_ value: Double) -> Double { yk_logarithm2(value) }

  /// e to a power.
  public static func exponential(_ value: Double) -> Double { yk_exponential(value) }
}
