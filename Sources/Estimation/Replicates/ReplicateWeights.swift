/// The final replicate weights of a design, and the variance that follows from what they give.
struct ReplicateWeights: Sendable {
  /// The number of replicates.
  let count: Int
  /// By design unit, then replicate: what the unit's base weight is multiplied with, calibration and trimming included.
  private let factors: [Double]
  private let scale: Double
  private let scales: [Double]
  private let isCentredOnEstimate: Bool
  /// Whether a replicate without a value leaves the others unusable: each stands for one PSU.
  private let needsAll: Bool
  /// Whether the replicates are draws, whose spread holds for estimates that are not smooth too.
  let isBootstrap: Bool
  /// Whether the weights were given with the data: what is known of the design is in them alone.
  let isGiven: Bool

  /// Takes factors by unit, then replicate.
  init(
    factors: [Double], scale: Double, scales: [Double], isCentredOnEstimate: Bool, needsAll: Bool,
    isBootstrap: Bool, isGiven: Bool = false
  ) {
    count = scales.count
    self.factors = factors
    self.scale = scale
    self.scales = scales
    self.isCentredOnEstimate = isCentredOnEstimate
    self.needsAll = needsAll
    self.isBootstrap = isBootstrap
    self.isGiven = isGiven
  }

  /// The variance of an estimate: scale × Σ_r scale_r (θ_r − c)², c being the mean of the replicates or the estimate.
  ///
  /// - Parameter values: by replicate; nil where the estimate does not exist. A bootstrap goes without those, up to one
  ///   half; a jackknife needs all.
  /// - Returns: nil without usable replicates.
  func variance(of values: [Double?], estimate: Double) -> Double? { sums(of: values, estimate: estimate)?.variance }

  /// The variance with what it is made from; the same nil.
  func sums(of values: [Double?], estimate: Double) -> ReplicateSums? {
    let kept = zip(values, scales).compactMap { value, scale in
      value.flatMap(\.ifFinite).map { (value: $0, scale: scale) }
    }
    guard !kept.isEmpty, needsAll ? kept.count == values.count : kept.count * 2 >= values.count else { return nil }
    let counted = kept.filter { $0.scale > 0 }
    if counted.isEmpty { return ReplicateSums(kept: kept.count, count: count, centre: estimate, squares: 0, scale: 0) }
    let centre =
      isCentredOnEstimate
      ? estimate : estimate + counted.reduce(0) { $0 + ($1.value - estimate) } / Double(counted.count)
    let squares = kept.reduce(0) { $0 + $1.scale * ($1.value - centre) * ($1.value - centre) }
    let sums = ReplicateSums(
      kept: kept.count, count: count, centre: centre, squares: squares,
      scale: scale * Double(values.count) / Double(kept.count))
    return sums.variance.isFinite ? sums : nil
  }

  /// Adds a unit's weight in each replicate to totals, which lie by replicate from `start` on.
  func add(_ weight: Double, unit: Int, to totals: inout [Double], from start: Int) {
    let own = unit * count
    for replicate in 0..<count { totals[start + replicate] += weight * factors[own + replicate] }
  }

  /// Adds a unit's squared weight in each replicate to totals, which lie by replicate from `start` on.
  func addSquares(_ square: Double, unit: Int, to totals: inout [Double], from start: Int) {
    let own = unit * count
    for replicate in 0..<count {
      totals[start + replicate] += square * factors[own + replicate] * factors[own + replicate]
    }
  }
}

extension ReplicateWeights {
  /// The degrees of freedom of given replicates: the rank of the units' replicate weights less one (R's `degf`); rows
  /// of which less than 10⁻⁵ is new are not counted.
  ///
  /// - Complexity: O(units × rank × replicates) at most; ends where the rank is the number of replicates.
  func degreesOfFreedom(ofUnits units: some Sequence<Int>) -> Double {
    var basis: [[Double]] = []
    for unit in units {
      var row = Array(factors[(unit * count)..<((unit + 1) * count)])
      let size = Self.product(row, row)
      if size == 0 { continue }
      // Twice: the first pass leaves rounding of what it takes away.
      for _ in 0..<2 {
        for direction in basis {
          let share = Self.product(row, direction)
          for place in row.indices { row[place] -= share * direction[place] }
        }
      }
      let rest = Self.product(row, row)
      guard rest > 1e-10 * size else { continue }
      let length = rest.squareRoot()
      basis.append(row.map { $0 / length })
      if basis.count == count { break }
    }
    return Double(max(0, basis.count - 1))
  }

  private static func product(_ first: [Double], _ second: [Double]) -> Double {
    var sum = 0.0
    for place in first.indices { sum += first[place] * second[place] }
    return sum
  }
}

/// What the replicates of an estimate give.
struct ReplicateSums: Sendable {
  /// The replicates in which the estimate exists.
  var kept: Int
  var count: Int
  /// What squares are taken about.
  var centre: Double
  /// Σ_r scale_r (θ_r − centre)².
  var squares: Double
  /// What the sum is multiplied with.
  var scale: Double

  var variance: Double { squares * scale }
}
