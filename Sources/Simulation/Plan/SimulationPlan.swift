import Diagnostics
import FormDefinition
import Responses

/// Everything about a form that the making of records needs, prepared once.
struct SimulationPlan: Sendable {
  let layout: RecordLayout
  /// The records' table, then each repeat's, a repeat behind the one around it.
  private(set) var tables: [TablePlan] = []
  /// The elements of a submission.
  let outline: [SubmissionElement]

  /// What stands in the way of valid answers.
  var diagnostics: [Diagnostic] { tables.flatMap(\.diagnostics) }

  init(_ form: Form, options: SimulationOptions) {
    layout = RecordLayout(form: form)
    outline = SubmissionElement.outline(of: form)
    let gathering = TableGathering(form)
    let characters = LikertCharacters(form, gathering.tables[0].questions.map(\.question))
    for table in gathering.tables {
      tables.append(
        TablePlan(
          form, table.questions, inner: table.inner.map { gathering.placedRepeat($0) },
          outer: table.parent.map { tables[$0] }, characters: characters, options: options))
    }
  }
}

/// A question of a table.
struct TableQuestion {
  let question: Question
  /// The conditions between the rows of its table and itself, outermost first, and its own.
  let relevance: [Expression]
}

/// A repeat as the rows around it see it.
struct PlacedRepeat {
  let group: QuestionGroup
  let table: Int
  /// The conditions of the groups between the rows around it and itself, and its own.
  let relevance: [Expression]
  /// The names of the repeat, and of all that is inside it.
  let names: [String]
}

/// The questions and repeats of a form by the table they stand in.
struct TableGathering {
  struct Table {
    var parent: Int?
    var group: QuestionGroup?
    var relevance: [Expression] = []
    var questions: [TableQuestion] = []
    var inner: [Int] = []
  }

  private(set) var tables: [Table] = [Table()]

  init(_ form: Form) { visit(form.children, relevance: [], table: 0) }

  /// What a table's own rows see of a repeat inside.
  func placedRepeat(_ table: Int) -> PlacedRepeat {
    let group = tables[table].group ?? QuestionGroup(name: "", position: SourcePosition(file: ""))
    return PlacedRepeat(group: group, table: table, relevance: tables[table].relevance, names: names(in: table))
  }

  private func names(in table: Int) -> [String] {
    [tables[table].group?.name ?? ""] + tables[table].questions.map(\.question.name)
      + tables[table].inner.flatMap { names(in: $0) }
  }

  /// - Parameter relevance: the conditions met since the rows of the table.
  private mutating func visit(_ nodes: [FormNode], relevance: [Expression], table: Int) {
    for node in nodes {
      switch node {
      case .question(let question):
        guard question.type.storage != nil else { continue }
        tables[table].questions.append(
          TableQuestion(question: question, relevance: relevance + [question.relevant].compactMap { $0 }))
      case .group(let group):
        visit(group.children, relevance: relevance + [group.relevant].compactMap { $0 }, table: table)
      case .repeatGroup(let group):
        let own = relevance + [group.relevant].compactMap { $0 }
        tables.append(Table(parent: table, group: group, relevance: own))
        tables[table].inner.append(tables.count - 1)
        // Inside, the conditions around hold already: the rows are made only then.
        visit(group.children, relevance: [], table: tables.count - 1)
      }
    }
  }
}
