public import Responses

/// What becomes of a field when records are cut off from their people.
public enum FieldTreatment: Sendable, Hashable {
  /// It stays.
  case keep
  /// It goes: nobody was shown the question.
  case remove
  /// A moment becomes its day.
  case day
  /// It stays when all its answers are numbers, else it goes: weights and counts that a form computes as text.
  case keepNumbers

  /// What becomes of a field nothing was said about: texts go, moments become days, everything else stays.
  public static func usual(for storage: FieldStorage) -> FieldTreatment {
    switch storage {
    case .text: .remove
    case .dateTime: .day
    default: .keep
    }
  }

  func applied(to column: AnswerColumn?, of field: Field) -> AnswerColumn? {
    guard let column else { return nil }
    switch (self, column) {
    case (.keep, _): return column
    case (.day, .dateTime(let moments)):
      var days = moments
      for row in moments.milliseconds.indices {
        let local = Int64(moments.day(at: row)) * 86_400_000
        days.milliseconds[row] = local - Int64(moments.offsetMinutes[row]) * 60_000
      }
      return .dateTime(days)
    case (.keepNumbers, .text(let texts)) where texts.holdsNumbersOnly: return column
    case (.keepNumbers, .text), (.remove, _): return .notShown(field, count: column.count)
    case (.day, _), (.keepNumbers, _): return column
    }
  }
}

extension TextColumn {
  fileprivate var holdsNumbersOnly: Bool {
    (0..<count).allSatisfy { row in
      guard states[row] == AnswerState.answered.rawValue, !self[row].isEmpty else { return true }
      // A number of many digits is a telephone or identity number, not a weight.
      return Double(self[row]) != nil && self[row].prefix { $0 != "." }.count < 8
    }
  }
}
