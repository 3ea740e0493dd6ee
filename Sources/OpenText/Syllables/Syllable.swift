/// One syllable or word as texts are compared: its letters, and its tone apart from them.
///
/// Since the tone stands apart, hòa and hoà, composed and decomposed letters, capitals and the look-alikes of Đ are one.
struct Syllable: Hashable, Sendable {
  /// Letters with their qualities (â, ơ, đ), six bits each, first letter highest; long words are hashed.
  var letters: UInt64 = 0
  /// The same without qualities.
  var plain: UInt64 = 0
  /// Plain letters with sounds that spelling often confuses made one: what the dictionary is searched by.
  var skeleton: UInt64 = 0
  /// The letters with the same sounds made one and their qualities kept.
  var sounds: UInt64 = 0
  var tone = Tone.none

  /// Whether it has at most two letters and is a word without a tone.
  var isShortWord: Bool { letters < 1 << 12 && !needsTone }

  /// Whether it ends in a stop and so cannot be a word without a tone.
  var needsTone: Bool {
    switch UInt8(letters & 63) {
    case LetterCode.of("c"), LetterCode.of("p"), LetterCode.of("t"): true
    default: UInt8(letters & 63) == LetterCode.of("h") && UInt8(letters >> 6 & 63) == LetterCode.of("c")
    }
  }

  /// Whether any mark was typed.
  var isMarked: Bool { tone != .none || letters != plain }
}

/// The six tones.
enum Tone: UInt8, Sendable {
  case none, huyen, hoi, nga, sac, nang

  /// Hỏi and ngã are confused in half of the country: they count as one.
  var merged: Tone { self == .nga ? .hoi : self }
}

/// Numbers of letters: a…z are 1…26.
enum LetterCode {
  static let breveA: UInt8 = 27
  static let circumflexA: UInt8 = 28
  static let circumflexE: UInt8 = 29
  static let circumflexO: UInt8 = 30
  static let hornO: UInt8 = 31
  static let hornU: UInt8 = 32
  static let strokeD: UInt8 = 33
  /// The digits 0…9.
  static let firstDigit: UInt8 = 34
  /// Any letter of no Vietnamese word.
  static let other: UInt8 = 44

  /// The number of a small letter of ASCII.
  static func of(_ letter: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: letter.value) &- 0x60 }

  /// By number: the letter without its quality.
  static let plain: [UInt8] = (0..<64).map { code in
    switch UInt8(code) {
    case breveA, circumflexA: of("a")
    case circumflexE: of("e")
    case circumflexO, hornO: of("o")
    case hornU: of("u")
    case strokeD: of("d")
    default: UInt8(code)
    }
  }
}

extension Syllable {
  /// Puts a syllable together from the numbers of its letters.
  init(codes: [UInt8], tone: Tone, plainOf: [UInt8]) {
    self.tone = tone
    let count = codes.count
    let (place, first) = Self.onset(codes, plainOf)
    let isStrokeD = count > 0 && codes[0] == LetterCode.strokeD
    // ky, ly, my, sy, ty, hy are written with i as well.
    let endsInY =
      (count == 2 || count == 3) && codes[count - 1] == LetterCode.of("y")
      && !Self.isVowel(plainOf[Int(codes[count - 2])])
    var index = 0
    while index < count {
      let code = endsInY && index == count - 1 ? LetterCode.of("i") : codes[index]
      let bare = plainOf[Int(code)]
      append(code, bare, at: index)
      if index == 0, place > 0 {
        extend(\.sounds, with: first, at: 0)
        extend(\.skeleton, with: first, at: 0)
      } else if index >= place {
        let sound = Self.sound(of: code, at: index, codes: codes)
        if sound > 0 {
          extend(\.sounds, with: sound, at: index)
          // Without its stroke đ is d, which stands for several sounds.
          extend(\.skeleton, with: index == 0 && isStrokeD ? Self.dGiRV : plainOf[Int(sound)], at: index)
        }
      }
      index += 1
    }
  }

  /// Letters that stand for sounds which several consonants are confused for.
  private static let chTr: UInt8 = 45
  private static let dGiRV: UInt8 = 46
  private static let lN: UInt8 = 47

