import FormDefinition

/// Consecutive questions that are printed together.
struct PaperRun {
  /// How they are printed.
  enum Kind: Sendable, Hashable {
    /// Each on its own.
    case single
    /// As a table with one column per choice.
    case grid
    /// As one printed list and a place for a code per question.
    case codeList
  }

  let kind: Kind
  let questions: [Question]
  /// The list they share.
  let list: String

  /// The most columns of choices that fit beside the questions on a page.
  static let mostColumns = 9

  /// The longest run at the start of some nodes.
  ///
  /// Questions marked `likert`, or in a group shown as a table, share a table whatever their conditions; unmarked
  /// ones only under the same condition; `minimal` ones with long lists share one printed list.
  static func first(
    of nodes: ArraySlice<FormNode>, in group: QuestionGroup?, lists: [String: ChoiceList]
  ) -> PaperRun {
    guard let first = nodes.first?.question, case .selectOne(let list) = first.type, first.choiceFilter == nil,
      first.isNumberedOnPaper, let count = lists[list]?.choices.count
    else { return PaperRun(kind: .single, questions: [], list: "") }
    let isTable = group.map { $0.appearance.split(separator: " ").contains("table-list") } ?? false
    var run: [Question] = []
    for node in nodes {
      guard let question = node.question, question.type == first.type, question.choiceFilter == nil,
        question.isNumberedOnPaper, question.isMinimal == first.isMinimal, question.isLikert == first.isLikert,
        isTable || first.isMinimal || first.isLikert || question.relevant?.text == first.relevant?.text
      else { break }
      run.append(question)
    }
    if first.isMinimal, run.count > 1, (8...60).contains(count) {
      return PaperRun(kind: .codeList, questions: run, list: list)
    }
    let isGrid = !first.isMinimal && count <= mostColumns && (run.count > 1 || first.isLikert || isTable)
    return PaperRun(kind: isGrid ? .grid : .single, questions: isGrid ? run : [first], list: list)
  }
}

extension Question {
  fileprivate var isMinimal: Bool { appearance.split(separator: " ").contains { $0.hasPrefix("minimal") } }
  fileprivate var isLikert: Bool { appearance.split(separator: " ").contains("likert") }
}
