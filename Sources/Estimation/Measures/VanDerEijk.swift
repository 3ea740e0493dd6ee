/// Agreement A on an ordinal scale, −1 (half at each end) through 0 (even) to 1 (one point): van der Eijk 2001.
///
/// The distribution is taken apart into layers: each a set of points with equal shares, the smallest non-zero share
/// taken from all non-zero points. A = Σ layer weight × U (1 − (S − 1)/(K − 1)), S being the number of points of the
/// layer and U its unimodality, from the triples of points 110 and 011 (unimodal) and 101 (multimodal).
enum VanDerEijk {
  /// The agreement of shares on a scale 1…K; nil for fewer than three points or without respondents.
  ///
  /// - Complexity: O(K²).
  static func agreement(_ shares: [Double]) -> Double? {
    let width = shares.count
    let whole = shares.reduce(0, +)
    guard width > 2, whole > 0 else { return nil }
    var rest = shares
    var sum = 0.0
    while let layer = rest.lazy.filter({ $0 > 0 }).min() {
      let points = rest.map { $0 > 0 }
      let size = Double(points.count { $0 })
      sum += layer * size / whole * agreement(ofLayer: points, size: size)
      rest = rest.map { $0 > 0 ? $0 - layer : 0 }
    }
    return min(1, max(-1, sum)).ifFinite
  }

  private static func agreement(ofLayer points: [Bool], size: Double) -> Double {
    let width = Double(points.count)
    if size == 1 { return 1 }
    if size == width { return 0 }
    var unimodal = 0.0
    var multimodal = 0.0
    var left = 0.0
    for isPoint in points {
      if isPoint {
        left += 1
      } else {
        let right = size - left
        multimodal += left * right
        unimodal += left * (left - 1) / 2 + right * (right - 1) / 2
      }
    }
    let unimodality =
      ((width - 2) * unimodal - (width - 1) * multimodal) / ((width - 2) * (unimodal + multimodal))
    return unimodality * (1 - (size - 1) / (width - 1))
  }
}
