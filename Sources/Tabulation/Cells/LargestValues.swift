/// The four largest of some values: what rules against the dominance of a few contributors look at.
public struct LargestValues: Sendable, Hashable {
  /// In falling order; 0 where there are fewer.
  private var values = SIMD4<Double>()

  /// Creates the largest of no values.
  public init() {}

  /// The values in falling order, four of them; 0 where there are fewer.
  public var sizes: [Double] { [values.x, values.y, values.z, values.w] }

  /// Takes a value of 0 or more into account.
  public mutating func add(_ value: Double) {
    guard value > values.w else { return }
    if value > values.x {
      values = SIMD4(value, values.x, values.y, values.z)
    } else if value > values.y {
      values = SIMD4(values.x, value, values.y, values.z)
    } else if value > values.z {
      values = SIMD4(values.x, values.y, value, values.z)
    } else {
      values.w = value
    }
  }
}
