/// What answers to the questions of a form can be, whatever their conditions say; each list is looked at once.
struct AnswerDomains {
  private let draft: FormDraft
  private var choices: [String: Set<String>] = [:]

  init(_ draft: FormDraft) { self.draft = draft }

  /// The answers to a question by name; everything when the name stands for no one question.
  mutating func domain(of name: String) -> AnswerDomain {
    draft.row(named: name).map { domain(of: $0) } ?? AnswerDomain()
  }

  /// The answers to a row's question; everything for a group.
  mutating func domain(of row: SurveyRow) -> AnswerDomain {
    var domain = AnswerDomain()
    guard let type = row.type else { return domain }
    if let list = type.choiceList, let known = draft.form.choiceLists[list] {
      let names = choices[list] ?? Set(known.choices.map(\.name))
      choices[list] = names
      domain.choices = names
      if case .selectOne = type { domain.holdsSeveral = false }
    }
    switch type {
    case .integer, .date: domain.isWhole = true
    case .range:
      let parameters = readParameters(row.cells[.parameters]).parameters
      let range = RangeTexts(parameters: parameters)
      // A scale may run downwards; one that cannot be read is reported as such.
      if let start = Double(range.start), let end = Double(range.end), start.isFinite, end.isFinite {
        (domain.least, domain.greatest) = (min(start, end), max(start, end))
      }
    default: break
    }
    return domain
  }
}
