import Tabulation

/// The values of an item in one level of a domain, in ascending order, with the weights at each.
struct LevelValues: Sendable {
  let design: SurveyDesign
  /// One per design unit.
  let rows: [DomainRows.Row]
  /// The records of one row that gave one value; values ascend.
  private let entries: [Entry]
  /// The distinct values with weight, in ascending order.
  private var values: [Double] = []
  /// By distinct value: Σ of final weights up to it.
  private var cumulated: [Double] = []
  /// By distinct value: the respondents with weight.
  private var counts: [Double] = []

  /// The records of one row that gave one value.
  struct Entry: Sendable {
    var row: Int
    var value: Double
    /// About the row's pivot.
    var moments: WeightMoments
  }

  init(design: SurveyDesign, rows: [DomainRows.Row], entries: [Entry]) {
    self.design = design
    self.rows = rows
    self.entries = entries.sorted { ($0.value, $0.row) < ($1.value, $1.row) }
    var sum = 0.0
    // Neumaier's correction: equal weights must add up to the multiple that a share is compared with.
    var correction = 0.0
    for entry in self.entries {
      let row = rows[entry.row]
      let weight = design.factors[row.unit] * (entry.moments.count * row.weights.pivot + entry.moments.delta)
      guard weight > 0 else { continue }
      let next = sum + weight
      correction += abs(sum) >= weight ? (sum - next) + weight : (weight - next) + sum
      sum = next
      if values.last == entry.value {
        cumulated[cumulated.count - 1] = sum + correction
        counts[counts.count - 1] += entry.moments.count
      } else {
        values.append(entry.value)
        cumulated.append(sum + correction)
        counts.append(entry.moments.count)
      }
    }
  }

  /// The value at or below which lies the share `share` of the weights; nil without weight or outside 0…1.
  ///
  /// Whether the weights up to a value are exactly the share is decided in double precision, as R's `svyquantile` does.
  func quantile(_ share: Double, rule: WeightedQuantileRule) -> Double? {
    guard let total = cumulated.last, share >= 0, share <= 1 else { return nil }
    if rule.isInterpolating { return interpolated(share, rule) }
    let wanted = share * total
    var (low, high) = (0, cumulated.count)
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] <= wanted { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return values[0] }
    guard low < values.count else { return values[low - 1] }
    guard share - cumulated[low - 1] / total == 0 else { return values[low] }
    return rule == .math ? values[low - 1] : values[low - 1] / 2 + values[low] / 2
  }

  /// The value at a share on the straight lines between the points (position, value) of all respondents, the end values
  /// beyond (Hyndman & Fan 1996; R's `qrule = "hf5"` and so on).
  ///
  /// Respondents of equal value are taken to weigh the same, so that their order does not matter.
  private func interpolated(_ share: Double, _ rule: WeightedQuantileRule) -> Double? {
    guard let total = cumulated.last, let last = counts.last else { return nil }
    var below = 0.0
    var previous: (position: Double, value: Double)?
    let lastWeight = (total - (cumulated.count > 1 ? cumulated[cumulated.count - 2] : 0)) / last
    for (place, value) in values.enumerated() {
      let weight = (cumulated[place] - below) / counts[place]
      let first = rule.position(below: below, upTo: below + weight, total: total, lastWeight: lastWeight)
      if share <= first {
        guard let previous, first > previous.position else { return value }
        let part = (share - previous.position) / (first - previous.position)
        return previous.value + part * (value - previous.value)
      }
      let end = rule.position(
        below: cumulated[place] - weight, upTo: cumulated[place], total: total, lastWeight: lastWeight)
      if share <= end { return value }
      previous = (end, value)
      below = cumulated[place]
    }
    return values.last
  }

  /// Two slots: the records with values up to a limit, and the others.
  func cells(splitAt limit: Double) -> SlotCells {
    var moments = [WeightMoments](repeating: WeightMoments(), count: 2 * rows.count)
    for entry in entries { moments[2 * entry.row + (entry.value <= limit ? 0 : 1)] += entry.moments }
    return SlotCells(design: design, rows: rows, slotCount: 2, moments: moments)
  }
}

extension WeightedQuantileRule {
  /// Where a respondent lies between 0 and 1 who has `below` of the weights below and `upTo` with himself.
  fileprivate func position(below: Double, upTo: Double, total: Double, lastWeight: Double) -> Double {
    switch self {
    case .hf5: (below + upTo) / 2 / total
    case .hf6: upTo / (total + lastWeight)
    case .hf7: total > lastWeight ? below / (total - lastWeight) : 0
    case .hf8: (below + 2 * upTo) / (3 * total + lastWeight)
    case .hf9: (3 * below + 5 * upTo) / (8 * total + 2 * lastWeight)
    case .math, .school: upTo / total
    }
  }
}

extension DomainRows {
  /// The values of an item by level of the domain.
  ///
  /// - Parameter cells: the records of each class that gave one value, weights about the class's pivot.
  func values(
    _ cells: some Sequence<(classNumber: Int, value: Double, moments: WeightMoments)>, classes: [RecordClass],
    design: SurveyDesign
  ) -> [LevelValues] {
    var entries = [[LevelValues.Entry]](repeating: [], count: levels.count)
    var levelOfRow = [Int](repeating: 0, count: rows.count)
    for (level, description) in levels.enumerated() {
      for row in description.rows { levelOfRow[row] = level }
    }
    for cell in cells where rowOfClass[cell.classNumber] >= 0 && cell.moments.count > 0 {
      let row = rowOfClass[cell.classNumber]
      let level = levelOfRow[row]
      let step = classes[cell.classNumber].weights.pivot - rows[row].weights.pivot
      entries[level].append(
        LevelValues.Entry(
          row: row - levels[level].rows.lowerBound, value: cell.value, moments: cell.moments.moved(by: step)))
    }
    return levels.indices.map { level in
      LevelValues(design: design, rows: Array(rows[levels[level].rows]), entries: entries[level])
    }
  }
}
