/// Marks that stand for placeholders while Markdown is rendered: private-use characters around a number.
///
/// Markdown passes them on untouched, so no label or figure is ever read as Markdown or HTML.
enum Token {
  static let inline: Character = "\u{E000}"
  static let block: Character = "\u{E002}"
  static let end: Character = "\u{E001}"

  /// Whether a character is one of the marks.
  static func isReserved(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0xE000...0xE003).contains($0.value) }
  }

  /// Puts the pieces in the place of their marks; a block's mark also takes the paragraph around it away.
  static func substitute(in html: String, pieces: [String]) -> String {
    var output = ""
    var remaining = html[...]
    while let start = remaining.firstIndex(where: { $0 == inline || $0 == block }) {
      let isBlock = remaining[start] == block
      output += remaining[..<start]
      let digits = remaining[remaining.index(after: start)...].prefix { $0.isASCII && $0.isNumber }
      remaining = remaining[digits.endIndex...].dropFirst()
      let piece = Int(digits).flatMap { pieces.indices.contains($0) ? pieces[$0] : nil } ?? ""
      if isBlock, output.hasSuffix("<p>"), remaining.hasPrefix("</p>") {
        output.removeLast(3)
        remaining = remaining.dropFirst(4)
      }
      output += piece
    }
    return output + remaining
  }
}
