/// People as points in the space of the standardised items, row after row, four coordinates side by side.
struct OpinionMatrix: Sendable {
  /// The number of items.
  let width: Int
  /// Vectors of four coordinates per row; those beyond the items are 0.
  let laneCount: Int
  /// Row after row.
  private(set) var lanes: [SIMD4<Double>]
  /// The weight of each row, above 0.
  let weights: [Double]

  /// The number of rows.
  var count: Int { weights.count }

  /// Standardises answers; a missing one stands at the item's mean, 0.
  init(_ answers: OpinionAnswers, scales: [ItemScale]) {
    width = answers.items.count
    let laneCount = (width + 3) / 4
    self.laneCount = laneCount
    weights = answers.weights
    var lanes = [SIMD4<Double>](repeating: .zero, count: laneCount * answers.recordCount)
    for (item, scale) in scales.enumerated() {
      let table = scale.values + Array(repeating: 0, count: 256 - scale.values.count)
      let column = answers.points[item]
      let (lane, place) = (item / 4, item % 4)
      for record in column.indices { lanes[record * laneCount + lane][place] = table[Int(column[record])] }
    }
    self.lanes = lanes
  }

  /// Takes rows as they are, each with one number per item.
  init(rows: [[Double]], weights: [Double]) {
    width = rows.first?.count ?? 0
    laneCount = (width + 3) / 4
    self.weights = weights
    lanes = rows.flatMap { OpinionMatrix.packed($0) }
  }

  private init(width: Int, lanes: [SIMD4<Double>], weights: [Double]) {
    self.width = width
    laneCount = (width + 3) / 4
    self.lanes = lanes
    self.weights = weights
  }

  /// Only some rows; a position may occur more than once.
  func selecting(_ rows: [Int]) -> OpinionMatrix {
    var selected: [SIMD4<Double>] = []
    selected.reserveCapacity(rows.count * laneCount)
    for row in rows { selected += lanes[(row * laneCount)..<((row + 1) * laneCount)] }
    return OpinionMatrix(width: width, lanes: selected, weights: rows.map { weights[$0] })
  }

  /// Moves one coordinate of a row.
  mutating func move(_ row: Int, _ item: Int, by step: Double) {
    let index = row * laneCount + item / 4
    lanes[index][item % 4] += step
  }

  /// The row's coordinates.
  func row(_ row: Int) -> ArraySlice<SIMD4<Double>> { lanes[(row * laneCount)..<((row + 1) * laneCount)] }

  /// Coordinates four by four, filled up with 0.
  static func packed(_ coordinates: [Double]) -> [SIMD4<Double>] {
    stride(from: 0, to: coordinates.count, by: 4).map { start in
      var lane = SIMD4<Double>.zero
      for place in 0..<min(4, coordinates.count - start) { lane[place] = coordinates[start + place] }
      return lane
    }
  }

  /// The products of all rows with a vector.
  func projected(on vector: [Double]) -> [Double] {
    let packed = Self.packed(vector)
    return (0..<count).map { row in
      var sum = SIMD4<Double>.zero
      let start = row * laneCount
      for lane in packed.indices { sum += lanes[start + lane] * packed[lane] }
      return sum.sum()
    }
  }

  /// Σ w z zᵀ / Σ w, by rows: the covariances of the columns, whose weighted means are 0.
  ///
  /// - Complexity: O(rows × items²).
  var covariances: [Double] {
    var sums = [SIMD4<Double>](repeating: .zero, count: width * laneCount)
    for row in 0..<count {
      let start = row * laneCount
      for item in 0..<width {
        let factor = weights[row] * lanes[start + item / 4][item % 4]
        // The lower triangle is a mirror of the upper one.
        for lane in (item / 4)..<laneCount { sums[item * laneCount + lane] += factor * lanes[start + lane] }
      }
    }
    let whole = weights.reduce(0, +)
    var result = [Double](repeating: 0, count: width * width)
    guard whole > 0 else { return result }
    for item in 0..<width {
      for other in item..<width {
        let value = sums[item * laneCount + other / 4][other % 4] / whole
        result[item * width + other] = value
        result[other * width + item] = value
      }
    }
    return result
  }
}
