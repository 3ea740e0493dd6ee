/// A linear axis with round tick marks.
struct Axis {
  let low: Double
  let high: Double
  let step: Double

  /// An axis that covers the values, with about `count` steps of 1, 2, 2.5 or 5 times a power of ten.
  init(covering values: [Double], count: Int = 5) {
    let finite = values.filter { $0.isFinite && $0.magnitude < 1e9 }
    var least = finite.min() ?? 0
    var most = finite.max() ?? 1
    if most - least < 1e-6 { (least, most) = (least - 0.5, most + 0.5) }
    let rough = (most - least) / Double(max(1, count))
    var power = 1.0
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= rough * (1 - 1e-9) } ?? 10 * power
    low = (least / step).rounded(.down) * step
    high = (most / step).rounded(.up) * step
  }

  /// The tick marks from the lowest to the highest.
  var ticks: [Double] {
    let count = Int(exactly: ((high - low) / step).rounded()) ?? 0
    return (0...min(max(count, 0), 50)).map { low + Double($0) * step }
  }

  /// The decimals that its ticks need.
  var places: Int { step >= 1 ? 0 : (step * 10).rounded() == step * 10 ? 1 : 2 }

  /// Where a value lies between two coordinates.
  func place(_ value: Double, from start: Double, to end: Double) -> Double {
    start + (value - low) / (high - low) * (end - start)
  }
}
