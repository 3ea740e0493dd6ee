/// A running pair of sums whose rounding errors are summed too (Neumaier 1974, by Knuth's two-sum).
///
/// The relative error of a sum of n numbers of one sign is about 2⁻⁵³ whatever n is, so the order of records does not
/// show.
struct CompensatedSums: Sendable, Hashable {
  private var sum = SIMD2<Double>()
  private var error = SIMD2<Double>()

  /// Adds a pair.
  @inline(__always)
  mutating func add(_ terms: SIMD2<Double>) {
    let total = sum + terms
    let part = total - sum
    error += (sum - (total - part)) + (terms - part)
    sum = total
  }

  /// The sums.
  var values: SIMD2<Double> { sum + error }
}
