import FormDefinition

/// The choices of a list that is too long for codes: answers are texts and looked up by name.
struct LongListRule: Sendable {
  private let choices: [Choice]
  /// The positions of the choices with each name.
  private let positions: [String: [Int]]
  private let holdsSeveral: Bool
  private let filter: Expression?

  /// Prepares the look-up.
  init(_ choices: [Choice], holdsSeveral: Bool, filter: Expression?) {
    self.choices = choices
    self.holdsSeveral = holdsSeveral
    var positions: [String: [Int]] = [:]
    for (position, choice) in choices.enumerated() { positions[choice.name, default: []].append(position) }
    self.positions = positions
    self.filter = filter
  }

  /// What is wrong with an answer: a choice that the list lacks, or that the filter does not offer; nil when nothing is.
  ///
  /// - Complexity: O(choices of the answer), each with the cost of the filter.
  func breach(
    _ answer: String, _ context: inout BatchContext, row: Int, isFilterKnown: Bool
  ) -> RuleBreach.Kind? {
    let names = holdsSeveral ? answer.split(whereSeparator: \.isWhitespace).map(String.init) : [answer]
    for name in names {
      let found = (positions[name] ?? []).filter { choices[$0].name.utf8.elementsEqual(name.utf8) }
      if found.isEmpty { return .notAChoice }
      guard isFilterKnown, let filter else { continue }
      let isOffered = found.contains { position in
        context.choice = choices[position]
        context.row = row
        return filter.holds(in: context)
      }
      if !isOffered { return .notOffered }
    }
    return nil
  }
}
