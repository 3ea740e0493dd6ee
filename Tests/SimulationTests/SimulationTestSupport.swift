import DelimitedText
import Diagnostics
import Foundation
import FormDefinition
import Responses
import Simulation
import Testing

/// A form of the project.
func projectForm(_ name: String) throws -> Form {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  var sheets: [String: [UInt8]] = [:]
  for sheet in ["survey", "choices", "settings", "indicators"] {
    sheets[sheet] = Array(try Data(contentsOf: root.appending(path: "forms/\(name)/\(sheet).csv")))
  }
  return try #require(Form.read(FormSheets(source: "forms/\(name)", sheets: sheets)).form)
}

/// A form written inline; the survey's heading is given by `columns`.
func inlineForm(
  columns: String = "type,name,label,required,relevant,constraint,calculation,choice_filter,appearance,parameters",
  survey: String, choices: String = "", settings: String = "form_id,version\ntrial,1\n"
) throws -> Form {
  let texts = [
    "survey": columns + "\n" + survey, "choices": "list_name,name,label,missing,area\n" + choices, "settings": settings,
  ]
  let sheets = FormSheets(source: "forms/trial", sheets: texts.mapValues { Array($0.utf8) })
  return try #require(Form.read(sheets).form)
}

/// The records of a simulation by heading, read back from its CSV.
struct SimulatedTable {
  let header: [String]
  let rows: [[String]]

  init(_ bytes: [UInt8]) {
    let table = DelimitedTable(bytes: bytes, source: "simulated.csv")
    #expect(table.diagnostics.isEmpty)
    header = table.header
    rows = table.rows.map { $0.fields.map { String($0) } }
  }

  /// The cells of one column.
  func column(_ name: String) throws -> [String] {
    let index = try #require(header.firstIndex(of: name))
    return rows.map { $0[index] }
  }

  /// Each record as answers by question.
  var records: [[String: String]] {
    rows.map { row in Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first }) }
  }
}

/// Answers by name, seen by an expression.
struct DictionaryContext: AnswerContext {
  var answers: [String: String]
  var current = ""
  var choice: Choice?
  let now: (milliseconds: Int64, offsetMinutes: Int) = (1_790_000_000_000, 420)

  func answer(to name: String) -> String { answers[name] ?? "" }
  func attribute(named name: String) -> String {
    choice.map { name == "name" ? $0.name : $0.attributes[name] ?? "" } ?? ""
  }
}

/// Whether a text is a number written as forms write it.
private func isNumber(_ text: String) -> Bool { Double(text).map(\.isFinite) ?? false }

/// What is wrong with a record, by the rules of the form and nothing of the simulator's own; empty when nothing is.
func faults(_ record: [String: String], of form: Form) -> [String] {
  var faults: [String] = []
  for placed in form.placedQuestions where !placed.isRepeated && placed.question.type.storage != nil {
    let question = placed.question
    let answer = record[question.name] ?? ""
    var context = DictionaryContext(answers: record)
    let isShown = placed.relevance.allSatisfy { $0.holds(in: context) }
    if answer.isEmpty {
      if isShown, let required = question.required, required.holds(in: context) {
        faults.append("\(question.name) required")
      }
      continue
    }
    if !isShown { faults.append("\(question.name) not shown") }
    context.current = answer
    if let constraint = question.constraint, !constraint.holds(in: context) {
      faults.append("\(question.name) constraint")
    }
    if let calculation = question.calculation,
      calculation.evaluate(in: DictionaryContext(answers: record)).text != answer
    {
      faults.append("\(question.name) calculation")
    }
    if !isWellFormed(answer, question, form, record) { faults.append("\(question.name) malformed") }
  }
  return faults
}

private func isWellFormed(_ answer: String, _ question: Question, _ form: Form, _ record: [String: String]) -> Bool {
  let choices = question.type.choiceList.flatMap { form.choiceLists[$0]?.choices } ?? []
  let permitted = choices.filter { choice in
    question.choiceFilter?.holds(in: DictionaryContext(answers: record, choice: choice)) ?? true
  }
  let parts = answer.split(separator: " ").map(String.init)
  switch question.type {
  case .selectOne: return permitted.contains { $0.name == answer }
  case .selectMultiple:
    return Set(parts).count == parts.count && parts.allSatisfy { part in permitted.contains { $0.name == part } }
  case .rank: return parts.sorted() == permitted.filter { $0.missing == nil }.map(\.name).sorted()
  case .integer: return Int(answer) != nil
  case .decimal, .range: return isNumber(answer)
  case .date, .metadata(.today): return answer.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
  case .time: return answer.wholeMatch(of: /\d\d:\d\d:\d\d\.000\+07:00/) != nil
  case .dateTime, .metadata(.start), .metadata(.end):
    return answer.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+07:00/) != nil
  default: return true
  }
}
