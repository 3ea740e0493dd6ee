/// A question with the groups around it, outermost first.
public struct PlacedQuestion: Sendable {
  /// The question.
  public let question: Question
  /// The groups around it, outermost first, repeats included.
  public let groups: [QuestionGroup]
  /// Whether one of the groups around it is a repeat.
  public let isRepeated: Bool

  /// The names from the outermost group down to the question.
  public var path: [String] { groups.map(\.name) + [question.name] }

  /// The conditions under which the question is shown, outermost first; all must hold.
  public var relevance: [Expression] { groups.compactMap(\.relevant) + [question.relevant].compactMap { $0 } }
}

extension Form {
  /// Every question in the order of the form, with its surroundings.
  public var placedQuestions: [PlacedQuestion] {
    var placed: [PlacedQuestion] = []
    func visit(_ nodes: [FormNode], groups: [QuestionGroup], isRepeated: Bool) {
      for node in nodes {
        switch node {
        case .question(let question):
          placed.append(PlacedQuestion(question: question, groups: groups, isRepeated: isRepeated))
        case .group(let group):
          visit(group.children, groups: groups + [group], isRepeated: isRepeated)
        case .repeatGroup(let group):
          visit(group.children, groups: groups + [group], isRepeated: true)
        }
      }
    }
    visit(children, groups: [], isRepeated: false)
    return placed
  }
}
