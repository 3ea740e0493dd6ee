import Distributions
import Estimation

/// One population without groups that looks like the data item by item and pair by pair.
///
/// Behind each item lies a normal variable cut at the item's own marginal shares; the correlations of these variables are
/// those that give the items the correlations observed. So a general satisfaction, several dimensions, skewed and
/// U-shaped answers are all part of it, and groups are not.
struct SinglePopulation: Sendable {
  /// Terms of the expansion of an item in Hermite polynomials.
  private static let termCount = 24

  private let laneCount: Int
  /// By item: the normal quantiles at which its points end, ascending.
  private let cuts: [[Double]]
  /// The factor of the latent correlations by column: four items side by side.
  private let factor: [SIMD4<Double>]
  private let answers: OpinionAnswers

  /// - Parameters:
  ///   - answers: whose missing answers and weights the simulated people share.
  ///   - scales: the marginal shares of the items.
  ///   - covariances: of the standardised items, by rows.
  init(like answers: OpinionAnswers, scales: [ItemScale], covariances: [Double]) {
    self.answers = answers
    let size = scales.count
    laneCount = (size + 3) / 4
    cuts = scales.map { scale in
      var below = 0.0
      return scale.shares.dropLast().map { share in
        below += share
        return StandardNormal.quantile(min(1 - 1e-9, max(1e-9, below))) ?? 0
      }
    }
    let terms = zip(scales, cuts).map { Self.terms($0, cuts: $1) }
    var latent = [Double](repeating: 0, count: size * size)
    for item in 0..<size {
      latent[item * size + item] = 1
      for other in 0..<item {
        let scale = (covariances[item * size + item] * covariances[other * size + other]).squareRoot()
        let observed = scale > 0 ? covariances[item * size + other] / scale : 0
        let value = Self.latentCorrelation(observed, zip(terms[item], terms[other]).map { $0 * $1 })
        latent[item * size + other] = value
        latent[other * size + item] = value
      }
    }
    factor = Self.factor(latent, size: size, laneCount: laneCount)
  }

  /// E[g(Z) hₘ(Z)] for m = 1, 2, …, g being the standardised points of an item and hₘ the normalised Hermite polynomials:
  /// Σ over cuts of the step of g × hₘ₋₁(cut) φ(cut) / √m.
  private static func terms(_ scale: ItemScale, cuts: [Double]) -> [Double] {
    var terms = [Double](repeating: 0, count: termCount)
    for (place, cut) in cuts.enumerated() {
      let density = ElementaryFunctions.exponential(-cut * cut / 2) / (2 * Double.pi).squareRoot()
      let step = (scale.values[place + 1] - scale.values[place]) * density
      var (last, current) = (0.0, 1.0)
      for index in 0..<termCount {
        terms[index] += step * current / Double(index + 1).squareRoot()
        let next = (cut * current - Double(index).squareRoot() * last) / Double(index + 1).squareRoot()
        (last, current) = (current, next)
      }
    }
    return terms
  }

  /// The correlation of two normal variables whose cut versions correlate as observed: Σ products[m] ρᵐ is theirs.
  private static func latentCorrelation(_ observed: Double, _ products: [Double]) -> Double {
    var (low, high) = (-0.999, 0.999)
    for _ in 0..<30 {
      let middle = (low + high) / 2
      let value = products.reversed().reduce(0) { ($0 + $1) * middle }
      if value < observed { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// A factor B of the nearest matrix B Bᵀ with unit diagonal that has no negative eigenvalue, by columns.
  private static func factor(_ matrix: [Double], size: Int, laneCount: Int) -> [SIMD4<Double>] {
    let eigen = SymmetricEigen(matrix, size: size)
    let roots = eigen.values.map { max(0, $0).squareRoot() }
    var columns = (0..<size).map { column in eigen.vectors[column].map { $0 * roots[column] } }
    for item in 0..<size {
      let length = columns.reduce(0) { $0 + $1[item] * $1[item] }.squareRoot()
      if length > 0 { for column in 0..<size { columns[column][item] /= length } }
    }
    return columns.flatMap { OpinionMatrix.packed($0) }
  }

  /// As many people as there are in the data, with their weights, drawn from the population.
  func draw(_ random: inout SplitMix) -> OpinionAnswers {
    let size = cuts.count
    let starts = cuts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let limits = cuts.flatMap(\.self)
    let count = answers.recordCount
    // Item after item in one piece: a column of columns would be looked at for sharing at every write.
    var points = answers.points.flatMap(\.self)
    var latent = [SIMD4<Double>](repeating: .zero, count: laneCount)
    var normal = NormalStream()
    for record in 0..<count {
      for lane in 0..<laneCount { latent[lane] = .zero }
      for column in 0..<size {
        let value = normal.next(&random)
        for lane in 0..<laneCount { latent[lane] += value * factor[column * laneCount + lane] }
      }
      for item in 0..<size where points[item * count + record] != OpinionAnswers.missing {
        let value = latent[item / 4][item % 4]
        var point = UInt8(0)
        for place in starts[item]..<starts[item + 1] where value > limits[place] { point += 1 }
        points[item * count + record] = point
      }
    }
    var drawn = answers
    for item in 0..<size { drawn.points[item] = Array(points[item * count..<(item + 1) * count]) }
    return drawn
  }
}

/// Normal deviates by the polar method (Marsaglia & Bray 1964), two at a time.
struct NormalStream: Sendable {
  private var kept: Double?

  mutating func next(_ random: inout SplitMix) -> Double {
    if let value = kept {
      kept = nil
      return value
    }
    while true {
      let first = Double(random.next() >> 11) * 0x1p-52 - 1
      let second = Double(random.next() >> 11) * 0x1p-52 - 1
      let square = first * first + second * second
      guard square > 0, square < 1 else { continue }
      let scale = (-2 * ElementaryFunctions.logarithm(square) / square).squareRoot()
      kept = second * scale
      return first * scale
    }
  }
}
