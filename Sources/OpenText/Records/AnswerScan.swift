import Diagnostics
import Responses

/// The days whose records belong to a wave, by a date or moment of theirs.
public struct AnswerPeriod: Sendable, Hashable {
  /// The question holding the date or moment.
  public var field: String
  /// Days since 1970-01-01, in local time of the answer.
  public var days: ClosedRange<Int>

  /// Creates a period.
  public init(field: String, days: ClosedRange<Int>) {
    self.field = field
    self.days = days
  }

  /// Whether a record's day lies in it; a record without one is outside.
  func contains(_ row: Int, of column: AnswerColumn?) -> Bool {
    switch column {
    case .integer(let column)?:
      return column.states[row] == AnswerState.answered.rawValue && days.contains(Int(clamping: column.values[row]))
    case .dateTime(let column)?:
      guard column.states[row] == AnswerState.answered.rawValue else { return false }
      let (local, overflow) = column.milliseconds[row].addingReportingOverflow(
        Int64(column.offsetMinutes[row]) * 60_000)
      if overflow { return false }
      let (day, rest) = local.quotientAndRemainder(dividingBy: 86_400_000)
      return days.contains(Int(clamping: rest < 0 ? day - 1 : day))
    default: return false
    }
  }
}

/// Reads the open answers of records, person by person.
struct AnswerScan<Source: RecordSource> {
  let records: Source
  let questions: [String]
  /// Nil: all records.
  let period: AnswerPeriod?

  /// Hands over the columns of the open questions (nil for one that a batch has not), which rows lie in the period,
  /// and the columns of further questions.
  func forEachBatch(
    further: [String] = [],
    _ body: (_ texts: [TextColumn?], _ rows: [Int], _ further: [AnswerColumn?]) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    let places = questions.map { records.layout.index(of: $0) }
    let furtherPlaces = further.map { records.layout.index(of: $0) }
    let dated = period.flatMap { records.layout.index(of: $0.field) }
    let fields = (places + furtherPlaces + [dated]).compactMap(\.self)
    try records.forEachAnonymousBatch(fields: Set(fields).sorted()) { (batch) throws(StageFailure) in
      let texts = places.map { place -> TextColumn? in
        if let place, case .text(let column)? = batch.columns[place] { column } else { nil }
      }
      let rows = batch.rows(in: period, dated: dated)
      try body(texts, rows, furtherPlaces.map { place in place.flatMap { batch.columns[$0] } })
    }
  }
}

extension RecordBatch {
  /// The rows that lie in a period, by the place of its field.
  func rows(in period: AnswerPeriod?, dated: Int?) -> [Int] {
    guard let period else { return Array(0..<count) }
    let date = dated.flatMap { columns[$0] }
    return (0..<count).filter { period.contains($0, of: date) }
  }
}
