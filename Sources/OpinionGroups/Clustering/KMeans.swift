import Estimation

/// A partition of the rows of a matrix around centres.
struct KMeansFit: Sendable {
  /// Centre after centre.
  var centres: [SIMD4<Double>]
  /// The centre of each row, from 0.
  var labels: [UInt8]
  /// Σ w of the squared distances to the own centre.
  var inertia: Double

  /// The number of rows of each centre.
  func counts(_ clusterCount: Int) -> [Int] {
    labels.reduce(into: Array(repeating: 0, count: clusterCount)) { $0[Int($1)] += 1 }
  }
}

/// Weighted k-means: k-means++ starts (Arthur & Vassilvitskii 2007), then Lloyd's steps (Lloyd 1982).
struct KMeans: Sendable {
  let matrix: OpinionMatrix
  let clusterCount: Int
  /// Steps after which a start ends in any case.
  static let mostSteps = 100
  private let squares: [Double]

  /// - Parameter clusterCount: 1…254, at most the number of rows.
  init(_ matrix: OpinionMatrix, clusterCount: Int) {
    self.matrix = matrix
    self.clusterCount = clusterCount
    squares = (0..<matrix.count).map { row in
      var sum = SIMD4<Double>.zero
      let start = row * matrix.laneCount
      for lane in start..<(start + matrix.laneCount) { sum += matrix.lanes[lane] * matrix.lanes[lane] }
      return sum.sum()
    }
  }

  /// The best of several starts.
  func fit(starts: Int, random: inout SplitMix) -> KMeansFit {
    var best = improve(seeds(&random))
    for _ in 1..<max(2, starts) {
      let other = improve(seeds(&random))
      if other.inertia < best.inertia { best = other }
    }
    return best
  }

  /// Lloyd's steps from some centres until no row changes its centre.
  ///
  /// - Complexity: O(rows × centres × items) per step.
  func improve(_ start: [SIMD4<Double>]) -> KMeansFit {
    var fit = assigned(to: start)
    for _ in 0..<Self.mostSteps {
      let next = assigned(to: centres(of: fit))
      let isDone = next.labels == fit.labels
      fit = next
      if isDone { break }
    }
    return fit
  }

  /// Each row at its nearest centre; of equally near ones the first.
  func assigned(to centres: [SIMD4<Double>]) -> KMeansFit {
    let laneCount = matrix.laneCount
    let halves = (0..<clusterCount).map { centre in
      (0..<laneCount).reduce(0) { sum, lane in
        sum + (centres[centre * laneCount + lane] * centres[centre * laneCount + lane]).sum()
      } / 2
    }
    let count = matrix.count
    var labels: [UInt8] = []
    labels.reserveCapacity(count)
    var inertia = 0.0
    matrix.lanes.withSpans(centres) { lanes, centres in
      // Four rows at a time: each coordinate of a centre is loaded once for them. The last rows stand in for those beyond.
      for first in stride(from: 0, to: count, by: 4) {
        let start0 = first * laneCount
        let start1 = min(first + 1, count - 1) * laneCount
        let start2 = min(first + 2, count - 1) * laneCount
        let start3 = min(first + 3, count - 1) * laneCount
        var best = SIMD4<Int64>.zero
        var nearest = SIMD4<Double>(repeating: .infinity)
        for centre in 0..<clusterCount {
          let other = centre * laneCount
          var (sum0, sum1, sum2, sum3) = (
            SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero
          )
          for lane in 0..<laneCount {
            let coordinates = centres[other + lane]
            sum0 += lanes[start0 + lane] * coordinates
            sum1 += lanes[start1 + lane] * coordinates
            sum2 += lanes[start2 + lane] * coordinates
            sum3 += lanes[start3 + lane] * coordinates
          }
          // |x − c|² / 2 less the part that all centres share.
          let distances = halves[centre] - SIMD4(sum0.sum(), sum1.sum(), sum2.sum(), sum3.sum())
          let isNearer = distances .< nearest
          nearest.replace(with: distances, where: isNearer)
          best.replace(with: Int64(centre), where: isNearer)
        }
        for place in 0..<min(4, count - first) {
          labels.append(UInt8(truncatingIfNeeded: best[place]))
          inertia += matrix.weights[first + place] * max(0, squares[first + place] + 2 * nearest[place])
        }
      }
    }
    return KMeansFit(centres: centres, labels: labels, inertia: inertia)
  }

