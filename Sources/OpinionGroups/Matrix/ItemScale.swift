/// One item's answers in standard units: the points 0, 1, … less their weighted mean, over their standard deviation.
struct ItemScale: Sendable {
  /// The weighted share of each point among those who answered.
  let shares: [Double]
  /// The standardised value of each point; 0 throughout when everybody gave the same answer.
  let values: [Double]
  /// The standard deviation of the points; 0 for a constant item.
  let deviation: Double

  /// - Parameter totals: the weight of each point.
  init(totals: [Double]) {
    let whole = totals.reduce(0, +)
    shares = totals.map { whole > 0 ? $0 / whole : 0 }
    let mean = shares.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let variance = shares.enumerated().reduce(0) { sum, entry in
      sum + entry.element * (Double(entry.offset) - mean) * (Double(entry.offset) - mean)
    }
    let deviation = variance > 1e-12 ? variance.squareRoot() : 0
    self.deviation = deviation
    values = totals.indices.map { deviation > 0 ? (Double($0) - mean) / deviation : 0 }
  }

  /// The scales of all items of some answers.
  static func scales(of answers: OpinionAnswers) -> [ItemScale] {
    answers.points.indices.map { item in
      var totals = [Double](repeating: 0, count: 256)
      let column = answers.points[item]
      for record in column.indices { totals[Int(column[record])] += answers.weights[record] }
      return ItemScale(totals: Array(totals.prefix(answers.pointCounts[item])))
    }
  }
}
