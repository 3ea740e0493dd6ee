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
      } else {
        values.append(entry.value)
        cumulated.append(sum + correction)
      }
    }
  }

  /// The value at or below which lies the share `share` of the weights; nil without weight or outside 0…1.
  ///
  /// Whether the weights up to a value are exactly the share is decided in double precision, as R's `svyquantile` does.
  func quantile(_ share: Double, rule: WeightedQuantileRule) -> Double? {
    guard let total = cumulated.last, share >= 0, share <= 1 else { return nil }
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

  /// Two slots: the records with values up to a limit, and the others.
  func cells(splitAt limit: Double) -> SlotCells {
    var moments = [WeightMoments](repeating: WeightMoments(), count: 2 * rows.count)
    for entry in entries { moments[2 * entry.row + (entry.value <= limit ? 0 : 1)] += entry.moments }
    return SlotCells(design: design, rows: rows, slotCount: 2, moments: moments)
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
