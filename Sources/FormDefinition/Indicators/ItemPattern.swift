/// A name with `*` for any text, as the items of an indicator may be written.
struct ItemPattern: Sendable {
  private let pieces: [Substring]

  /// Whether there is no `*`: the pattern is a name.
  var isName: Bool { pieces.count == 1 }

  /// How many `*` there are.
  var wildcardCount: Int { pieces.count - 1 }

  init(_ text: some StringProtocol) {
    pieces = Substring(text).split(separator: "*", omittingEmptySubsequences: false)
  }

  /// What each `*` stands for in a name (the shortest text from the left); nil when the name does not fit.
  ///
  /// - Complexity: O(length of the name × number of `*`).
  func match(_ name: String) -> [String]? {
    guard let first = pieces.first, let last = pieces.last, !isName else { return pieces.first == name[...] ? [] : nil }
    guard name.hasPrefix(first) else { return nil }
    var rest = name.dropFirst(first.count)
    guard rest.hasSuffix(last) else { return nil }
    rest = rest.dropLast(last.count)
    var captures: [String] = []
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return nil }
      captures.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    captures.append(String(rest))
    return captures
  }

  /// The name with each `*` replaced in turn.
  func filled(with captures: [String]) -> String {
    var name = String(pieces.first ?? "")
    for (piece, capture) in zip(pieces.dropFirst(), captures) { name += capture + piece }
    return name
  }
}
