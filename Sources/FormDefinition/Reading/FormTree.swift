/// Builds the tree of questions and groups out of the survey's rows.
struct FormTree {
  /// Deeper groups are not nested: the form has an error then, and nothing walks the tree that deep.
  static let maximumDepth = 64

  private struct OpenGroup {
    var group: QuestionGroup
    var isRepeat: Bool
  }

  private(set) var children: [FormNode] = []
  private var open: [OpenGroup] = []
  private var flattened = 0

  init(_ rows: [SurveyRow]) {
    for row in rows { add(row) }
    while !open.isEmpty { close() }
  }

  private mutating func add(_ row: SurveyRow) {
    switch row.kind {
    case .question(let type, let orOther):
      append(.question(Question(row, type: type)))
      if orOther { append(.question(Question(otherTextFor: row))) }
    case .begin(let isRepeat):
      if open.count < Self.maximumDepth {
        open.append(OpenGroup(group: QuestionGroup(row), isRepeat: isRepeat))
      } else {
        flattened += 1
      }
    case .end:
      if flattened > 0 { flattened -= 1 } else if !open.isEmpty { close() }
    case .table, .unknown: break
    }
  }

  private mutating func append(_ node: FormNode) {
    if open.isEmpty { children.append(node) } else { open[open.count - 1].group.children.append(node) }
  }

  private mutating func close() {
    let closed = open.removeLast()
    append(closed.isRepeat ? .repeatGroup(closed.group) : .group(closed.group))
  }
}

extension QuestionGroup {
  fileprivate init(_ row: SurveyRow) {
    self.init(name: row.name, position: row.cells.position())
    label = row.cells.text(.label)
    hint = row.cells.text(.hint)
    media = row.cells.media
    attributes = NodeAttributes(row, ofGroup: true)
    relevant = row.expressions[.relevant]
    appearance = row.cells[.appearance]
    repeatCount = row.expressions[.repeatCount]
  }
}

extension Question {
  fileprivate init(_ row: SurveyRow, type: QuestionType) {
    let cells = row.cells
    self.init(name: row.name, type: type, position: cells.position())
    label = cells.text(.label)
    media = cells.media
    hint = cells.text(.hint)
    if hint.isEmpty, let implied = SurveyTypeNames.implied[cells[.type]]?.hint, !implied.isEmpty {
      hint = LocalizedText(["": implied])
    }
    guidanceHint = cells.text(.guidanceHint)
    required = row.expressions[.required]
    requiredMessage = cells.text(.requiredMessage)
    relevant = row.expressions[.relevant]
    constraint = row.expressions[.constraint]
    constraintMessage = cells.text(.constraintMessage)
    calculation = row.expressions[.calculation]
    defaultValue = cells[.defaultValue]
    computedDefault = row.expressions[.defaultValue]
    appearance = cells[.appearance]
    readOnly = row.expressions[.readOnly]
    choiceFilter = row.expressions[.choiceFilter]
    parameters = readParameters(cells[.parameters]).parameters
    triggers = NameReferences(cells[.trigger]).names
    attributes = NodeAttributes(row, ofGroup: false)
    // The old name of `acknowledge` leaves the type of the answer open.
    if cells[.type].lowercased() == "trigger" {
      attributes.bind.append(NodeAttributes.Attribute(name: "type", value: ""))
    }
  }

  /// The text question that `or_other` adds.
  fileprivate init(otherTextFor row: SurveyRow) {
    let name = OrOther.questionName(for: row.name)
    self.init(name: name, type: .text, position: row.cells.position())
    label = OrOther.specifyLabel(languages: row.cells.text(.label).byCode.keys)
    relevant =
      Expression.parse("selected(${\(row.name)}, '\(OrOther.choice)')", at: row.cells.position(.type)).expression
  }
}
