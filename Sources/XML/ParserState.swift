import CLibXML2

/// What the C callbacks of one parser share: it lies at a fixed address, which is libxml2's user data.
@safe
struct ParserState {
  let depthLimit: Int
  let keepsTextBehindElements: Bool
  var context: xmlParserCtxtPtr?
  var names = NameTable(capacity: 0)
  var events = XMLEvents()
  var depth = 0
  var failure: XMLFailure?

  init(depthLimit: Int, keepsTextBehindElements: Bool) {
    unsafe context = nil
    self.keepsTextBehindElements = keepsTextBehindElements
    self.depthLimit = depthLimit
  }

  /// Where the parser stands.
  var place: XMLPlace {
    guard let input = unsafe context?.pointee.input else { return XMLPlace(line: 1, column: 1) }
    return unsafe XMLPlace(line: Int(input.pointee.line), column: Int(input.pointee.col))
  }

  /// Notes the first fault and ends the document.
  mutating func fail(_ reason: XMLFailure.Reason) {
    if failure == nil { failure = XMLFailure(reason, at: place) }
    unsafe xmlStopParser(context)
  }

  mutating func appendStart(
    _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) {
    depth += 1
    guard depth <= depthLimit else { return fail(.tooDeep) }
    let index = names.index(of: UInt(bitPattern: name))
    let begin = UInt32(truncatingIfNeeded: events.bytes.count)
    let firstAttribute = UInt32(truncatingIfNeeded: events.attributes.count)
    if index < 0, let name = unsafe name {
      unsafe events.bytes.append(contentsOf: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
    }
    let end = UInt32(truncatingIfNeeded: events.bytes.count)
    if count > 0, let attributes = unsafe attributes { unsafe appendAttributes(attributes, count) }
    let place = place
    events.steps.append(
      XMLEvent(
        kind: .start, name: index, begin: begin, end: end, line: UInt32(clamping: place.line),
        column: UInt32(clamping: place.column), firstAttribute: firstAttribute))
  }

  private mutating func appendAttributes(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, _ count: Int) {
    for index in 0..<count {
      // Five pointers each: local name, prefix, namespace, begin and end of the value.
      guard let name = unsafe attributes[index * 5], let begin = unsafe attributes[index * 5 + 3],
        let end = unsafe attributes[index * 5 + 4]
      else { continue }
      let nameStart = UInt32(truncatingIfNeeded: events.bytes.count)
      unsafe events.bytes.append(contentsOf: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
      let start = UInt32(truncatingIfNeeded: events.bytes.count)
      unsafe appendValue(UnsafeBufferPointer(start: begin, count: end - begin))
      events.attributes.append(
        XMLEvents.Attribute(
          event: events.steps.count, nameBegin: nameStart, nameEnd: start, begin: start,
          end: UInt32(truncatingIfNeeded: events.bytes.count)))
    }
  }

  /// libxml2 leaves an ampersand in an attribute as `&#38;` when it replaces no entities.
  private mutating func appendValue(_ value: UnsafeBufferPointer<UInt8>) {
    guard unsafe value.contains(UInt8(ascii: "&")) else { return unsafe events.bytes.append(contentsOf: value) }
    var index = 0
    while index < value.count {
      unsafe events.bytes.append(value[index])
      index += unsafe value[index...].starts(with: Array("&#38;".utf8)) ? 5 : 1
    }
  }

  mutating func appendEnd() {
    depth -= 1
    events.steps.append(XMLEvent(kind: .end, name: -1, begin: 0, end: 0, line: 0, column: 0))
  }

  mutating func appendText(_ text: UnsafePointer<xmlChar>, _ count: Int) {
    if !keepsTextBehindElements, events.steps.last?.kind == .end { return }
    let begin = UInt32(truncatingIfNeeded: events.bytes.count)
    unsafe events.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
    let end = UInt32(truncatingIfNeeded: events.bytes.count)
    let last = events.steps.count - 1
    if last >= 0, events.steps[last].kind == .text {
      events.steps[last].end = end
    } else {
      events.steps.append(XMLEvent(kind: .text, name: -1, begin: begin, end: end, line: 0, column: 0))
    }
  }
}

/// The state behind libxml2's user data.
private func parserState(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ParserState>? {
  unsafe pointer?.assumingMemoryBound(to: ParserState.self)
}

/// Fills the table of libxml2's callbacks.
func install(_ handlers: inout xmlSAXHandler) {
  unsafe handlers.initialized = UInt32(XML_SAX2_MAGIC)
  unsafe handlers.startElementNs = { pointer, name, _, _, _, _, count, _, attributes in
    guard let state = unsafe parserState(pointer), unsafe state.pointee.failure == nil else { return }
    unsafe state.pointee.appendStart(name, attributes, Int(count))
  }
  unsafe handlers.endElementNs = { pointer, _, _, _ in
    guard let state = unsafe parserState(pointer), unsafe state.pointee.failure == nil else { return }
    unsafe state.pointee.appendEnd()
  }
  unsafe handlers.characters = { unsafe deliver($0, $1, $2) }
  unsafe handlers.cdataBlock = { unsafe deliver($0, $1, $2) }
  unsafe handlers.ignorableWhitespace = { unsafe deliver($0, $1, $2) }
  unsafe handlers.internalSubset = { pointer, _, _, _ in
    unsafe parserState(pointer)?.pointee.fail(.documentType)
  }
  unsafe handlers.serror = { pointer, error in
    guard let state = unsafe parserState(pointer), let error = unsafe error else { return }
    // Undeclared prefixes are errors, not fatal ones: the element is read without a namespace.
    guard unsafe error.pointee.level == XML_ERR_FATAL, unsafe state.pointee.failure == nil else { return }
    unsafe state.pointee.failure = XMLFailure(
      reason(of: error.pointee, state.pointee),
      at: XMLPlace(line: max(Int(error.pointee.line), 1), column: max(Int(error.pointee.int2), 1)))
  }
}

private func deliver(_ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32) {
  guard let state = unsafe parserState(pointer), unsafe state.pointee.failure == nil, let text = unsafe text else {
    return
  }
  unsafe state.pointee.appendText(text, Int(count))
}

/// What kind of fault an error of libxml2 stands for.
private func reason(of error: xmlError, _ state: ParserState) -> XMLFailure.Reason {
  let code = unsafe error.code
  // The same number stands for bytes that are not UTF-8 and for characters that XML does not allow.
  if let message = unsafe error.message, unsafe String(cString: message).hasPrefix("Input is not proper UTF-8") {
    return .encoding
  }
  let encodingErrors = [
    XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_I18N_CONV_FAILED,
    XML_I18N_NO_OUTPUT, XML_IO_ENCODER,
  ]
  if encodingErrors.contains(where: { Int32(bitPattern: $0.rawValue) == code }) { return .encoding }
  if code == Int32(bitPattern: XML_ERR_DOCUMENT_EMPTY.rawValue) { return .empty }
  if code == Int32(bitPattern: XML_ERR_TAG_NOT_FINISHED.rawValue) { return .truncated }
  if code == Int32(bitPattern: XML_ERR_TAG_NAME_MISMATCH.rawValue) { return .malformed }
  // Whatever is missing at the very end is missing because the document was cut off.
  if state.depth > 0, let input = unsafe state.context?.pointee.input, unsafe input.pointee.cur >= input.pointee.end {
    return .truncated
  }
  return .malformed
}
