/// VNI for Windows: a letter and the byte that follows it make one character of Vietnamese.
///
/// Source: the character table of the VNI fonts for Windows (VNI Software, 1990s), as Vietnamese typing programs give
/// it; upper and lower case follow the letter, whichever case the mark is written in.
enum VNIMarks {
  /// What a mark adds to the letter before it: a combining quality, a combining tone; nil: it is no mark for it.
  static func marks(_ mark: UInt8, after letter: Unicode.Scalar) -> [Unicode.Scalar]? {
    // Capital marks lie 0x20 below the small ones.
    let small = mark >= 0xC0 && mark < 0xE0 ? mark + 0x20 : mark
    if let tone = tones[small] {
      switch letter {
      case "a", "A", "e", "E", "o", "O", "u", "U", "y", "Y", "ơ", "Ơ", "ư", "Ư": return [tone]
      default: return nil
      }
    }
    switch letter {
    case "a", "A": return circumflex[small] ?? breve[small]
    case "e", "E", "o", "O": return circumflex[small]
    default: return nil
    }
  }

  /// The letter that a byte is by itself; nil: it is a mark or nothing.
  static func letter(_ byte: UInt8) -> Unicode.Scalar? { letters[byte] }

  private static let tones: [UInt8: Unicode.Scalar] = [
    0xF9: "\u{301}", 0xF8: "\u{300}", 0xFB: "\u{309}", 0xF5: "\u{303}", 0xEF: "\u{323}",
  ]

  private static let circumflex: [UInt8: [Unicode.Scalar]] = [
    0xE2: ["\u{302}"], 0xE1: ["\u{302}", "\u{301}"], 0xE0: ["\u{302}", "\u{300}"], 0xE5: ["\u{302}", "\u{309}"],
    0xE3: ["\u{302}", "\u{303}"], 0xE4: ["\u{302}", "\u{323}"],
  ]

  private static let breve: [UInt8: [Unicode.Scalar]] = [
    0xEA: ["\u{306}"], 0xE9: ["\u{306}", "\u{301}"], 0xE8: ["\u{306}", "\u{300}"], 0xFA: ["\u{306}", "\u{309}"],
    0xFC: ["\u{306}", "\u{303}"], 0xEB: ["\u{306}", "\u{323}"],
  ]

  private static let letters: [UInt8: Unicode.Scalar] = [
    0xF4: "ơ", 0xD4: "Ơ", 0xF6: "ư", 0xD6: "Ư", 0xF1: "đ", 0xD1: "Đ", 0xED: "í", 0xCD: "Í", 0xEC: "ì", 0xCC: "Ì",
    0xE6: "ỉ", 0xC6: "Ỉ", 0xF3: "ĩ", 0xD3: "Ĩ", 0xF2: "ị", 0xD2: "Ị", 0xEE: "ỵ", 0xCE: "Ỵ",
  ]
}
