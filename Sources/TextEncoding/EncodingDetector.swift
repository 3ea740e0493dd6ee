/// Finds out how a text is written, from its bytes alone.
///
/// The words that are not plain ASCII are read in every encoding; the one that makes syllables of Vietnamese of most
/// of them, clearly more than any other, is the answer. Memory is bounded, whatever the length of the text.
public struct EncodingDetector: Sendable {
  /// What the bytes say.
  public enum Verdict: Sendable, Hashable {
    /// One encoding.
    case certain(TextEncoding)
    /// Several, none clearly better than the others: the likeliest first, possibly none.
    case doubtful([TextEncoding])
  }

  /// The most distinct words that are looked at.
  static let wordLimit = 4096
  private static let longestWord = 64

  private var words: Set<[UInt8]> = []
  private var word: [UInt8] = []
  private var wordHasMark = false
  private var isWordTooLong = false
  private var beginning: [UInt8] = []
  private var byteCount = 0
  private var zerosAtEven = 0
  private var zerosAtOdd = 0

  /// Creates a detector that has seen nothing.
  public init() {}

  /// Looks at the next bytes.
  ///
  /// - Complexity: O(bytes).
  public mutating func add(_ bytes: [UInt8]) {
    if beginning.count < 4 { beginning += bytes.prefix(4 - beginning.count) }
    for byte in bytes {
      if byte == 0 {
        if byteCount % 2 == 0 { zerosAtEven += 1 } else { zerosAtOdd += 1 }
      }
      byteCount += 1
      if byte >= 0x80 || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A) {
        wordHasMark = wordHasMark || byte >= 0x80
        if word.count < Self.longestWord { word.append(byte) } else { isWordTooLong = true }
      } else if !word.isEmpty {
        endWord()
      }
    }
  }

  private mutating func endWord() {
    if wordHasMark, !isWordTooLong, words.count < Self.wordLimit { words.insert(word) }
    word.removeAll(keepingCapacity: true)
    wordHasMark = false
    isWordTooLong = false
  }

  /// What all bytes seen so far say.
  ///
  /// - Complexity: O(distinct words).
  public func verdict() -> Verdict {
    var copy = self
    copy.endWord()
    return copy.judged()
  }

  private func judged() -> Verdict {
    if beginning.starts(with: [0xFF, 0xFE]) { return .certain(TextEncoding(.utf16LittleEndian)) }
    if beginning.starts(with: [0xFE, 0xFF]) { return .certain(TextEncoding(.utf16BigEndian)) }
    // ASCII text in UTF-16 has a zero byte in every pair; separators, digits and line ends are enough of it.
    let pairs = byteCount / 2
    if pairs > 0, zerosAtOdd * 5 > pairs, zerosAtEven * 20 < zerosAtOdd {
      return .certain(TextEncoding(.utf16LittleEndian))
    }
    if pairs > 0, zerosAtEven * 5 > pairs, zerosAtOdd * 20 < zerosAtEven {
      return .certain(TextEncoding(.utf16BigEndian))
    }
    let sample = words.sorted { $0.lexicographicallyPrecedes($1) }.map { word in
      word.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(word.dropFirst(3)) : word
    }.filter { !$0.isEmpty }
    if sample.isEmpty { return .certain(.utf8) }
    let isUTF8 = sample.allSatisfy { String(validating: $0, as: UTF8.self) != nil }
    return isUTF8 ? Self.judgeUTF8(sample) : Self.judgeBytes(sample)
  }

  /// Valid UTF-8: either what it is, or bytes that were taken for Windows-1252 before.
  private static func judgeUTF8(_ sample: [[UInt8]]) -> Verdict {
    let direct = Reading(.utf8, of: sample)
    let count = sample.count
    // UTF-8 within UTF-8 never comes about by chance.
    let doubled = Reading(TextEncoding(.utf8, isMisread: true), of: sample)
    if doubled.valid >= direct.valid + max(1, count / 4) { return .certain(doubled.encoding) }
    let misread = [TextEncoding.Charset.tcvn3, .vni, .viscii, .windows1258].map {
      Reading(TextEncoding($0, isMisread: true), of: sample)
    }
    // Single signs such as m² are letters in these: only a text of several words proves anything.
    guard let best = misread.max(by: { $0.valid < $1.valid }), best.share >= 0.6,
      best.valid >= direct.valid + max(6, count / 4)
    else { return .certain(.utf8) }
    let rivals = misread.filter { !best.isClearlyAbove($0) && $0.texts != best.texts }
    return rivals.isEmpty ? .certain(best.encoding) : .doubtful([best.encoding] + rivals.map(\.encoding))
  }

  /// Bytes that are not all UTF-8: one of the old encodings, or UTF-8 with a fault.
  private static func judgeBytes(_ sample: [[UInt8]]) -> Verdict {
    let order: [TextEncoding.Charset] = [.utf8, .tcvn3, .vni, .viscii, .windows1258, .windows1252]
    let readings = order.map { Reading(TextEncoding($0), of: sample) }
    guard let best = readings.max(by: { $0.valid < $1.valid }) else { return .doubtful([]) }
    let rivals = readings.filter {
      $0.encoding != best.encoding && !best.isClearlyAbove($0) && $0.texts != best.texts
    }
    if best.share >= 0.6, rivals.isEmpty { return .certain(best.encoding) }
    let likely = readings.filter { $0.valid * 2 >= best.valid && $0.share > 0.25 }.sorted { $0.valid > $1.valid }
    return .doubtful(likely.map(\.encoding))
  }
}

/// A sample of words read in one encoding.
private struct Reading {
  let encoding: TextEncoding
  /// The words as they read.
  let texts: [String]
  /// How many of them are syllables of Vietnamese.
  let valid: Int

  init(_ encoding: TextEncoding, of sample: [[UInt8]]) {
    self.encoding = encoding
    let decoder = PieceDecoder(encoding: encoding)
    var texts: [String] = []
    var valid = 0
    for word in sample {
      let bytes = decoder.decode(word[...])
      guard let text = String(validating: bytes, as: UTF8.self) else {
        texts.append("")
        continue
      }
      texts.append(text)
      if Self.isVietnamese(text) { valid += 1 }
    }
    self.texts = texts
    self.valid = valid
  }

  /// The part of the words that are syllables.
  var share: Double { texts.isEmpty ? 0 : Double(valid) / Double(texts.count) }

  /// Whether the difference to another reading is more than chance would make it.
  func isClearlyAbove(_ other: Reading) -> Bool {
    valid - other.valid >= max(2, (texts.count + 4) / 5)
  }

  /// Whether a word reads as a syllable, punctuation around it left out.
  private static func isVietnamese(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: isLetter), let last = scalars.lastIndex(where: isLetter) else {
      return false
    }
    let outside =
      scalars[..<first].allSatisfy(isQuotation) && scalars[scalars.index(after: last)...].allSatisfy(isQuotation)
    return outside && VietnameseSyllable.isValid(String(scalars[first...last]))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  private static func isQuotation(_ scalar: Unicode.Scalar) -> Bool {
    "“”‘’–—…•".unicodeScalars.contains(scalar)
  }
}
