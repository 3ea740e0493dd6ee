import Diagnostics
import FormDefinition
import Responses

extension AnswerFault {
  /// The code under which it is reported.
  var code: DiagnosticCode {
    switch self {
    case .notAChoice: .answerNotAChoice
    case .repeatedChoice: .answerRepeatedChoice
    case .notAnInteger: .answerNotAnInteger
    case .notANumber: .answerNotANumber
    case .notADate: .answerNotADate
    case .notATime: .answerNotATime
    case .notADateTime: .answerNotADateTime
    case .notATick: .answerNotATick
    case .notUTF8: .answerNotUTF8
    case .ambiguousChoice: .answerChoiceAmbiguous
    case .ambiguousNumber: .answerNumberAmbiguous
    case .ambiguousDate: .answerDateAmbiguous
    }
  }
}

/// The rules of a question as its form writes them.
struct RuleWording: Sendable {
  var constraint = ""
  var choiceFilter = ""

  init() {}

  init(_ question: Question) {
    constraint = question.constraint?.text ?? ""
    choiceFilter = question.choiceFilter?.text ?? ""
  }
}

extension RuleBreach {
  /// The finding about it.
  func diagnostic(at position: SourcePosition, record: String, field: String, rules: RuleWording) -> Diagnostic {
    let value = found.isEmpty ? nil : found
    switch kind {
    case .required:
      return Diagnostic(.answerRequired, at: position, record: record, field: field)
    case .constraint:
      return Diagnostic(
        .answerConstraint, at: position, record: record, field: field, ["constraint": rules.constraint],
        restrictedValue: value)
    case .outOfRange(let start, let end, let step):
      return Diagnostic(
        .answerOutOfRange, at: position, record: record, field: field, ["start": start, "end": end, "step": step],
        restrictedValue: value)
    case .notAChoice:
      return Diagnostic(.answerNotAChoice, at: position, record: record, field: field, restrictedValue: value)
    case .notOffered:
      return Diagnostic(
        .answerNotOffered, at: position, record: record, field: field, ["filter": rules.choiceFilter],
        restrictedValue: value)
    case .notAsCalculated(let expected):
      return Diagnostic(
        .answerNotAsCalculated, at: position, record: record, field: field, restrictedValue: "\(found) ≠ \(expected)")
    case .notShown:
      return Diagnostic(.answerNotShown, at: position, record: record, field: field, restrictedValue: value)
    }
  }
}

extension RowFault {
  /// The finding about a row.
  func diagnostic(at position: SourcePosition, record: String, expected: Int) -> Diagnostic {
    switch self {
    case .ragged(let found):
      Diagnostic(
        .recordRagged, at: position, record: record, ["found": String(found), "expected": String(expected)])
    case .badQuote: Diagnostic(.recordBadQuote, at: position, record: record)
    case .notUTF8: Diagnostic(.recordNotUTF8, at: position, record: record)
    case .zeroByte: Diagnostic(.recordZeroByte, at: position, record: record)
    }
  }
}
