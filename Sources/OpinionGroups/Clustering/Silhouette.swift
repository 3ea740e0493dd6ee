/// How much nearer people are to their own group than to the next (Rousseeuw 1987): −1…1, weighted means.
enum Silhouette {
  /// The weighted mean of (b − a) / max(a, b), a and b being the weighted mean distances to the others of the own group
  /// and to the nearest other group; a group of one counts 0.
  ///
  /// - Parameter distances: the distances between all rows, by rows.
  /// - Complexity: O(rows²).
  static func exact(_ distances: [Double], labels: [UInt8], weights: [Double], clusterCount: Int) -> Double {
    let count = labels.count
    var totals = [Double](repeating: 0, count: clusterCount)
    for row in 0..<count { totals[Int(labels[row])] += weights[row] }
    var (sum, whole) = (0.0, 0.0)
    var sums = totals
    for row in 0..<count {
      for cluster in 0..<clusterCount { sums[cluster] = 0 }
      let start = row * count
      for other in 0..<count { sums[Int(labels[other])] += weights[other] * distances[start + other] }
      let own = Int(labels[row])
      whole += weights[row]
      let rest = totals[own] - weights[row]
      guard rest > 1e-12 * totals[own] else { continue }
      let within = sums[own] / rest
      var between = Double.infinity
      for cluster in 0..<clusterCount where cluster != own && totals[cluster] > 0 {
        between = min(between, sums[cluster] / totals[cluster])
      }
      let larger = max(within, between)
      if larger > 0, larger.isFinite { sum += weights[row] * (between - within) / larger }
    }
    return whole > 0 ? sum / whole : 0
  }

  /// The same with the distances to the centres in place of mean distances (Hruschka, Campello & de Castro 2006).
  ///
  /// - Complexity: O(rows × centres × items).
  static func simplified(_ fit: KMeansFit, _ matrix: OpinionMatrix, clusterCount: Int) -> Double {
    var (sum, whole) = (0.0, 0.0)
    for row in 0..<matrix.count {
      let own = Int(fit.labels[row])
      let within = matrix.squaredDistance(row, to: fit.centres, at: own).squareRoot()
      var between = Double.infinity
      for cluster in 0..<clusterCount where cluster != own {
        between = min(between, matrix.squaredDistance(row, to: fit.centres, at: cluster))
      }
      between.formSquareRoot()
      let larger = max(within, between)
      if larger > 0, larger.isFinite { sum += matrix.weights[row] * (between - within) / larger }
      whole += matrix.weights[row]
    }
    return whole > 0 ? sum / whole : 0
  }
}

extension OpinionMatrix {
  /// The distances between all rows, by rows.
  ///
  /// - Complexity: O(rows² × items); 8 bytes per pair.
  var distances: [Double] {
    var result = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for other in (row + 1)..<max(count, row + 1) {
        let distance = squaredDistance(row, to: lanes, at: other).squareRoot()
        result[row * count + other] = distance
        result[other * count + row] = distance
      }
    }
    return result
  }
}
