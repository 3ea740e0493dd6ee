import FormDefinition

extension PaperComposer {
  /// More questions than this run down the page, the repetitions across.
  private static let mostColumns = 6
  private static let usualRowCount = 8
  private static let mostRowCount = 30
  private static let transposedCount = 4

  /// A repeat as a table; repeats inside it become tables of their own behind it.
  mutating func appendRosters(of group: QuestionGroup) {
    var inner: [QuestionGroup] = []
    var columns: [PaperQuestion] = []
    collect(group.children, &columns, &inner)
    if !columns.isEmpty { append(roster(of: group, columns)) }
    for child in inner {
      appendSubheading(text(child.label).onOneLine)
      appendRosters(of: child)
    }
  }

  private mutating func collect(
    _ nodes: [FormNode], _ columns: inout [PaperQuestion], _ inner: inout [QuestionGroup]
  ) {
    for node in nodes {
      switch node {
      case .question(let question): if question.isNumberedOnPaper { columns.append(numbered(question)) }
      case .group(let child): collect(child.children, &columns, &inner)
      case .repeatGroup(let child): inner.append(child)
      }
    }
  }

  private func roster(of group: QuestionGroup, _ columns: [PaperQuestion]) -> PaperRoster {
    let isTransposed = columns.count > Self.mostColumns
    let fixed = (group.repeatCount?.text).flatMap { Int($0) }
    let count = fixed.map { max(1, min($0, Self.mostRowCount)) }
    return PaperRoster(
      columns: columns, count: count ?? (isTransposed ? Self.transposedCount : Self.usualRowCount),
      isTransposed: isTransposed, instruction: wording.roster(isTransposed: isTransposed))
  }
}
