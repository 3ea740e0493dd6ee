/// A name with `*` for any text, as the items of an indicator may be written.
struct ItemPattern: Sendable {
  /// The UTF-8 between the `*`.
  private let pieces: [[UInt8]]

  /// Whether there is no `*`: the pattern is a name.
  var isName: Bool { pieces.count == 1 }

  /// How many `*` there are.
  var wildcardCount: Int { pieces.count - 1 }

  init(_ text: some StringProtocol) {
    pieces = Array(text.utf8).split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
  }

  /// What each `*` stands for in the UTF-8 of a name (the shortest text from the left); nil when the name does not fit.
  ///
  /// - Complexity: O(length of the name × length of the pattern).
  func match(_ name: [UInt8]) -> [ArraySlice<UInt8>]? {
    guard let first = pieces.first, let last = pieces.last, !isName else { return pieces.first == name ? [] : nil }
    guard name.count >= first.count + last.count, name.starts(with: first), name.suffix(last.count).elementsEqual(last)
    else { return nil }
    var rest = name[first.count..<(name.count - last.count)]
    var captures: [ArraySlice<UInt8>] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let start = Self.firstStart(of: piece, in: rest) else { return nil }
      captures.append(rest[..<start])
      rest = rest[(start + piece.count)...]
    }
    captures.append(rest)
    return captures
  }

  /// The name with each `*` replaced in turn.
  func filled(with captures: [ArraySlice<UInt8>]) -> String {
    var name = pieces.first ?? []
    for (piece, capture) in zip(pieces.dropFirst(), captures) { name += capture + piece }
    return String(decoding: name, as: UTF8.self)
  }

  private static func firstStart(of piece: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard let first = piece.first else { return text.startIndex }
    guard text.count >= piece.count else { return nil }
    for start in text.startIndex...(text.endIndex - piece.count) where text[start] == first {
      if text[start...].starts(with: piece) { return start }
    }
    return nil
  }
}
