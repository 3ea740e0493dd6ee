/// What each character is to the scanner.
struct LetterTable: Sendable {
  /// One character: a letter with its quality and tone, a mark of the letter before it, or what it separates.
  struct Entry: Sendable {
    var kind: Kind
    /// The number of the letter, or of the digit.
    var code: UInt8 = 0
    var tone = Tone.none
    var isCapital = false
  }

  enum Kind: UInt8, Sendable {
    case letter
    case digit
    /// A combining tone.
    case tone
    /// A combining quality (circumflex, breve, horn).
    case quality
    /// Nothing at all: zero-width characters.
    case ignored
    /// Ends a word, not a phrase.
    case blank
    /// A comma, bracket or dash: ends a phrase.
    case comma
    /// Ends a sentence.
    case stop
    /// A character that Vietnamese typed today does not have.
    case foreign
  }

  /// By code point below U+0370.
  let low: [Entry]
  /// By code point from U+1E00 to U+1EFF.
  let additional: [Entry]

  static let shared = LetterTable()

  private init() {
    var low = [Entry](repeating: Entry(kind: .foreign, code: LetterCode.other), count: 0x370)
    var additional = [Entry](repeating: Entry(kind: .foreign, code: LetterCode.other), count: 0x100)
    for value in 0..<0x80 { low[value] = Self.ascii(Unicode.Scalar(UInt8(value))) }
    func put(_ character: Character, _ entry: Entry) {
      guard let scalar = character.unicodeScalars.first else { return }
      if scalar.value < 0x370 { low[Int(scalar.value)] = entry } else { additional[Int(scalar.value) - 0x1E00] = entry }
    }
    for (vowel, code) in Self.vowels {
      for (letter, tone) in zip(vowel, [Tone.none, .huyen, .hoi, .nga, .sac, .nang]) {
        put(letter, Entry(kind: .letter, code: code, tone: tone))
        for capital in letter.uppercased() {
          put(capital, Entry(kind: .letter, code: code, tone: tone, isCapital: true))
        }
      }
    }
    // Đ, and what looks like it: eth and African D.
    for letter in "đðɖ" { put(letter, Entry(kind: .letter, code: LetterCode.strokeD)) }
    for letter in "ĐÐƉ" { put(letter, Entry(kind: .letter, code: LetterCode.strokeD, isCapital: true)) }
    for (mark, tone) in [(0x300, Tone.huyen), (0x309, .hoi), (0x303, .nga), (0x301, .sac), (0x323, .nang)] {
      low[mark] = Entry(kind: .tone, tone: tone)
    }
    for mark in [0x302, 0x306, 0x31B] { low[mark] = Entry(kind: .quality, code: UInt8(truncatingIfNeeded: mark)) }
    low[0xA0] = Entry(kind: .blank)
    low[0xAD] = Entry(kind: .ignored)
    for mark in "«»" { put(mark, Entry(kind: .comma)) }
    (self.low, self.additional) = (low, additional)
  }

  private static let vowels: [(String, UInt8)] = [
    ("aàảãáạ", LetterCode.of("a")), ("ăằẳẵắặ", LetterCode.breveA), ("âầẩẫấậ", LetterCode.circumflexA),
    ("eèẻẽéẹ", LetterCode.of("e")), ("êềểễếệ", LetterCode.circumflexE), ("iìỉĩíị", LetterCode.of("i")),
    ("oòỏõóọ", LetterCode.of("o")), ("ôồổỗốộ", LetterCode.circumflexO), ("ơờởỡớợ", LetterCode.hornO),
    ("uùủũúụ", LetterCode.of("u")), ("ưừửữứự", LetterCode.hornU), ("yỳỷỹýỵ", LetterCode.of("y")),
  ]

  private static func ascii(_ scalar: Unicode.Scalar) -> Entry {
    switch scalar {
    case "a"..."z": Entry(kind: .letter, code: LetterCode.of(scalar))
    case "A"..."Z": Entry(kind: .letter, code: UInt8(truncatingIfNeeded: scalar.value) - 0x40, isCapital: true)
    case "0"..."9": Entry(kind: .digit, code: UInt8(truncatingIfNeeded: scalar.value) - 0x30 + LetterCode.firstDigit)
    case ".", "!", "?", ";", "\n", "\r": Entry(kind: .stop)
    case ",", ":", "(", ")", "[", "]", "{", "}", "\"", "|": Entry(kind: .comma)
    default: Entry(kind: .blank)
    }
  }

  /// What a character beyond the tables is.
  static func rare(_ scalar: UInt32) -> Entry {
    switch scalar {
    case 0x200B...0x200F, 0x2060, 0xFEFF: Entry(kind: .ignored)
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x2010...0x2015, 0x2212, 0x2018, 0x2019: Entry(kind: .blank)
    case 0x2026, 0x2028, 0x2029, 0x2022, 0x25CF, 0x2023, 0x25AA: Entry(kind: .stop)
    case 0x201C...0x201F, 0x2039, 0x203A: Entry(kind: .comma)
    // Signs, arrows, pictures.
    case 0x2070...0x2BFF, 0xFE00...0xFE0F, 0x1F000...0x1FAFF: Entry(kind: .blank)
    default: Entry(kind: .foreign, code: LetterCode.other)
    }
  }

  /// A letter with a quality that was typed as a mark of its own; nil when the two do not go together.
  static func letter(_ code: UInt8, quality: UInt8) -> UInt8? {
    switch (code, quality) {
    case (LetterCode.of("a"), 0x02): LetterCode.circumflexA
    case (LetterCode.of("e"), 0x02): LetterCode.circumflexE
    case (LetterCode.of("o"), 0x02): LetterCode.circumflexO
    case (LetterCode.of("a"), 0x06): LetterCode.breveA
    case (LetterCode.of("o"), 0x1B): LetterCode.hornO
    case (LetterCode.of("u"), 0x1B): LetterCode.hornU
    default: nil
    }
  }
}
