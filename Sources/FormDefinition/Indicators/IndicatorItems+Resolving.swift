/// The names of a form's questions, ready for looking up items.
struct QuestionNames: Sendable {
  private let names: [String]
  private let bytes: [[UInt8]]
  private let known: Set<String>

  /// Takes the names in the order of the form.
  init(_ names: [String]) {
    self.names = names
    bytes = names.map { Array($0.utf8) }
    known = Set(names)
  }

  /// Finds the questions that the words of an items cell name: in the order written, those of a pattern in the order of
  /// the form, each once.
  func resolve(_ words: [String]) -> (items: [IndicatorItem], unresolved: [UnresolvedItem]) {
    var items: [IndicatorItem] = []
    var seen: Set<IndicatorItem> = []
    var unresolved: [UnresolvedItem] = []
    for word in words {
      let isRatio = word.contains("/")
      switch word.split(separator: isRatio ? "/" : "|", omittingEmptySubsequences: false).map({ ItemPattern($0) }) {
      case let sides where sides.count == 1 && sides[0].isName:
        if known.contains(word) { append(.question(word)) } else { unresolved.append(.unknown(word)) }
      case let sides where sides.count == 1:
        let found = names.indices.filter { sides[0].match(bytes[$0]) != nil }.map { names[$0] }
        found.forEach { append(.question($0)) }
        if found.isEmpty { unresolved.append(.emptyPattern(word)) }
      case let sides where sides.count == 2 && sides[0].wildcardCount == sides[1].wildcardCount:
        let found = names.indices.compactMap { index in
          sides[0].match(bytes[index]).map { (names[index], sides[1].filled(with: $0)) }
        }
        for (first, second) in found {
          if known.contains(second) {
            append(
              isRatio
                ? .ratio(numerator: first, denominator: second) : .pair(importance: first, provision: second))
          } else {
            unresolved.append(.brokenPair(word, missing: second))
          }
        }
        if found.isEmpty {
          unresolved.append(sides[0].isName ? .unknown(sides[0].filled(with: [])) : .emptyPattern(word))
        }
      default: unresolved.append(.brokenPair(word, missing: ""))
      }
    }
    return (items, unresolved)

    func append(_ item: IndicatorItem) {
      if seen.insert(item).inserted { items.append(item) }
    }
  }
}
