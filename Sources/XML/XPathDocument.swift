import CLibXML2

/// An XML document against which XPath 1.0 expressions are evaluated (libxml2's engine).
///
/// Meant for small documents: the whole tree is held. Nothing is fetched and no entity is replaced.
@safe
public struct XPathDocument: ~Copyable {
  private let document: xmlDocPtr
  private let context: xmlXPathContextPtr

  /// Reads a document; nil when it is not well-formed.
  public init?(_ text: String) {
    xmlInitParser()
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let bytes = Array(text.utf8)
    guard let count = Int32(exactly: bytes.count) else { return nil }
    let parsed = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, "UTF-8", Int32(bitPattern: options))
    }
    guard let document = unsafe parsed else { return nil }
    guard let context = unsafe xmlXPathNewContext(document) else {
      unsafe xmlFreeDoc(document)
      return nil
    }
    // What is wrong with an expression is told by the missing value, not on standard error.
    unsafe context.pointee.error = { _, _ in }
    unsafe self.document = document
    unsafe self.context = context
  }

  deinit {
    unsafe xmlXPathFreeContext(context)
    unsafe xmlFreeDoc(document)
  }

  /// The value of an expression with the document's root as context; nil when it is no XPath 1.0.
  public borrowing func value(of expression: String) -> XPathValue? {
    // A NUL byte would end the text early.
    if expression.utf8.contains(0) { return nil }
    guard let object = unsafe xmlXPathEval(expression, context) else { return nil }
    defer { unsafe xmlXPathFreeObject(object) }
    switch unsafe object.pointee.type {
    case XPATH_NUMBER: return .number(unsafe object.pointee.floatval)
    case XPATH_BOOLEAN: return .boolean(unsafe object.pointee.boolval != 0)
    case XPATH_STRING: return .string(unsafe object.pointee.stringval.map { unsafe String(cString: $0) } ?? "")
    case XPATH_NODESET:
      guard let text = unsafe xmlXPathCastToString(object) else { return .nodes(first: "") }
      defer { unsafe ykien_xml_free(text) }
      return .nodes(first: unsafe String(cString: text))
    default: return nil
    }
  }
}

/// A value of XPath 1.0.
public enum XPathValue: Sendable, Hashable {
  /// A number, NaN included.
  case number(Double)
  /// A text.
  case string(String)
  /// A truth value.
  case boolean(Bool)
  /// Nodes, with the text of the first in the order of the document; "" when there are none.
  case nodes(first: String)
}
