/// How a quantile of answers on a scale is taken, numbered as in Hyndman & Fan 1996.
enum ScaleQuantileRule: String, Sendable, Hashable, CaseIterable {
  /// The least answer whose cumulated weight reaches p W (type 1).
  case math = "1"
  /// The same, and the mean of it and the next where p W is reached exactly (type 2).
  case school = "2"
  /// Interpolated at (n + 1) p.
  case weibull = "6"
  /// Interpolated at (n − 1) p + 1 (R's default).
  case linear = "7"
}

/// Quantiles of answers on a scale 1…K from the weight on each point.
///
/// Types 6 and 7 count places among n answers; with weights the weights are scaled to sum to n. A cumulated weight that
/// misses a place by rounding only (10⁻⁹ of n) counts as reaching it.
struct ScaleQuantile: Sendable {
  let rule: ScaleQuantileRule

  /// The quantile on the scale 1…K; nil without weight.
  ///
  /// - Parameter count: the number of people who answered.
  func value(_ probability: Double, totals: [Double], count: Int) -> Double? {
    let total = totals.reduce(0, +)
    guard total > 0, count > 0 else { return nil }
    let size = Double(count)
    var sum = 0.0
    let reached = totals.map { weight in
      sum += weight
      return sum / total * size
    }
    func point(_ place: Double) -> Double {
      Double((reached.firstIndex { $0 >= place - 1e-9 * size } ?? lastUsed(totals)) + 1)
    }
    switch rule {
    case .math: return point(max(probability * size, 1e-6 * size))
    case .school:
      let place = probability * size
      let low = point(max(place, 1e-6 * size))
      guard let first = reached.firstIndex(where: { $0 >= place - 1e-9 * size }),
        abs(reached[first] - place) <= 1e-9 * size,
        let next = totals.indices.first(where: { $0 > first && totals[$0] > 0 })
      else { return low }
      return (low + Double(next + 1)) / 2
    case .weibull: return interpolated(at: (size + 1) * probability, size: size, point)
    case .linear: return interpolated(at: (size - 1) * probability + 1, size: size, point)
    }
  }

  private func interpolated(at place: Double, size: Double, _ point: (Double) -> Double) -> Double {
    let place = min(size, max(1, place))
    let whole = (place + 4e-16 * place).rounded(.down)
    let low = point(whole)
    let rest = place - whole
    return rest <= 0 || whole >= size ? low : low + rest * (point(whole + 1) - low)
  }

  private func lastUsed(_ totals: [Double]) -> Int { totals.lastIndex { $0 > 0 } ?? 0 }
}
