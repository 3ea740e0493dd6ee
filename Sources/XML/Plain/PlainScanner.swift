/// Reads documents of the plain shape that nearly all submissions have, without libxml2.
///
/// Plain is a document in UTF-8 of elements and text, with ASCII names and attributes, references to characters and to
/// the five entities only in text, no carriage returns, and nothing of the rest: no comments, instructions, CDATA
/// sections or document type. Of such a document the steps are those libxml2 gives, places included. Whatever is not
/// plain, or not well-formed, is left to libxml2, which also says what is wrong: a document is never refused here.
struct PlainScanner {
  /// Where a document is left to libxml2.
  struct NotPlain: Error {}

  /// Larger documents are libxml2's, with its limits.
  private static let longest = 1 << 20

  let keepsTextBehindElements: Bool
  private let depthLimit: Int
  var names: PlainNames
  /// Where the names of the open elements stand in the document, prefixes included, outermost first.
  private var open: [Range<Int>] = []
  var place = 0
  var line = 1
  /// Where the line would begin were all its characters of one byte: columns count characters.
  var lineStart = 0
  /// The XML declaration that was read last.
  var lastDeclaration: [UInt8] = []

  init(names: [String], depthLimit: Int, keepsTextBehindElements: Bool) {
    self.names = PlainNames(names)
    self.depthLimit = depthLimit
    self.keepsTextBehindElements = keepsTextBehindElements
  }

  /// Reads a document.
  ///
  /// - Parameter events: receives the steps; their bytes are the document's own, followed by texts with references.
  /// - Returns: false when the document is not plain: the steps mean nothing then.
  /// - Complexity: O(bytes).
  mutating func read(_ document: [UInt8], into events: inout XMLEvents) -> Bool {
    guard document.first == UInt8(ascii: "<"), document.count <= Self.longest else { return false }
    events.begin(in: document)
    names.begin()
    open.removeAll(keepingCapacity: true)
    (place, line, lineStart) = (0, 1, 0)
    do throws(NotPlain) {
      try readDocument(document.span, into: &events)
      return true
    } catch {
      return false
    }
  }

  private mutating func readDocument(_ bytes: Span<UInt8>, into events: inout XMLEvents) throws(NotPlain) {
    try readDeclaration(bytes)
    skipSpace(bytes)
    var isWide = false
    repeat {
      guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "<") else { throw NotPlain() }
      if bytes[place + 1] == UInt8(ascii: "/") {
        try readEnd(bytes, into: &events)
      } else {
        try readStart(bytes, into: &events)
      }
      if !open.isEmpty { isWide = try readText(bytes, into: &events) || isWide }
    } while !open.isEmpty
    skipSpace(bytes)
    guard place == bytes.count else { throw NotPlain() }
    if isWide { try checkUTF8(bytes) }
  }

  private mutating func readStart(_ bytes: Span<UInt8>, into events: inout XMLEvents) throws(NotPlain) {
    place += 1
    let start = place
    let local = try readName(bytes)
    guard open.count < depthLimit else { throw NotPlain() }
    open.append(start..<place)
    let name = names.index(of: bytes.extracting(local..<place))
    let range = name < 0 ? local..<place : 0..<0
    let firstAttribute = events.attributes.count
    if bytes[place] != UInt8(ascii: ">") { try readAttributes(bytes, into: &events) }
    events.steps.append(
      XMLEvent(
        kind: .start, name: name, begin: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound), line: UInt32(truncatingIfNeeded: line),
        column: UInt32(truncatingIfNeeded: place - lineStart + 1),
        firstAttribute: UInt32(truncatingIfNeeded: firstAttribute)))
    if bytes[place] == UInt8(ascii: "/") {
      guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: ">") else { throw NotPlain() }
      place += 2
      open.removeLast()
      events.appendEnd()
    } else {
      place += 1
    }
  }

  private mutating func readEnd(_ bytes: Span<UInt8>, into events: inout XMLEvents) throws(NotPlain) {
    place += 2
    guard let name = open.popLast(), place + name.count < bytes.count else { throw NotPlain() }
    for offset in 0..<name.count where bytes[place + offset] != bytes[name.lowerBound + offset] { throw NotPlain() }
    place += name.count
    skipSpace(bytes)
    guard place < bytes.count, bytes[place] == UInt8(ascii: ">") else { throw NotPlain() }
    place += 1
    events.appendEnd()
  }

  /// Reads a name with at most one prefix, up to what ends it.
  ///
  /// - Returns: where the local name begins.
  mutating func readName(_ bytes: Span<UInt8>) throws(NotPlain) -> Int {
    var local = place
    var index = place
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        guard local == place, index > place else { throw NotPlain() }
        local = index + 1
      } else if !isNameByte(byte) {
        break
      }
      index += 1
    }
    // The first letter of each part is none of the signs and digits that may follow it.
    guard index < bytes.count, index > local, index - place < 1000, bytes[place] > UInt8(ascii: "9"),
      bytes[local] > UInt8(ascii: "9")
    else { throw NotPlain() }
    place = index
    return local
  }

  mutating func skipSpace(_ bytes: Span<UInt8>) {
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x0A {
        line += 1
        lineStart = place + 1
      } else if byte != 0x20, byte != 0x09 {
        return
      }
      place += 1
    }
  }
}

extension XMLEvents {
  /// Begins the steps through a document whose texts lie in it.
  mutating func begin(in document: [UInt8]) {
    steps.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes = document
  }

  mutating func appendEnd() {
    steps.append(XMLEvent(kind: .end, name: -1, begin: 0, end: 0, line: 0, column: 0))
  }
}

/// Whether a byte may stand in an ASCII name behind its first letter, the colon excepted.
@inline(__always)
private func isNameByte(_ byte: UInt8) -> Bool {
  let letter = byte | 0x20
  return (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z"))
    || (byte >= UInt8(ascii: "-") && byte <= UInt8(ascii: "9") && byte != UInt8(ascii: "/"))
    || byte == UInt8(ascii: "_")
}

/// Makes sure that bytes are UTF-8 of characters that XML allows.
private func checkUTF8(_ bytes: Span<UInt8>) throws(PlainScanner.NotPlain) {
  do {
    _ = try UTF8Span(validating: bytes)
  } catch {
    throw PlainScanner.NotPlain()
  }
}
