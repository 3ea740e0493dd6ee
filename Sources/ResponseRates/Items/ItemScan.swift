import Responses

/// Reads question by question how far interviews went.
struct ItemScan: Sendable {
  private let kinds: ItemKinds
  /// In the order of the form.
  private(set) var counts: [ItemCounts]

  /// How many questions in a row at the end make an interview broken off.
  static let leastTail = 3

  init(_ kinds: ItemKinds) {
    self.kinds = kinds
    counts = kinds.items.map { ItemCounts(item: $0.name) }
  }

  /// The fields it reads.
  var fields: [Int] { kinds.items.map(\.field) }

  /// Reads a batch; what each interview is by the share of its questions answered.
  ///
  /// - Complexity: O(interviews × questions), column by column.
  mutating func read(_ batch: RecordBatch, isCounted: [Bool], rule: CompletenessRule) -> [Disposition] {
    var shown = [Int](repeating: 0, count: batch.count)
    var answered = shown
    /// The first of the questions unanswered at the end so far, and how many these are.
    var tailStart = [Int](repeating: -1, count: batch.count)
    var tail = shown
    for (place, item) in kinds.items.enumerated() {
      let states = item.states(batch.columns[item.field], count: batch.count)
      for row in 0..<batch.count where isCounted[row] { counts[place].count(states[row]) }
      if item.isText { continue }
      for row in 0..<batch.count {
        switch states[row] {
        case .notShown: continue
        case .blank:
          if tail[row] == 0 { tailStart[row] = place }
          tail[row] += 1
        case .noAnswer: tail[row] = 0
        case .answered, .doNotKnow, .notApplicable:
          tail[row] = 0
          answered[row] += 1
        }
        shown[row] += 1
      }
    }
    for row in 0..<batch.count where isCounted[row] && tail[row] >= Self.leastTail {
      counts[tailStart[row]].brokenOff += 1
    }
    return (0..<batch.count).map { rule.disposition(answered: answered[$0], shown: shown[$0]) }
  }
}
