import Diagnostics

@testable import FormDefinition

/// A record made of a dictionary.
struct SampleContext: AnswerContext {
  var answers: [String: [String]] = [:]
  var attributes: [String: String] = [:]
  var current = ""
  /// 2026-11-21T10:15:30.250+07:00.
  var now: (milliseconds: Int64, offsetMinutes: Int) = (1_795_230_930_250, 420)

  func answer(to name: String) -> String { answers[name]?.first ?? "" }
  func answers(to name: String) -> [String] { answers[name] ?? [] }
  func attribute(named name: String) -> String { attributes[name] ?? "" }
}

extension SampleContext {
  /// Some answers used by several suites.
  static let filled = SampleContext(
    answers: [
      "age": ["34"], "sex": ["female"], "areas": ["urban  border"], "born": ["1992-02-29"], "empty": [""],
      "income": ["12.50"], "child": ["4", "", "9"], "sent": ["2026-11-21T02:00:00.000Z"], "name": ["Nguyễn"],
    ], attributes: ["province": "75"], current: "42")
}

let samplePlace = SourcePosition(file: "forms/sample/survey.csv", line: 2, column: 5)

/// The parsed expression, or nil when it has errors.
func parsed(_ text: String) -> Expression? { Expression.parse(text, at: samplePlace).expression }

/// The value of an expression for the sample answers.
func value(_ text: String) -> ExpressionValue? { parsed(text)?.evaluate(in: SampleContext.filled) }
