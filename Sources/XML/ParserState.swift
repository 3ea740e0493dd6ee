import CLibXML2

/// What the C callbacks of one parser share.
@safe
final class ParserState {
  let depthLimit: Int
  var context: xmlParserCtxtPtr?
  var handler: (any XMLEventHandler)?
  var depth = 0
  var failure: XMLFailure?
  /// Known names by the address at which the parser's dictionary keeps them: open addressing, linear probing.
  var addresses: [UInt] = []
  var indexes: [Int32] = []

  init(depthLimit: Int) {
    unsafe context = nil
    self.depthLimit = depthLimit
  }

  /// Where the parser stands.
  var place: XMLPlace {
    guard let input = unsafe context?.pointee.input else { return XMLPlace(line: 1, column: 1) }
    return unsafe XMLPlace(line: Int(input.pointee.line), column: Int(input.pointee.col))
  }

  /// Notes the first fault and ends the document.
  func fail(_ reason: XMLFailure.Reason, at place: XMLPlace) {
    if failure == nil { failure = XMLFailure(reason, at: place) }
    unsafe xmlStopParser(context)
  }

  /// Makes room for known names.
  func prepareNames(count: Int) {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    addresses = Array(repeating: 0, count: capacity)
    indexes = Array(repeating: -1, count: capacity)
  }

  func learn(_ address: UInt, index: Int32) {
    var slot = slot(of: address)
    while addresses[slot] != 0, addresses[slot] != address { slot = (slot + 1) & (addresses.count - 1) }
    addresses[slot] = address
    indexes[slot] = index
  }

  func index(of address: UInt) -> Int {
    var slot = slot(of: address)
    while true {
      let found = addresses[slot]
      if found == address { return Int(indexes[slot]) }
      if found == 0 { return -1 }
      slot = (slot + 1) & (addresses.count - 1)
    }
  }

  private func slot(of address: UInt) -> Int {
    Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 32) & (addresses.count - 1)
  }
}

/// The state behind libxml2's user data.
private func parserState(_ pointer: UnsafeMutableRawPointer?) -> ParserState? {
  guard let pointer = unsafe pointer else { return nil }
  return unsafe Unmanaged<ParserState>.fromOpaque(pointer).takeUnretainedValue()
}

/// Fills the table of libxml2's callbacks.
func install(_ handlers: inout xmlSAXHandler) {
  unsafe handlers.initialized = UInt32(XML_SAX2_MAGIC)
  unsafe handlers.startElementNs = { pointer, name, _, _, _, _, attributeCount, _, attributes in
    guard let state = unsafe parserState(pointer), state.failure == nil else { return }
    state.depth += 1
    guard state.depth <= state.depthLimit else { return state.fail(.tooDeep, at: state.place) }
    let index = state.index(of: UInt(bitPattern: name))
    state.handler?.startElement(
      index,
      unsafe XMLElement(
        name: name, attributes: attributes, attributeCount: Int(attributeCount), place: state.place))
  }
  unsafe handlers.endElementNs = { pointer, _, _, _ in
    guard let state = unsafe parserState(pointer), state.failure == nil else { return }
    state.depth -= 1
    state.handler?.endElement(at: state.place)
  }
  unsafe handlers.characters = { unsafe deliver($0, $1, $2) }
  unsafe handlers.cdataBlock = { unsafe deliver($0, $1, $2) }
  unsafe handlers.ignorableWhitespace = { unsafe deliver($0, $1, $2) }
  unsafe handlers.internalSubset = { pointer, _, _, _ in
    guard let state = unsafe parserState(pointer) else { return }
    state.fail(.documentType, at: state.place)
  }
  unsafe handlers.serror = { pointer, error in
    guard let state = unsafe parserState(pointer), let error = unsafe error else { return }
    // Undeclared prefixes are errors, not fatal ones: the element is read without a namespace.
    guard unsafe error.pointee.level == XML_ERR_FATAL, state.failure == nil else { return }
    state.failure = unsafe XMLFailure(
      reason(of: error.pointee, state),
      at: XMLPlace(line: max(Int(error.pointee.line), 1), column: max(Int(error.pointee.int2), 1)))
  }
}

private func deliver(_ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32) {
  guard let state = unsafe parserState(pointer), state.failure == nil, let text = unsafe text else { return }
  state.handler?.text(unsafe Span(_unsafeStart: text, count: Int(count)))
}

/// What kind of fault an error number of libxml2 stands for.
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
