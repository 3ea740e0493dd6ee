package import Responses

extension TabulationPlan.Period {
  private static let millisecondsPerDay: Int64 = 86_400_000

  /// The number each record begins with: 1 inside the period, 0 outside; and how many have no date.
  package func startingNumbers(_ column: AnswerColumn?, count: Int) -> (numbers: [Int32], undated: Int) {
    var numbers = [Int32](repeating: 0, count: count)
    var undated = 0
    for record in 0..<count {
      guard let day = Self.day(column, record) else {
        undated += 1
        continue
      }
      if days.contains(day) { numbers[record] = 1 }
    }
    return (numbers, undated)
  }

  private static func day(_ column: AnswerColumn?, _ record: Int) -> Int64? {
    switch column {
    case .integer(let column):
      return column.states[record] == AnswerState.answered.rawValue ? column.values[record] : nil
    case .dateTime(let column):
      guard column.states[record] == AnswerState.answered.rawValue else { return nil }
      let local = column.milliseconds[record].addingReportingOverflow(Int64(column.offsetMinutes[record]) * 60_000)
      if local.overflow { return nil }
      let (days, rest) = local.partialValue.quotientAndRemainder(dividingBy: millisecondsPerDay)
      return rest < 0 ? days - 1 : days
    default: return nil
    }
  }
}
