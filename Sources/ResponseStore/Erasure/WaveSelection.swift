internal import Responses

/// The records of one wave of a form.
public struct WaveSelection: Sendable, Hashable {
  /// The form's identifier.
  public var form: String
  /// The question whose date tells the wave; nil: all records of the form are of the wave.
  public var field: String?
  /// The first day, counted from 1970-01-01.
  public var firstDay: Int
  /// The last day.
  public var lastDay: Int

  /// Selects by a question's date.
  public init(form: String, field: String?, firstDay: Int = .min, lastDay: Int = .max) {
    self.form = form
    self.field = field
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// The day of each record, in the offset it was written with; nil for records without one.
  func days(of batch: RecordBatch) -> [Int?] {
    guard let field else { return Array(repeating: firstDay, count: batch.count) }
    guard let place = batch.layout.index(of: field), let column = batch.columns[place] else {
      return Array(repeating: nil, count: batch.count)
    }
    return Self.days(of: column)
  }

  /// The day of each answer, in the offset it was written with; nil where there is none.
  static func days(of column: AnswerColumn) -> [Int?] {
    (0..<column.count).map { row in
      guard column.state(at: row) == .answered else { return nil }
      switch column {
      case .integer(let column): return Int(column.values[row])
      case .dateTime(let column):
        return column.day(at: row)
      default: return nil
      }
    }
  }

  /// Whether a day is one of the wave.
  func contains(_ day: Int) -> Bool { field == nil || (firstDay...max(firstDay, lastDay)).contains(day) }

  /// The first moment of the wave in Vietnam, in milliseconds since 1970-01-01 UTC.
  var start: Int64 {
    guard field != nil, firstDay > -4_000_000 else { return .min }
    return Int64(firstDay) * 86_400_000 - 420 * 60_000
  }

  /// The first moment after the wave in Vietnam, in milliseconds since 1970-01-01 UTC.
  var end: Int64 {
    guard field != nil, lastDay < 4_000_000 else { return .max }
    return Int64(lastDay + 1) * 86_400_000 - 420 * 60_000
  }
}

extension DateTimeColumn {
  /// The day of a record's moment, in the offset it was written with.
  func day(at row: Int) -> Int {
    let local = milliseconds[row] + Int64(offsetMinutes[row]) * 60_000
    return Int((local - (local < 0 ? 86_399_999 : 0)) / 86_400_000)
  }
}
