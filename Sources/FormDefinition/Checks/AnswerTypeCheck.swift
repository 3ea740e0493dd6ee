import Diagnostics

/// Expressions treat answers as what they are: choices of their list, numbers, dates, texts.
enum AnswerTypeCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var lists = ChoiceNames(draft)
    draft.forEachExpression { row, column, expression in
      // What stands in a choice filter is mostly about columns; `.` is the question's answer in its constraint only.
      let scope = ExpressionScope(
        draft: draft, expression: expression, own: column == .constraint ? row : nil)
      var findings: [(code: DiagnosticCode, arguments: [String: String])] = []
      expression.root.visit { node in
        findings += SelectionRule.findings(node, scope)
        findings += ComparedChoiceRule.findings(node, scope, &lists, &report)
        findings += NumberRule.findings(node, scope, &lists)
        findings += DateRule.findings(node, scope)
      }
      for finding in findings {
        report.add(finding.code, at: row.cells.position(column), field: row.name, finding.arguments)
      }
    }
  }
}

/// A finding on its way: its code and what its wording needs.
typealias TypeFinding = (code: DiagnosticCode, arguments: [String: String])

/// What the names in an expression stand for.
struct ExpressionScope {
  let draft: FormDraft
  let expression: Expression
  /// The row whose answer is `.`; nil where it is none's.
  let own: SurveyRow?

  /// The question whose answer a node is, with its type; nil for anything else.
  func question(_ node: ExpressionNode) -> (name: String, type: QuestionType, row: SurveyRow)? {
    let row: SurveyRow?
    switch node {
    case .reference(let index): row = draft.row(named: expression.references[index])
    case .current: row = own
    default: row = nil
    }
    guard let row, let type = row.type else { return nil }
    return (row.name, type, row)
  }
}

/// The names of the choices of each list, looked up once.
struct ChoiceNames {
  private let draft: FormDraft
  private var known: [String: Entry] = [:]

  /// What is known of a list: the names, also in order, and whether one of them at least is a number.
  typealias Entry = (names: Set<String>, sorted: [String], areNumbers: Bool)

  init(_ draft: FormDraft) { self.draft = draft }

  /// What is known of a list; nil for one that is not in the sheet.
  mutating func names(of list: String) -> Entry? {
    if let known = known[list] { return known }
    guard let choices = draft.form.choiceLists[list]?.choices else { return nil }
    let names = Set(choices.map(\.name))
    let entry = (names, names.sorted(), names.contains { !NumberText.number(in: $0).isNaN })
    known[list] = entry
    return entry
  }
}
