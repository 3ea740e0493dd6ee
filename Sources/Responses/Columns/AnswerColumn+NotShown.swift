extension AnswerColumn {
  /// A column of a question that nobody was shown.
  public static func notShown(_ field: Field, count: Int) -> AnswerColumn {
    let states = [UInt8](repeating: AnswerState.notShown.rawValue, count: count)
    switch field.storage {
    case .coded:
      return field.choices.count <= ChoiceCode.longestNarrowList
        ? .coded([UInt8](repeating: ChoiceCode.notShown, count: count))
        : .wideCoded([UInt16](repeating: ChoiceCode.wideNotShown, count: count))
    case .multiple:
      let width = (field.choices.count + 63) / 64
      return .multiple(
        MultipleColumn(
          states: states, wordsPerRecord: width, words: [UInt64](repeating: 0, count: count * width)))
    case .ranking:
      let width = field.choices.count
      return .ranking(RankingColumn(states: states, width: width, places: [UInt8](repeating: 0, count: count * width)))
    case .integer, .date, .time:
      return .integer(IntegerColumn(states: states, values: [Int64](repeating: 0, count: count)))
    case .decimal: return .decimal(DecimalColumn(states: states, values: [Double](repeating: 0, count: count)))
    case .dateTime:
      return .dateTime(
        DateTimeColumn(
          states: states, milliseconds: [Int64](repeating: 0, count: count),
          offsetMinutes: [Int16](repeating: 0, count: count)))
    case .text: return .text(TextColumn(states: states, ends: [UInt32](repeating: 0, count: count), bytes: []))
    }
  }
}
