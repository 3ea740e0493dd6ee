/// Marks that stand for placeholders while Markdown is rendered: private-use characters around a number.
///
/// Markdown passes them on untouched, so no label or figure is ever read as Markdown.
enum Token {
  static let inline: Character = "\u{E000}"
  static let block: Character = "\u{E002}"
  static let end: Character = "\u{E001}"

  /// Whether a character is one of the marks.
  static func isReserved(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0xE000...0xE002).contains($0.value) }
  }
}
