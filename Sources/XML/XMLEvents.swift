/// A place in a document.
public struct XMLPlace: Sendable, Hashable {
  /// The 1-based line.
  public var line: Int
  /// The 1-based column, counted in bytes.
  public var column: Int

  /// Creates a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Why a document cannot be read.
public struct XMLFailure: Error, Sendable, Hashable {
  /// What kind of fault it is.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// It breaks the rules of XML.
    case malformed
    /// It ends before its root element does.
    case truncated
    /// Its bytes are not in the encoding it claims (UTF-8 unless it says so).
    case encoding
    /// It has a document type declaration, which could define or fetch entities.
    case documentType
    /// It nests elements too deeply.
    case tooDeep
    /// It contains a NUL byte.
    case zeroByte
    /// It has nothing in it.
    case empty
  }

  /// What kind of fault it is.
  public let reason: Reason
  /// Where it was found.
  public let place: XMLPlace

  /// Creates a failure.
  public init(_ reason: Reason, at place: XMLPlace) {
    self.reason = reason
    self.place = place
  }
}

/// Receives what a parser reads, in the order of the document; what is lent is lent for the call only.
public protocol XMLEventHandler: AnyObject {
  /// An element begins.
  ///
  /// - Parameters:
  ///   - name: the position of its local name among the names the parser knows; -1 for any other.
  ///   - element: its full name, attributes and place.
  func startElement(_ name: Int, _ element: borrowing XMLElement)
  /// A piece of text, character references resolved; one text may come in several pieces.
  func text(_ bytes: Span<UInt8>)
  /// The innermost open element ends.
  func endElement(at place: XMLPlace)
}
