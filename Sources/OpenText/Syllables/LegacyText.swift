import TextEncoding

/// Answers typed with an old font (TCVN3, VNI, VISCII) or read wrongly, and saved as UTF-8.
enum LegacyText {
  /// Characters of a text looked at, at most: an answer in two fonts is none.
  private static let sample = 4000

  /// The text as it was meant; nil when it is written as it should be.
  ///
  /// Of all readings the one is taken that makes Vietnamese syllables of most words beyond ASCII: at least three in four,
  /// and clearly more than the text as it stands.
  static func repaired(_ bytes: [UInt8], in range: Range<Int>) -> [UInt8]? {
    let text = Array(bytes[range])
    let beginning = Array(text.prefix(sample))
    let plain = score(beginning)
    guard plain.words > 0, plain.valid * 2 <= plain.words else { return nil }
    var best: (encoding: TextEncoding, valid: Int)?
    for charset in [TextEncoding.Charset.utf8, .tcvn3, .vni, .viscii] {
      let encoding = TextEncoding(charset, isMisread: true)
      var decoder = TextDecoder(encoding)
      let reading = score(decoder.decode(beginning, isLast: true))
      // Words that lose their marks or come out as nonsense are no improvement.
      guard reading.words * 4 >= plain.words * 3, reading.valid * 4 >= reading.words * 3 else { continue }
      if reading.valid > max(best?.valid ?? 0, plain.valid) { best = (encoding, reading.valid) }
    }
    guard let best, best.valid >= plain.valid + 2 else { return nil }
    var decoder = TextDecoder(best.encoding)
    return decoder.decode(text, isLast: true)
  }

  /// How many words beyond ASCII a text has, and how many of them are syllables.
  private static func score(_ bytes: [UInt8]) -> (words: Int, valid: Int) {
    var (words, valid) = (0, 0)
    for part in bytes.split(whereSeparator: { $0 <= 0x40 }) where part.contains(where: { $0 >= 0x80 }) {
      words += 1
      if part.count <= 24, let word = String(validating: part, as: UTF8.self), VietnameseSyllable.isValid(word) {
        valid += 1
      }
    }
    return (words, valid)
  }
}
