extension PlainScanner {
  /// Reads the XML declaration, if there is one; most documents have that of the last one.
  mutating func readDeclaration(_ bytes: Span<UInt8>) throws(NotPlain) {
    guard bytes.count > 1, bytes[1] == UInt8(ascii: "?") else { return }
    if !lastDeclaration.isEmpty, begins(bytes, with: lastDeclaration) {
      place = lastDeclaration.count
      return
    }
    try skip("<?xml ", bytes)
    skipBlanks(bytes)
    try skip("version=", bytes)
    guard equals(bytes.extracting(try readValue(bytes)), "1.0") else { throw NotPlain() }
    if peek(bytes) == 0x20 {
      skipBlanks(bytes)
      if peek(bytes) == UInt8(ascii: "e") { try readEncoding(bytes) }
    }
    try skip("?>", bytes)
    lastDeclaration = (0..<place).map { bytes[$0] }
  }

  private mutating func readEncoding(_ bytes: Span<UInt8>) throws(NotPlain) {
    try skip("encoding=", bytes)
    let name = bytes.extracting(try readValue(bytes))
    guard equals(name, "UTF-8") || equals(name, "utf-8") else { throw NotPlain() }
    guard peek(bytes) == 0x20 else { return }
    skipBlanks(bytes)
    guard peek(bytes) == UInt8(ascii: "s") else { return }
    try skip("standalone=", bytes)
    let answer = bytes.extracting(try readValue(bytes))
    guard equals(answer, "yes") || equals(answer, "no") else { throw NotPlain() }
    skipBlanks(bytes)
  }

  /// Reads the attributes of a start tag, up to its end.
  mutating func readAttributes(_ bytes: Span<UInt8>, into events: inout XMLEvents) throws(NotPlain) {
    let first = events.attributes.count
    var declarations: [Range<Int>] = []
    while true {
      let before = place
      skipSpace(bytes)
      guard place < bytes.count else { throw NotPlain() }
      if bytes[place] == UInt8(ascii: ">") || bytes[place] == UInt8(ascii: "/") { return }
      guard place > before else { throw NotPlain() }
      let start = place
      let local = try readName(bytes)
      let range = local..<place
      let name = bytes.extracting(range)
      let prefix = bytes.extracting(start..<max(local - 1, start))
      skipSpace(bytes)
      guard peek(bytes) == UInt8(ascii: "=") else { throw NotPlain() }
      place += 1
      skipSpace(bytes)
      let value = try readValue(bytes)
      if equals(prefix, "xml") { throw NotPlain() }
      if equals(prefix, "xmlns") || (prefix.isEmpty && equals(name, "xmlns")) {
        // What the reserved prefixes stand for is not to be said, and nothing twice.
        let isReserved = !prefix.isEmpty && (equals(name, "xml") || equals(name, "xmlns"))
        guard !isReserved, declarations.count < 16, !declarations.contains(where: { equals(bytes, $0, range) }) else {
          throw NotPlain()
        }
        declarations.append(range)
        continue
      }
      // Two of one local name may be the same attribute by their namespaces.
      let others = events.attributes[first...]
      guard others.count < 16, !others.contains(where: { equals(bytes, $0.nameRange, range) }) else {
        throw NotPlain()
      }
      events.attributes.append(
        XMLEvents.Attribute(
          event: events.steps.count, nameBegin: UInt32(truncatingIfNeeded: range.lowerBound),
          nameEnd: UInt32(truncatingIfNeeded: range.upperBound), begin: UInt32(truncatingIfNeeded: value.lowerBound),
          end: UInt32(truncatingIfNeeded: value.upperBound)))
    }
  }

  /// Reads a quoted value of an attribute; returns where it stands.
  private mutating func readValue(_ bytes: Span<UInt8>) throws(NotPlain) -> Range<Int> {
    guard let quote = peek(bytes), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw NotPlain() }
    var index = place + 1
    while index < bytes.count, bytes[index] != quote {
      let byte = bytes[index]
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "&"), byte != UInt8(ascii: "<") else { throw NotPlain() }
      index += 1
    }
    guard index < bytes.count else { throw NotPlain() }
    let value = (place + 1)..<index
    place = index + 1
    return value
  }

  private func peek(_ bytes: Span<UInt8>) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skip(_ text: String, _ bytes: Span<UInt8>) throws(NotPlain) {
    let end = place + text.utf8.count
    guard end <= bytes.count, equals(bytes.extracting(place..<end), text) else { throw NotPlain() }
    place = end
  }

  private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while peek(bytes) == 0x20 { place += 1 }
  }

  private func begins(_ bytes: Span<UInt8>, with text: [UInt8]) -> Bool {
    guard text.count <= bytes.count else { return false }
    for index in text.indices where text[index] != bytes[index] { return false }
    return true
  }

  private func equals(_ bytes: Span<UInt8>, _ text: String) -> Bool {
    guard bytes.count == text.utf8.count else { return false }
    for (index, byte) in text.utf8.enumerated() where bytes[index] != byte { return false }
    return true
  }

  private func equals(_ bytes: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    for offset in 0..<first.count where bytes[first.lowerBound + offset] != bytes[second.lowerBound + offset] {
      return false
    }
    return true
  }
}
