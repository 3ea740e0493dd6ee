import FormDefinition

/// A question's choice filter: each choice is held against each combination of the answers it depends on once.
struct ChoiceFilterRule: Sendable {

  private let choices: [Choice]
  /// The positions of the choices with the name of each: a list may hold one name several times.
  private let namesakes: [[Int]]
  private let unused: Rule
  private var rules: [Int: Rule] = [:]

  /// Prepares a filter of a list's choices.
  init(_ filter: Expression, choices: [Choice], _ names: AnswerNames) {
    self.choices = choices
    var byName: [String: [Int]] = [:]
    for (position, choice) in choices.enumerated() { byName[choice.name, default: []].append(position) }
    namesakes = choices.map { byName[$0.name] ?? [] }
    unused = Rule(filter, names)
  }

  /// The chosen choices of a record that the filter does not offer, by name.
  mutating func unoffered(_ context: inout BatchContext, row: Int, column: AnswerColumn) -> [String] {
    var names: [String] = []
    for position in column.chosenPositions(at: row) where choices.indices.contains(position) {
      if !isOffered(position, &context, row: row) { names.append(choices[position].name) }
    }
    return names
  }

  private mutating func isOffered(_ position: Int, _ context: inout BatchContext, row: Int) -> Bool {
    for namesake in namesakes[position] {
      context.choice = choices[namesake]
      if rules[namesake, default: unused].isTrue(&context, row: row) { return true }
    }
    return false
  }
}

extension AnswerColumn {
  /// The positions (from 0) of a record's choices in their list; none for a missing answer and other kinds.
  fileprivate func chosenPositions(at row: Int) -> [Int] {
    guard state(at: row) == .answered else { return [] }
    switch self {
    case .coded(let codes): return [Int(codes[row]) - 1]
    case .wideCoded(let codes): return [Int(codes[row]) - 1]
    case .multiple(let column):
      let words = column.words[(row * column.wordsPerRecord)..<((row + 1) * column.wordsPerRecord)]
      return words.enumerated().flatMap { index, word in
        (0..<64).filter { word >> UInt64($0) & 1 == 1 }.map { index * 64 + $0 }
      }
    case .ranking(let column):
      return column.places[(row * column.width)..<((row + 1) * column.width)].filter { $0 != 0 }.map { Int($0) - 1 }
    case .integer, .decimal, .dateTime, .text: return []
    }
  }
}
