internal import Responses

extension AnswerColumn {
  /// A record's answer as text, whole numbers included; nil when there is none.
  func textAnswer(_ record: Int) -> String? {
    switch self {
    case .text(let column):
      isAnswered(column.states, record) && !column.isEmpty(at: record) ? column[record] : nil
    case .integer(let column): isAnswered(column.states, record) ? String(column.values[record]) : nil
    default: nil
    }
  }

  /// A record's whole number, or day since 1970-01-01; nil when there is none, or it is no such number.
  func wholeNumber(_ record: Int) -> Int? {
    switch self {
    case .integer(let column): isAnswered(column.states, record) ? Int(exactly: column.values[record]) : nil
    case .decimal(let column): isAnswered(column.states, record) ? Int(exactly: column.values[record]) : nil
    default: nil
    }
  }

  /// The position of a record's choice from 0; nil when there is no answer.
  func choicePosition(_ record: Int) -> Int? {
    switch self {
    case .coded(let codes):
      codes[record] == ChoiceCode.blank || codes[record] == ChoiceCode.notShown ? nil : Int(codes[record]) - 1
    case .wideCoded(let codes):
      codes[record] == 0 || codes[record] == ChoiceCode.wideNotShown ? nil : Int(codes[record]) - 1
    default: nil
    }
  }

  private func isAnswered(_ states: [UInt8], _ record: Int) -> Bool { states[record] == AnswerState.answered.rawValue }
}
