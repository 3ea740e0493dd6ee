import CLibXML2
import Glibc

/// A parser of XML documents, one after the other: plain ones by a scanner of our own, all others by libxml2's SAX2.
///
/// Both give the same steps; only libxml2 says what is wrong with a document.
/// Nothing is fetched and no entity is defined: a document type declaration ends the document with an error. Prefixes
/// that are not declared are read as if they stood for no namespace. A parser keeps its buffers and its dictionary of
/// names from document to document: use one per thread.
@safe
public final class XMLParser {
  // What reads a document in pieces stands in a file of its own.
  var context: xmlParserCtxtPtr
  let state: UnsafeMutablePointer<ParserState>
  private let names: [String]
  private var plain: PlainScanner
  let options = Int32(bitPattern: XML_PARSE_NONET.rawValue)

  /// Creates a parser.
  ///
  /// - Parameters:
  ///   - names: local names that are reported by their position, so that a reader compares numbers, not texts.
  ///   - depthLimit: elements nested more deeply end the document with an error.
  ///   - keepsTextBehindElements: whether text that follows the end of an element is a step too: most of it is space
  ///     between elements.
  public init(names: [String], depthLimit: Int = 100, keepsTextBehindElements: Bool = true) {
    // Must have run before parsers work on several threads.
    xmlInitParser()
    unsafe state = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe state.initialize(
      to: ParserState(depthLimit: min(depthLimit, 250), keepsTextBehindElements: keepsTextBehindElements))
    self.names = names
    plain = unsafe PlainScanner(
      names: names, depthLimit: state.pointee.depthLimit, keepsTextBehindElements: keepsTextBehindElements)
    unsafe context = makeContext(state, names)
  }

  deinit {
    unsafe xmlFreeParserCtxt(context)
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Reads one document.
  ///
  /// - Parameter events: receives the steps through it, up to the first fault; what it held before is gone.
  /// - Returns: nil when the document is well-formed, else the first fault.
  /// - Complexity: O(bytes); the events take a few times the bytes of the document.
  public func parse(_ document: [UInt8], into events: inout XMLEvents) -> XMLFailure? {
    parsePlainly(document, into: &events) ? nil : parseFully(document, into: &events)
  }

  /// Reads one document without libxml2; false, with nothing said, when it is not plain.
  package func parsePlainly(_ document: [UInt8], into events: inout XMLEvents) -> Bool {
    plain.read(document, into: &events)
  }

  /// Reads one document with libxml2, whatever its shape: the measure of what plain documents are read as.
  package func parseFully(_ document: [UInt8], into events: inout XMLEvents) -> XMLFailure? {
    events.removeAll()
    renewDictionary()
    guard !document.isEmpty else { return XMLFailure(.empty, at: XMLPlace(line: 1, column: 1)) }
    if let zero = zeroByte(in: document) { return XMLFailure(.zeroByte, at: zero) }
    guard let count = Int32(exactly: document.count) else {
      return XMLFailure(.malformed, at: XMLPlace(line: 1, column: 1))
    }
    unsafe state.pointee.depth = 0
    unsafe state.pointee.failure = nil
    unsafe swap(&state.pointee.events, &events)
    defer { unsafe swap(&state.pointee.events, &events) }
    let tree = unsafe document.withUnsafeBytes {
      unsafe xmlCtxtReadMemory(
        context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, nil, options)
    }
    // Our callbacks build no tree.
    unsafe xmlFreeDoc(tree)
    if let failure = unsafe state.pointee.failure { return failure }
    return unsafe context.pointee.wellFormed == 0 ? XMLFailure(.malformed, at: state.pointee.place) : nil
  }

  /// The dictionary keeps every name it ever met: begins anew before hostile documents make it grow without bound.
  func renewDictionary() {
    guard unsafe xmlDictSize(context.pointee.dict) > 20_000 + Int32(clamping: names.count) else { return }
    unsafe xmlFreeParserCtxt(context)
    unsafe context = makeContext(state, names)
  }
}

/// A context that reports to a state and knows some names by their address in its dictionary.
private func makeContext(_ state: UnsafeMutablePointer<ParserState>, _ names: [String]) -> xmlParserCtxtPtr {
  guard let context = unsafe xmlNewParserCtxt() else { preconditionFailure("no memory for an XML parser") }
  var handlers = unsafe xmlSAXHandler()
  unsafe install(&handlers)
  unsafe context.pointee.sax.pointee = handlers
  unsafe context.pointee.userData = UnsafeMutableRawPointer(state)
  unsafe state.pointee.context = context
  unsafe state.pointee.names = NameTable(capacity: names.count)
  for (index, name) in names.enumerated() {
    let address = unsafe xmlDictLookup(context.pointee.dict, name, Int32(clamping: name.utf8.count))
    unsafe state.pointee.names.learn(UInt(bitPattern: address), index: Int32(clamping: index))
  }
  return unsafe context
}

/// The place of the first NUL byte of a document that is not in UTF-16 or UTF-32; nil when there is none.
func zeroByte(in document: [UInt8]) -> XMLPlace? {
  let begin = document.prefix(2)
  if begin.elementsEqual([0xFE, 0xFF]) || begin.elementsEqual([0xFF, 0xFE]) { return nil }
  let position = unsafe document.withUnsafeBytes { buffer -> Int? in
    guard let base = buffer.baseAddress, let found = unsafe memchr(base, 0, buffer.count) else { return nil }
    return unsafe UnsafeRawPointer(found) - base
  }
  guard let position else { return nil }
  var line = 1
  var lineStart = 0
  for index in 0..<position where document[index] == 0x0A {
    line += 1
    lineStart = index + 1
  }
  return XMLPlace(line: line, column: position - lineStart + 1)
}
