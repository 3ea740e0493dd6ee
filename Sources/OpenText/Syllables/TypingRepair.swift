import TextEncoding

/// Words in which the signs of a typing program were left standing: `thieets` (Telex) or `thie61t` (VNI) for thiết.
struct TypingRepair: Sendable {
  private var known: [[UInt8]: Syllable?] = [:]
  private let plainOf = LetterCode.plain
  /// Words remembered at most, so that a text of nonsense takes no memory.
  private static let memory = 20_000

  /// Whether a word may hold such signs: cheap, and false for nearly every word.
  static func isSuspicious(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count > 1, bytes.count <= 16 else { return false }
    var previous: UInt8 = 0
    var last: UInt8 = 0
    for (place, byte) in bytes.enumerated() {
      let letter = byte < 0x80 ? byte | 0x20 : byte
      switch letter {
      case UInt8(ascii: "w"): return true
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "d"):
        if letter == previous { return true }
      case UInt8(ascii: "1")...UInt8(ascii: "9"): if place > 0 { return true }
      default: break
      }
      (previous, last) = (letter, letter)
    }
    switch last {
    case UInt8(ascii: "s"), UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "x"), UInt8(ascii: "j"): return true
    default: return false
    }
  }

  /// The syllable that was meant; nil when the word is none typed so.
  mutating func syllable(of bytes: ArraySlice<UInt8>) -> Syllable? {
    let word = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if let answer = known[word] { return answer }
    let answer = Self.telex(word).flatMap(checked) ?? Self.digits(word).flatMap(checked)
    if known.count >= Self.memory { known.removeAll(keepingCapacity: true) }
    known[word] = .some(answer)
    return answer
  }

  private func checked(_ text: String) -> Syllable? {
    guard VietnameseSyllable.isValid(text) else { return nil }
    var scanner = SyllableScanner()
    let bytes = Array(text.utf8)
    scanner.scan(bytes, in: 0..<bytes.count)
    return scanner.tokens.count == 1 ? scanner.tokens[0].syllable : nil
  }

  /// Telex: aa ee oo dd, w for a breve or horn, s f r x j for the tones.
  private static func telex(_ word: [UInt8]) -> String? {
    var scalars = String.UnicodeScalarView()
    var tone: Unicode.Scalar?
    var changes = 0
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      let last = scalars.last
      switch scalar {
      case "s", "f", "r", "x", "j":
        guard scalars.contains(where: { Self.vowels.contains($0) }) else {
          scalars.append(scalar)
          continue
        }
        if tone != nil { return nil }
        tone = Self.tones[scalar]
        changes += 1
      case "a", "e", "o":
        if let place = scalars.lastIndex(of: scalar), scalars.distance(from: place, to: scalars.endIndex) <= 3 {
          scalars.replaceSubrange(place...place, with: [scalar == "a" ? "â" : scalar == "e" ? "ê" : "ô"])
          changes += 1
        } else {
          scalars.append(scalar)
        }
      case "d" where last == "d":
        scalars.removeLast()
        scalars.append("đ")
        changes += 1
      case "w":
        var hasChanged = false
        for (plain, horned) in [("a", "ă"), ("o", "ơ"), ("u", "ư")] as [(Unicode.Scalar, Unicode.Scalar)] {
          if let place = scalars.lastIndex(of: plain) {
            scalars.replaceSubrange(place...place, with: [horned])
            hasChanged = true
          }
        }
        if !hasChanged { return nil }
        changes += 1
      default: scalars.append(scalar)
      }
    }
    return changes == 0 ? nil : String(scalars).withTone(tone)
  }

  fileprivate static let vowels: Set<Unicode.Scalar> = Set("aăâeêioôơuưy".unicodeScalars)

  private static let tones: [Unicode.Scalar: Unicode.Scalar] = [
    "s": "\u{301}", "f": "\u{300}", "r": "\u{309}", "x": "\u{303}", "j": "\u{323}",
  ]

  /// VNI: 1…5 for the tones, 6 circumflex, 7 horn, 8 breve, 9 for đ.
  private static func digits(_ word: [UInt8]) -> String? {
    var scalars = String.UnicodeScalarView()
    var tone: Unicode.Scalar?
    var changes = 0
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      guard scalar >= "1", scalar <= "9" else {
        scalars.append(scalar)
        continue
      }
      changes += 1
      let pairs: [(Unicode.Scalar, Unicode.Scalar)]
      switch scalar {
      case "1", "2", "3", "4", "5":
        if tone != nil { return nil }
        tone = ["1": "\u{301}", "2": "\u{300}", "3": "\u{309}", "4": "\u{303}", "5": "\u{323}"][scalar]
        continue
      case "6": pairs = [("a", "â"), ("e", "ê"), ("o", "ô")]
      case "7": pairs = [("o", "ơ"), ("u", "ư")]
      case "8": pairs = [("a", "ă")]
      default: pairs = [("d", "đ")]
      }
      var hasChanged = false
      for (plain, marked) in pairs {
        if let place = scalars.lastIndex(of: plain) {
          scalars.replaceSubrange(place...place, with: [marked])
          hasChanged = true
        }
      }
      if !hasChanged { return nil }
    }
    return changes == 0 ? nil : String(scalars).withTone(tone)
  }
}

extension String {
  /// The syllable with its tone, as a mark behind its last letter: where it stands does not matter here.
  fileprivate func withTone(_ tone: Unicode.Scalar?) -> String {
    guard let tone else { return self }
    guard let place = unicodeScalars.lastIndex(where: { TypingRepair.vowels.contains($0) }) else { return self }
    var scalars = unicodeScalars
    scalars.insert(tone, at: scalars.index(after: place))
    return String(scalars)
  }
}
