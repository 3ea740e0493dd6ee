import FormDefinition

/// How a list lies below another one: `province = ${prov}` in a choice filter.
struct EntryNesting: Hashable {
  /// The column of the choices sheet that names the choice above.
  let attribute: String
  /// The position of the list above.
  let list: Int

  /// The column and the question that a filter compares; nil for filters that say anything else.
  static func comparison(_ filter: Expression) -> (attribute: String, question: String)? {
    guard filter.attributes.count == 1, filter.references.count == 1 else { return nil }
    let (attribute, question) = (filter.attributes[0], filter.references[0])
    let text = filter.text.filter { !$0.isWhitespace }
    let sides = ["\(attribute)=${\(question)}", "${\(question)}=\(attribute)"]
    return sides.contains(text) ? (attribute, question) : nil
  }
}

extension EntryComposer {
  /// The cell above that decides which entries of a list a drop-down shows; nil when it shows them all.
  ///
  /// The list is put in order by what its choices lie below. A list can lie below one other list only.
  mutating func parentCell(of question: Question, list position: Int, in sheet: Int) -> String? {
    guard let filter = question.choiceFilter, let comparison = EntryNesting.comparison(filter),
      case .choice(let cell) = sheets[sheet].formulas.places[comparison.question],
      let parent = routing.stops.first(where: { $0.question.name == comparison.question })?.question,
      case .selectOne(let parentList) = parent.type, case .selectOne(let list) = question.type, parentList != list
    else { return nil }
    let nesting = EntryNesting(attribute: comparison.attribute, list: listPosition(parentList))
    guard nestings[position] == nil else { return nestings[position] == nesting ? cell : nil }
    let entries = Dictionary(
      lists[nesting.list].choices.map { ($0.code, $0.entry) }, uniquingKeysWith: { first, _ in first })
    var parents: [String: String] = [:]
    for choice in form.choiceLists[list]?.choices ?? [] {
      parents[choice.name] = choice.attributes[nesting.attribute].flatMap { entries[$0] }
    }
    var groups: [String: [EntryChoice]] = [:]
    var order: [String] = []
    for var choice in lists[position].choices {
      choice.parent = parents[choice.code]
      let key = choice.parent ?? ""
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(choice)
    }
    guard order != [""] else { return nil }
    lists[position].choices = order.flatMap { groups[$0] ?? [] }
    nestings[position] = nesting
    return cell
  }
}
