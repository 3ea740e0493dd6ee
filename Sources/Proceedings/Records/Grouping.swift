import TextEncoding

extension Sequence {
  /// The elements by a text, in the order in which the texts first come, texts that people take for the same being one.
  func grouped(by text: (Element) -> String) -> [(name: String, members: [Element])] {
    var places: [String: Int] = [:]
    var groups: [(name: String, members: [Element])] = []
    for element in self {
      let name = text(element)
      let key = name.comparisonKey
      if let place = places[key] {
        groups[place].members.append(element)
      } else {
        places[key] = groups.count
        groups.append((name, [element]))
      }
    }
    return groups
  }
}
