/// Cuts weights to limits and gives what was cut to the others (Potter 1990; R's `trimWeights`).
struct Trimming: Sendable {
  let lower: Double
  let upper: Double
  let isStrict: Bool

  /// The limits of a rule for weights with a given mean.
  init(_ rule: TrimRule, mean: Double) {
    lower = rule.lower * mean
    upper = rule.upper * mean
    isStrict = rule.isStrict
  }

  /// The trimmed weights.
  ///
  /// Weights of 0 stand for nobody and stay 0. What is cut off, or filled up, is shared equally by the weights inside
  /// the limits; `isStrict` repeats that for those it pushes out, never giving to a weight that was cut before.
  ///
  /// - Returns: the weights, how many were cut, and whether their sum is as before.
  /// - Complexity: O(weights × rounds), each round cutting one weight at least.
  func trim(_ weights: [Double]) -> (weights: [Double], cutCount: Int, keepsSum: Bool) {
    var weights = weights
    // Limits come from a mean: a weight that equals one but for rounding lies inside.
    let slack = 1e-10
    var isCut = weights.map { $0 == 0 }
    var untouched = isCut.count { !$0 }
    let positive = untouched
    repeat {
      var surplus = 0.0
      var found = 0
      for index in weights.indices where !isCut[index] {
        let weight = weights[index]
        guard weight < lower * (1 - slack) || weight > upper * (1 + slack) else { continue }
        weights[index] = min(upper, max(lower, weight))
        surplus += weight - weights[index]
        isCut[index] = true
        found += 1
      }
      if found == 0 { break }
      untouched -= found
      guard untouched > 0 else { return (weights, positive, abs(surplus) <= slack * upper) }
      for index in weights.indices where !isCut[index] { weights[index] += surplus / Double(untouched) }
    } while isStrict
    return (weights, positive - untouched, true)
  }
}