  /// How many letters an onset has that is often confused, and the letter that stands for its sound; 0 letters: none.
  private static func onset(_ codes: [UInt8], _ plainOf: [UInt8]) -> (count: Int, sound: UInt8) {
    let second = codes.count > 1 ? codes[1] : 0
    switch codes[0] {
    case LetterCode.of("t") where second == LetterCode.of("r"): return (2, chTr)
    case LetterCode.of("c") where second == LetterCode.of("h"): return (2, chTr)
    case LetterCode.of("g") where second == LetterCode.of("i") && codes.count > 2 && isVowel(plainOf[Int(codes[2])]):
      return (2, dGiRV)
    case LetterCode.of("g") where second == LetterCode.of("h"): return (2, LetterCode.of("g"))
    case LetterCode.of("d"), LetterCode.of("r"), LetterCode.of("v"): return (1, dGiRV)
    case LetterCode.of("l"): return (1, lN)
    case LetterCode.of("n") where second == LetterCode.of("g"):
      return (codes.count > 2 && codes[2] == LetterCode.of("h") ? 3 : 2, LetterCode.of("g"))
    case LetterCode.of("n") where second != LetterCode.of("h"): return (1, lN)
    case LetterCode.of("x") where codes.count > 1: return (1, LetterCode.of("s"))
    default: return (0, 0)
    }
  }

  /// The letter that stands for a sound: final t is c, final ng is n; 0: nothing.
  private static func sound(of code: UInt8, at index: Int, codes: [UInt8]) -> UInt8 {
    let isLast = index == codes.count - 1
    switch code {
    case LetterCode.of("t") where isLast && index > 0: return LetterCode.of("c")
    case LetterCode.of("g") where isLast && index > 1 && codes[index - 1] == LetterCode.of("n"): return 0
    case LetterCode.of("y") where isLast && index > 0 && index < 3: return LetterCode.of("i")
    default: return code
    }
  }

  private static func isVowel(_ plain: UInt8) -> Bool {
    switch plain {
    case LetterCode.of("a"), LetterCode.of("e"), LetterCode.of("i"), LetterCode.of("o"), LetterCode.of("u"),
      LetterCode.of("y"):
      true
    default: false
    }
  }

  private mutating func append(_ code: UInt8, _ bare: UInt8, at index: Int) {
    extend(\.letters, with: code, at: index)
    extend(\.plain, with: bare, at: index)
  }

  /// Adds a letter; from the eleventh on the word is hashed, marked by its highest bits.
  private mutating func extend(_ key: WritableKeyPath<Syllable, UInt64>, with code: UInt8, at index: Int) {
    if index < 10 {
      self[keyPath: key] = self[keyPath: key] << 6 | UInt64(code)
    } else {
      self[keyPath: key] = (self[keyPath: key] ^ UInt64(code)) &* 0x100_0000_01B3 | 0xF000_0000_0000_0000
    }
  }
}

extension Syllable {
  /// How a syllable of a text stands to one of the dictionary.
  enum Likeness: Comparable {
    /// The same but for hỏi and ngã.
    case equal
    /// The same with marks left out.
    case bare
    /// The same but for one consonant that spelling confuses, or for the tone.
    case confused
    case different
  }

  /// How this syllable of a text stands to one of the dictionary.
  func likeness(to word: Syllable) -> Likeness {
    if letters == word.letters {
      if tone.merged == word.tone.merged { return .equal }
      return tone == .none ? .bare : .confused
    }
    if tone == .none || tone.merged == word.tone.merged {
      if Self.isSubset(letters, of: word.letters) { return .bare }
      if sounds == word.sounds, tone.merged == word.tone.merged { return .confused }
    }
    return .different
  }

  /// Whether letters are those of a word, some without their qualities.
  private static func isSubset(_ letters: UInt64, of word: UInt64) -> Bool {
    var (left, right) = (letters, word)
    while left != 0 || right != 0 {
      let (code, expected) = (UInt8(left & 63), UInt8(right & 63))
      if code != expected, code != LetterCode.plain[Int(expected)] { return false }
      left >>= 6
      right >>= 6
    }
    return true
  }
}