  /// The weighted means of the rows of each centre; a centre without rows goes to the row farthest from its own.
  private func centres(of fit: KMeansFit) -> [SIMD4<Double>] {
    let laneCount = matrix.laneCount
    var sums = [SIMD4<Double>](repeating: .zero, count: clusterCount * laneCount)
    var totals = [Double](repeating: 0, count: clusterCount)
    matrix.lanes.addRows(by: fit.labels, weights: matrix.weights, laneCount: laneCount, to: &sums, &totals)
    for centre in 0..<clusterCount where totals[centre] > 0 {
      for lane in 0..<laneCount { sums[centre * laneCount + lane] /= totals[centre] }
    }
    var taken: Set<Int> = []
    for centre in 0..<clusterCount where totals[centre] <= 0 {
      let far = fit.labels.indices.filter { !taken.contains($0) }.max { left, right in
        let distances = [left, right].map {
          matrix.weights[$0] * matrix.squaredDistance($0, to: fit.centres, at: Int(fit.labels[$0]))
        }
        return distances[0] < distances[1]
      }
      guard let far else { continue }
      taken.insert(far)
      for lane in 0..<laneCount { sums[centre * laneCount + lane] = matrix.lanes[far * laneCount + lane] }
    }
    return sums
  }

  /// Centres drawn among the rows, each with a probability in proportion to weight × squared distance to those before.
  private func seeds(_ random: inout SplitMix) -> [SIMD4<Double>] {
    var centres: [SIMD4<Double>] = []
    var nearest = [Double](repeating: 1, count: matrix.count)
    for number in 0..<clusterCount {
      let whole = matrix.weights.indices.reduce(0) { $0 + matrix.weights[$1] * nearest[$1] }
      var place = Double.random(in: 0..<1, using: &random) * whole
      var chosen = matrix.count - 1
      for row in matrix.weights.indices {
        place -= matrix.weights[row] * nearest[row]
        if place < 0 {
          chosen = row
          break
        }
      }
      centres += matrix.row(chosen)
      for row in nearest.indices {
        let distance = matrix.squaredDistance(row, to: centres, at: number)
        nearest[row] = number == 0 ? distance : min(nearest[row], distance)
      }
    }
    return centres
  }
}

extension OpinionMatrix {
  /// The squared distance of a row to one of several centres.
  func squaredDistance(_ row: Int, to centres: [SIMD4<Double>], at centre: Int) -> Double {
    var sum = SIMD4<Double>.zero
    let (start, other) = (row * laneCount, centre * laneCount)
    let (lanes, centres) = (lanes.span, centres.span)
    for lane in 0..<laneCount {
      let difference = lanes[start + lane] - centres[other + lane]
      sum += difference * difference
    }
    return sum.sum()
  }
}

extension [SIMD4<Double>] {
  /// Adds each row, times its weight, to the sum of its label, and its weight to the label's total.
  fileprivate func addRows(
    by labels: [UInt8], weights: [Double], laneCount: Int, to sums: inout [SIMD4<Double>], _ totals: inout [Double]
  ) {
    let lanes = span
    var added = sums.mutableSpan
    for row in labels.indices {
      let (label, weight) = (Int(labels[row]), weights[row])
      totals[label] += weight
      let (start, other) = (row * laneCount, label * laneCount)
      for lane in 0..<laneCount { added[other + lane] += weight * lanes[start + lane] }
    }
  }

  /// Lends two arrays as spans.
  func withSpans(_ other: [SIMD4<Double>], _ body: (Span<SIMD4<Double>>, Span<SIMD4<Double>>) -> Void) {
    body(span, other.span)
  }
}
