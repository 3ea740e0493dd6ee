import CBoostMath

/// Logarithms, exponentials and sines of the C library, for modules that import neither C nor Foundation.
public enum ElementaryFunctions {
  /// The natural logarithm; not a number below 0.
  public static func logarithm(_ value: Double) -> Double { yk_logarithm(value) }

  /// The logarithm to base 2; not a number below 0.
  public static func logarithm2(_ value: Double) -> Double { yk_logarithm2(value) }

  /// e to a power.
  public static func exponential(_ value: Double) -> Double { yk_exponential(value) }

  /// The sine of an angle in radians.
  public static func sine(_ value: Double) -> Double { yk_sine(value) }

  /// The angle in radians, −π/2…π/2, of a sine; not a number outside −1…1.
  public static func arcsine(_ value: Double) -> Double { yk_arcsine(value) }
}
