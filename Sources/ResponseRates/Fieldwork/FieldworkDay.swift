public import CivilCalendar

/// One day of the fieldwork.
public struct FieldworkDay: Sendable, Hashable {
  /// The day.
  public var day: CivilDay
  /// Answers of this day.
  public var received: Int
  /// Answers up to the end of this day.
  public var cumulative: Int
  /// Answers expected up to the end of this day; nil: nothing is expected.
  public var expected: Double?
}

extension RecordScan {
  /// The longest run of days that is listed day by day; longer ones leave out days without answers.
  private static let longestRun = 366

  /// The days from the first to the last answer or expected day, with what had come in by then.
  func fieldworkDays(_ fieldwork: Fieldwork?, expected: Double?) -> [FieldworkDay] {
    var received: [Int: Int] = [:]
    for record in counted {
      if let day = days[record] { received[day, default: 0] += 1 }
    }
    let ends = received.keys + (fieldwork.map { [$0.first.number, $0.last.number] } ?? [])
    guard let first = ends.min(), let last = ends.max() else { return [] }
    let (length, isTooLong) = last.subtractingReportingOverflow(first)
    let listed = !isTooLong && length < Self.longestRun ? Array(first...last) : Set(ends).sorted()
    var cumulative = 0
    return listed.map { number in
      cumulative += received[number] ?? 0
      let day = CivilDay(number: number)
      let due = fieldwork.flatMap { fieldwork in expected.map { $0 * fieldwork.share(upTo: day) } }
      return FieldworkDay(day: day, received: received[number] ?? 0, cumulative: cumulative, expected: due)
    }
  }
}
