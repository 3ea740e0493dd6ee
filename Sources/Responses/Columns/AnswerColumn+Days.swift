extension AnswerColumn {
  /// The day of each date or moment, days since 1970-01-01 in local time of the answer; nil where there is none.
  ///
  /// - Complexity: O(records).
  public func days() -> [Int?] {
    let answered = AnswerState.answered.rawValue
    switch self {
    case .integer(let column):
      return column.states.indices.map { column.states[$0] == answered ? Int(column.values[$0]) : nil }
    case .dateTime(let column):
      return column.states.indices.map { row in
        guard column.states[row] == answered else { return nil }
        let offset = Int64(column.offsetMinutes[row]) * 60_000
        let (local, isTooLong) = column.milliseconds[row].addingReportingOverflow(offset)
        if isTooLong { return nil }
        let (days, rest) = local.quotientAndRemainder(dividingBy: 86_400_000)
        return Int(rest < 0 ? days - 1 : days)
      }
    default: return Array(repeating: nil, count: count)
    }
  }
}
