import FormDefinition

/// Which rating items are reversed, polarised, or halves of a need's pair.
struct LikertCharacters {
  private var reversed: Set<String> = []
  private var polarised: Set<String> = []
  private var names: Set<String> = []

  /// One statement in this many is polarised, two at most.
  private static let statementsPerPolarised = 8

  init(_ form: Form, _ questions: [Question]) {
    for indicator in form.indicators { reversed.formUnion(indicator.reverse) }
    names = Set(questions.map(\.name))
    let statements = questions.filter { question in
      guard case .selectOne(let list) = question.type, let choices = form.choiceLists[list] else { return false }
      return LikertItem.scale(of: choices) != nil && isStatement(question.name)
    }.map(\.name)
    let count = min(2, statements.count / Self.statementsPerPolarised)
    let ranked = statements.sorted { (SplitMix64.hash($0), $0) < (SplitMix64.hash($1), $1) }
    polarised = Set(ranked.prefix(count))
  }

  /// How an item is coloured.
  func character(of name: String) -> LikertItem.Character {
    if isHalf(name, "_imp", of: "_prov") { return .importance }
    if isHalf(name, "_prov", of: "_imp") { return .provision }
    return polarised.contains(name) ? .polarised : .statement(isReversed: reversed.contains(name))
  }

  private func isStatement(_ name: String) -> Bool {
    !isHalf(name, "_imp", of: "_prov") && !isHalf(name, "_prov", of: "_imp")
  }

  private func isHalf(_ name: String, _ ending: String, of other: String) -> Bool {
    name.hasSuffix(ending) && names.contains(String(name.dropLast(ending.count)) + other)
  }
}
