extension PlainScanner {
  /// Reads text up to the next tag.
  ///
  /// - Returns: whether some characters take more than one byte: they must be looked at together, at the end.
  mutating func readText(_ bytes: Span<UInt8>, into events: inout XMLEvents) throws(NotPlain) -> Bool {
    let begin = place
    var index = place
    var isWide = false
    var copied: Int?
    var pending = begin
    while true {
      guard index < bytes.count else { throw NotPlain() }
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") { break }
      if byte >= 0x80 {
        isWide = true
        if byte < 0xC0 { lineStart += 1 }
        // U+FFFE and U+FFFF are no characters of XML; their neighbours are rare.
        if byte == 0xEF { throw NotPlain() }
      } else if byte < 0x20 {
        if byte == 0x0A {
          line += 1
          lineStart = index + 1
        } else if byte != 0x09 {
          throw NotPlain()
        }
      } else if byte == UInt8(ascii: "&") {
        if copied == nil { copied = events.bytes.count }
        events.append(bytes, pending..<index)
        index = try readReference(bytes, at: index, into: &events)
        pending = index
        continue
      } else if byte == UInt8(ascii: "]"), bytes[index - 1] == UInt8(ascii: "]") {
        throw NotPlain()
      }
      index += 1
    }
    place = index
    guard index > begin, keepsTextBehindElements || events.steps.last?.kind != .end else {
      if let copied { events.bytes.removeLast(events.bytes.count - copied) }
      return isWide
    }
    var range = begin..<index
    if let copied {
      events.append(bytes, pending..<index)
      range = copied..<events.bytes.count
    }
    events.steps.append(
      XMLEvent(
        kind: .text, name: -1, begin: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound), line: 0, column: 0))
    return isWide
  }

  /// Appends the character for which a reference stands.
  ///
  /// - Returns: where the text goes on behind it.
  private func readReference(
    _ bytes: Span<UInt8>, at start: Int, into events: inout XMLEvents
  ) throws(NotPlain) -> Int {
    var end = start + 1
    while end < bytes.count, end - start < 10, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { throw NotPlain() }
    let name = bytes.extracting((start + 1)..<end)
    if name.isEmpty { throw NotPlain() }
    if name[0] == UInt8(ascii: "#") {
      events.bytes.append(contentsOf: try utf8(of: scalar(name)))
    } else {
      events.bytes.append(try entity(name))
    }
    return end + 1
  }

  private func entity(_ name: Span<UInt8>) throws(NotPlain) -> UInt8 {
    var word: UInt32 = 0
    guard name.count <= 4, name[0] != 0 else { throw NotPlain() }
    for index in name.indices { word = word << 8 | UInt32(name[index]) }
    switch word {
    case 0x6C74: return UInt8(ascii: "<")
    case 0x6774: return UInt8(ascii: ">")
    case 0x616D70: return UInt8(ascii: "&")
    case 0x71756F74: return UInt8(ascii: "\"")
    case 0x61706F73: return UInt8(ascii: "'")
    default: throw NotPlain()
    }
  }

  /// The character of a `#233` or `#xE9`.
  private func scalar(_ name: Span<UInt8>) throws(NotPlain) -> Unicode.Scalar {
    let isHexadecimal = name.count > 1 && name[1] == UInt8(ascii: "x")
    let first = isHexadecimal ? 2 : 1
    guard name.count > first else { throw NotPlain() }
    var number: UInt32 = 0
    for index in first..<name.count {
      let byte = name[index]
      let letter = byte | 0x20
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        number = number &* (isHexadecimal ? 16 : 10) &+ UInt32(byte - UInt8(ascii: "0"))
      } else if isHexadecimal, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") {
        number = number &* 16 &+ UInt32(letter - UInt8(ascii: "a") + 10)
      } else {
        throw NotPlain()
      }
    }
    // At most eight digits were read: the number did not overflow.
    guard number >= 0x20 || number == 0x09 || number == 0x0A || number == 0x0D, number != 0xFFFE, number != 0xFFFF,
      let scalar = Unicode.Scalar(number)
    else { throw NotPlain() }
    return scalar
  }

  private func utf8(of scalar: Unicode.Scalar) -> [UInt8] { Array(String(scalar).utf8) }
}

extension XMLEvents {
  /// Copies a piece of the document behind it.
  fileprivate mutating func append(_ document: Span<UInt8>, _ range: Range<Int>) {
    for index in range { bytes.append(document[index]) }
  }
}
