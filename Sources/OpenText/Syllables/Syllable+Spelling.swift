import TextEncoding

extension Syllable {
  /// The syllable as it is usually written, in small letters and composed; `?` in words too long to be kept.
  var spelling: String {
    if letters >> 60 == 0xF { return "?" }
    var codes: [UInt8] = []
    var rest = letters
    while rest > 0 {
      codes.insert(UInt8(rest & 63), at: 0)
      rest >>= 6
    }
    var scalars = String.UnicodeScalarView()
    let place = tonePlace(codes)
    for (index, code) in codes.enumerated() {
      scalars.append(contentsOf: Self.letter(code).unicodeScalars)
      if index == place, let mark = Self.marks[tone] { scalars.append(mark) }
    }
    return String(scalars).composed
  }

  /// The letter that carries the tone: one with a quality, else of two vowels the first, or the second when a consonant
  /// follows; `gi` and `qu` are consonants.
  private func tonePlace(_ codes: [UInt8]) -> Int {
    func isVowel(_ code: UInt8) -> Bool {
      Set("aeiouy".unicodeScalars.map { LetterCode.of($0) }).contains(LetterCode.plain[Int(code)])
    }
    var vowels = codes.indices.filter { isVowel(codes[$0]) }
    if vowels.count > 1, vowels[0] == 1,
      codes[0] == LetterCode.of("q") && codes[1] == LetterCode.of("u")
        || codes[0] == LetterCode.of("g") && codes[1] == LetterCode.of("i")
    {
      vowels.removeFirst()
    }
    if let marked = vowels.last(where: { codes[$0] != LetterCode.plain[Int(codes[$0])] }) { return marked }
    if vowels.count > 2 || vowels.count == 2 && vowels[1] < codes.count - 1 { return vowels[1] }
    return vowels.first ?? -1
  }

  private static let marks: [Tone: Unicode.Scalar] = [
    .huyen: "\u{300}", .hoi: "\u{309}", .nga: "\u{303}", .sac: "\u{301}", .nang: "\u{323}",
  ]

  private static func letter(_ code: UInt8) -> String {
    switch code {
    case 1...26: String(Unicode.Scalar(code + 0x60))
    case LetterCode.breveA: "ă"
    case LetterCode.circumflexA: "â"
    case LetterCode.circumflexE: "ê"
    case LetterCode.circumflexO: "ô"
    case LetterCode.hornO: "ơ"
    case LetterCode.hornU: "ư"
    case LetterCode.strokeD: "đ"
    case LetterCode.firstDigit..<LetterCode.other: String(code - LetterCode.firstDigit)
    default: "?"
    }
  }
}
