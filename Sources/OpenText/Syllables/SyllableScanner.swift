/// One word of a text.
struct Token: Sendable {
  var syllable: Syllable
  /// What stands between it and the word before.
  var boundary = Boundary.blank
  var isCapitalised = false
  /// Whether all of several letters are capitals.
  var isCapitals = false
  var hasDigit = false
  /// Its bytes in the text.
  var bytes: Range<Int>
}

/// What separates a word from the one before it.
enum Boundary: UInt8, Comparable, Sendable {
  case blank, comma, stop

  static func < (left: Boundary, right: Boundary) -> Bool { left.rawValue < right.rawValue }
}

/// Cuts UTF-8 into words; any bytes will do.
///
/// Words are what stands between blanks and signs; letters and digits of one word stay together.
struct SyllableScanner: Sendable {
  /// The words of the text scanned last.
  private(set) var tokens: [Token] = []
  /// Characters that no Vietnamese text typed today has: many of them tell of an old font.
  private(set) var foreignCount = 0

  private let table = LetterTable.shared
  private let plainOf = LetterCode.plain
  private var codes: [UInt8] = []
  private var tone = Tone.none
  private var boundary = Boundary.blank
  private var start = 0
  private var hasDigit = false
  private var capitalCount = 0
  private var isCapitalised = false

  /// Reads a text; the words of the one before are gone.
  ///
  /// - Complexity: O(bytes).
  mutating func scan(_ bytes: [UInt8], in range: Range<Int>) {
    tokens.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    (tone, boundary, foreignCount, hasDigit, capitalCount) = (.none, .blank, 0, false, 0)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        take(table.low[Int(byte)], at: index)
        index += 1
      } else {
        let (scalar, length) = Self.scalar(bytes, at: index, limit: range.upperBound)
        take(entry(scalar), at: index)
        index += length
      }
    }
    endWord(at: range.upperBound)
  }

  private func entry(_ scalar: UInt32) -> LetterTable.Entry {
    if scalar < 0x370 { return table.low[Int(scalar)] }
    if scalar >= 0x1E00, scalar < 0x1F00 { return table.additional[Int(scalar) - 0x1E00] }
    return LetterTable.rare(scalar)
  }

  /// The character at a place and the number of its bytes; U+FFFD where the bytes are none.
  private static func scalar(_ bytes: [UInt8], at index: Int, limit: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, index + length <= limit else { return (0xFFFD, 1) }
    var value = first & (0xFF >> UInt32(length + 1))
    for place in 1..<length {
      let byte = UInt32(bytes[index + place])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, place) }
      value = value << 6 | byte & 0x3F
    }
    return (value, length)
  }

  private mutating func take(_ entry: LetterTable.Entry, at index: Int) {
    switch entry.kind {
    case .letter:
      begin(at: index, isCapital: entry.isCapital)
      if entry.isCapital { capitalCount += 1 }
      if entry.tone != .none { tone = entry.tone }
      codes.append(entry.code)
    case .digit:
      begin(at: index, isCapital: false)
      hasDigit = true
      codes.append(entry.code)
    case .foreign:
      begin(at: index, isCapital: false)
      foreignCount += 1
      codes.append(entry.code)
    case .tone: if !codes.isEmpty { tone = entry.tone }
    case .quality:
      if let last = codes.last, let letter = LetterTable.letter(last, quality: entry.code) {
        codes[codes.count - 1] = letter
      }
    case .ignored: break
    case .blank: endWord(at: index)
    case .comma:
      endWord(at: index)
      boundary = max(boundary, .comma)
    case .stop:
      endWord(at: index)
      boundary = .stop
    }
  }

  private mutating func begin(at index: Int, isCapital: Bool) {
    guard codes.isEmpty else { return }
    start = index
    isCapitalised = isCapital
  }

  private mutating func endWord(at end: Int) {
    guard !codes.isEmpty else { return }
    tokens.append(
      Token(
        syllable: Syllable(codes: codes, tone: tone, plainOf: plainOf), boundary: boundary,
        isCapitalised: isCapitalised, isCapitals: capitalCount > 1 && capitalCount == codes.count, hasDigit: hasDigit,
        bytes: start..<end))
    codes.removeAll(keepingCapacity: true)
    (tone, boundary, hasDigit, capitalCount) = (.none, .blank, false, 0)
  }

  /// Puts other words in the place of those scanned.
  mutating func replaceTokens(_ tokens: [Token]) { self.tokens = tokens }
}
