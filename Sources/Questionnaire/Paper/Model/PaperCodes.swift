package import FormDefinition

/// The codes that stand on paper for the choices of a list.
///
/// A list whose names are all numbers keeps them; in others, numeric names (98, 99) stay and the rest are counted
/// from 1, so that a person reads short codes and the codebook tells what is keyed for them.
package enum PaperCodes {
  /// The printed codes in the order of the choices, all different.
  ///
  /// - Parameter isRanked: whether ranks are written beside the choices; then the codes are letters.
  package static func codes(of list: ChoiceList, isRanked: Bool = false) -> [String] {
    if isRanked, list.choices.count <= letters.count { return letters.prefix(list.choices.count).map { String($0) } }
    let kept = Set(list.choices.map(\.name).filter(isShortNumber))
    if kept.count == list.choices.count { return list.choices.map(\.name) }
    var used: Set<String> = []
    var next = 1
    return list.choices.map { choice in
      if kept.contains(choice.name), used.insert(choice.name).inserted { return choice.name }
      while kept.contains("\(next)") { next += 1 }
      defer { next += 1 }
      return "\(next)"
    }
  }

  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

  private static func isShortNumber(_ name: String) -> Bool {
    (1...4).contains(name.utf8.count) && name.utf8.allSatisfy { (48...57).contains($0) }
  }
}
