import Diagnostics
import FormDefinition

extension Form {
  /// The form with every group shown as a table (`table-list`) written out as clients want it: its heading as a note,
  /// a row with the choices' labels before the first question, and questions without them.
  var withTablesWrittenOut: Form {
    guard children.contains(where: \.holdsTable) else { return self }
    var form = self
    form.children = children.map { $0.withTablesWrittenOut }
    return form
  }
}

extension FormNode {
  fileprivate var holdsTable: Bool {
    switch self {
    case .question: false
    case .group(let group), .repeatGroup(let group): group.isTable || group.children.contains(where: \.holdsTable)
    }
  }

  fileprivate var withTablesWrittenOut: FormNode {
    switch self {
    case .question: self
    case .group(let group): .group(group.withTablesWrittenOut)
    case .repeatGroup(let group): .repeatGroup(group.withTablesWrittenOut)
    }
  }

  /// The node as part of a table; the first select gives the row of labels.
  fileprivate func inTable(_ labels: inout Question?) -> [FormNode] {
    switch self {
    case .question(var question):
      guard question.type.choiceList != nil else { return [self] }
      question.appearance = "list-nolabel"
      guard labels == nil else { return [.question(question)] }
      let name = TableNode.labelsName(line: question.position.line ?? 0)
      var row = Question(name: name, type: question.type, position: question.position)
      row.appearance = "label"
      labels = row
      return [.question(row), .question(question)]
    case .group(var group):
      group.children = group.children.flatMap { $0.inTable(&labels) }
      return [.group(group)]
    case .repeatGroup(var group):
      group.children = group.children.flatMap { $0.inTable(&labels) }
      return [.repeatGroup(group)]
    }
  }
}

extension QuestionGroup {
  fileprivate var appearances: [String] { appearance.split(separator: " ").map(String.init) }

  fileprivate var isTable: Bool { appearances.contains("table-list") }

  fileprivate var withTablesWrittenOut: QuestionGroup {
    var group = self
    guard isTable else {
      group.children = children.map { $0.withTablesWrittenOut }
      return group
    }
    group.appearance = (["field-list"] + appearances.filter { $0 != "table-list" }).joined(separator: " ")
    var labels: Question?
    group.children = children.flatMap { $0.inTable(&labels) }
    if !label.isEmpty || !hint.isEmpty {
      var heading = Question(
        name: TableNode.headingName(line: position.line ?? 0), type: .note, position: position)
      heading.label = label
      heading.hint = hint
      group.label = LocalizedText()
      group.hint = LocalizedText()
      group.children.insert(.question(heading), at: 0)
    }
    return group
  }
}
