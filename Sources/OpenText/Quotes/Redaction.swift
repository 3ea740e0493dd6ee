/// Takes out of a text what could tell who wrote it or whom it speaks of.
///
/// Left out are e-mail and web addresses, numbers of documents, phones and identity cards, names behind titles, names
/// that begin with a family name, and places and organisations by name. What is left must still be read by a person:
/// names in small letters without a title are not found.
public enum Redaction {
  /// The text with `[…]` in place of what was left out; control characters become blanks.
  ///
  /// - Complexity: O(characters).
  public static func redacted(_ text: String) -> String { parts(text).text }

  /// The redacted text, and the share of its words that were left out.
  static func parts(_ text: String) -> (text: String, share: Double) {
    let bytes = Array(text.utf8)
    var scanner = SyllableScanner()
    scanner.scan(bytes, in: 0..<bytes.count)
    let tokens = scanner.tokens
    var isHidden = [Bool](repeating: false, count: tokens.count)
    hideChunks(bytes, tokens, &isHidden)
    hideNumbers(bytes, tokens, &isHidden)
    hideNames(bytes, tokens, &isHidden)
    let hidden = isHidden.count { $0 }
    return (joined(bytes, tokens, isHidden), tokens.isEmpty ? 0 : Double(hidden) / Double(tokens.count))
  }

  /// Hides everything between blanks that has a sign of an address or of a document's number.
  private static func hideChunks(_ bytes: [UInt8], _ tokens: [Token], _ isHidden: inout [Bool]) {
    var start = 0
    var place = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
      let first = place
      while place < tokens.count, tokens[place].bytes.lowerBound < end { place += 1 }
      if isAddress(bytes[start..<end]) {
        for token in first..<place { isHidden[token] = true }
      }
      start = end + 1
    }
  }

  private static func isAddress(_ chunk: ArraySlice<UInt8>) -> Bool {
    if chunk.contains(UInt8(ascii: "@")) { return true }
    let word = String(decoding: chunk, as: UTF8.self).lowercased()
    if word.contains("http") || word.hasPrefix("www.") || word.contains(".vn") || word.contains(".com") { return true }
    // 36/QĐ-UBND, 12/2020/NĐ-CP, but not 1/2 or 24/7.
    let hasDigit = chunk.contains { $0 >= 0x30 && $0 <= 0x39 }
    let hasLetter = word.unicodeScalars.contains { $0.properties.isAlphabetic }
    return hasDigit && hasLetter && (word.contains("/") || word.contains("-"))
  }

  /// Hides runs of digits, with dots, dashes and blanks within, of six digits and more.
  private static func hideNumbers(_ bytes: [UInt8], _ tokens: [Token], _ isHidden: inout [Bool]) {
    var place = 0
    while place < tokens.count {
      var end = place
      var digits = 0
      while end < tokens.count, isNumber(tokens[end], bytes), end == place || tokens[end].boundary != .comma {
        digits += tokens[end].bytes.count
        end += 1
      }
      if digits >= 6 { for token in place..<end { isHidden[token] = true } }
      place = max(end, place + 1)
    }
  }

  private static func isNumber(_ token: Token, _ bytes: [UInt8]) -> Bool {
    bytes[token.bytes].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func hideNames(_ bytes: [UInt8], _ tokens: [Token], _ isHidden: inout [Bool]) {
    let names = NameWords.shared
    var place = 0
    while place < tokens.count {
      let isStart = place == 0 || tokens[place].boundary == .stop
      if let length = names.titleLength(tokens, at: place) {
        let end = runEnd(tokens, from: place + length, isPlace: false, mayBeSmall: true, names)
        for token in place + length..<end { isHidden[token] = true }
        place = max(end, place + length)
      } else if names.isPlaceWord(tokens[place]) {
        let end = runEnd(tokens, from: place + 1, isPlace: true, mayBeSmall: false, names)
        for token in place + 1..<max(end, place + 1) { isHidden[token] = true }
        place = max(end, place + 1)
      } else if tokens[place].isCapitalised, !tokens[place].isCapitals {
        let end = runEnd(tokens, from: place, isPlace: false, mayBeSmall: false, names)
        // A sentence begins with a capital: its first word alone, or followed by capitals of another name, says nothing.
        if end - place > 1, !isStart || names.isFamilyName(tokens[place]) {
          for token in place..<end { isHidden[token] = true }
        } else if end - place > 2 {
          for token in place + 1..<end { isHidden[token] = true }
        }
        place = max(end, place + 1)
      } else {
        place += 1
      }
    }
  }

  /// Where the words of a name end that begins at a word.
  private static func runEnd(_ tokens: [Token], from start: Int, isPlace: Bool, mayBeSmall: Bool, _ names: NameWords)
    -> Int
  {
    var end = start
    while end < tokens.count, end - start < 6, tokens[end].boundary == .blank || end == start {
      if end == start, end > 0, tokens[end].boundary == .stop, mayBeSmall { break }
      guard tokens[end].isCapitalised || tokens[end].hasDigit && isPlace else { break }
      end += 1
    }
    if end == start, mayBeSmall, start < tokens.count, tokens[start].boundary == .blank,
      names.isFamilyName(tokens[start])
    {
      return min(tokens.count, start + 3)
    }
    return end
  }

  private static func joined(_ bytes: [UInt8], _ tokens: [Token], _ isHidden: [Bool]) -> String {
    var result: [UInt8] = []
    var start = 0
    var wasHidden = false
    for (place, token) in tokens.enumerated() {
      let between = bytes[start..<token.bytes.lowerBound]
      if isHidden[place], wasHidden {
        start = token.bytes.upperBound
        continue
      }
      result += between.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
      if isHidden[place] {
        result += Array("[…]".utf8)
      } else {
        result += bytes[token.bytes]
      }
      wasHidden = isHidden[place]
      start = token.bytes.upperBound
    }
    result += bytes[start...].map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    return String(decoding: result, as: UTF8.self).split(separator: " ").joined(separator: " ")
  }
}
