/// A part of a label: text, or the place of an answer written as `${name}`.
enum LabelPiece: Sendable, Hashable {
  case text(String)
  case answer(String)

  /// Splits a label at its references.
  static func pieces(of label: String) -> [LabelPiece] {
    var pieces: [LabelPiece] = []
    var rest = Substring(label)
    while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      if start.lowerBound > rest.startIndex { pieces.append(.text(String(rest[..<start.lowerBound]))) }
      pieces.append(.answer(String(rest[start.upperBound..<end].filter { $0 != " " })))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }
}

extension Substring {
  /// The first place of a text.
  fileprivate func firstRange(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      let tail = self[start...]
      if tail.hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
