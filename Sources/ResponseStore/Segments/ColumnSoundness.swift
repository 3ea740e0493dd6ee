internal import Responses

extension AnswerColumn {
  /// Whether every element is one that could have been written for a field.
  ///
  /// Checksums find damage; this finds what a faulty or hostile writer stored, so that it becomes no index outside a
  /// list of choices, nor a date outside the calendar, in whoever reads the column.
  /// - Complexity: O(records × width), a small part of reading.
  func isSound(for field: Field) -> Bool {
    let choices = field.choices.count
    switch self {
    case .coded(let codes): return !codes.holdsCode(above: choices, except: ChoiceCode.notShown)
    case .wideCoded(let codes): return !codes.holdsCode(above: choices, except: ChoiceCode.wideNotShown)
    case .multiple(let column):
      guard column.states.areStates else { return false }
      let used = choices % 64
      // Bits beyond the last choice.
      let unused: UInt64 = used == 0 ? 0 : ~0 << UInt64(used)
      let last = column.wordsPerRecord - 1
      return unused == 0
        || column.states.indices.allSatisfy { column.words[$0 * column.wordsPerRecord + last] & unused == 0 }
    case .ranking(let column): return column.states.areStates && column.places.allSatisfy { Int($0) <= choices }
    case .integer(let column):
      guard column.states.areStates else { return false }
      switch field.storage {
      case .date: return column.values.allSatisfy { StoredRange.days.contains($0) }
      case .time: return column.values.allSatisfy { StoredRange.millisecondsOfDay.contains($0) }
      default: return true
      }
    case .decimal(let column): return column.states.areStates && column.values.allSatisfy(\.isFinite)
    case .dateTime(let column):
      return column.states.areStates && column.milliseconds.allSatisfy { StoredRange.milliseconds.contains($0) }
        && column.offsetMinutes.allSatisfy { StoredRange.offsetMinutes.contains($0) }
    case .text(let column): return column.states.areStates
    }
  }
}

/// What calendars and clocks of answers can say: years 0 to 9999, offsets below 19 hours.
private enum StoredRange {
  static let days: ClosedRange<Int64> = -719_528...2_932_896
  static let millisecondsOfDay: Range<Int64> = 0..<86_400_000
  static let milliseconds: ClosedRange<Int64> = -719_530 * 86_400_000...2_932_898 * 86_400_000
  static let offsetMinutes: ClosedRange<Int16> = -1_139...1_139
}

extension [UInt8] {
  /// Whether all are raw values of ``AnswerState``.
  fileprivate var areStates: Bool { !holdsCode(above: Int(AnswerState.notShown.rawValue), except: 0) }
}

extension Array where Element: FixedWidthInteger & UnsignedInteger {
  /// Whether any element is above a limit and not the one that is allowed beside.
  fileprivate func holdsCode(above limit: Int, except allowed: Element) -> Bool {
    guard let limit = Element(exactly: limit) else { return false }
    let codes = span
    // Without an early end and without a branch the loop is done many elements at a time; a maximum would not be.
    var faults: Element = 0
    for index in 0..<codes.count {
      let code = codes[index]
      faults |= (code > limit ? 1 : 0) & (code == allowed ? 0 : 1)
    }
    return faults != 0
  }
}
