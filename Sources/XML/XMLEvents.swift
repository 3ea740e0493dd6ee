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

/// One step through a document.
public struct XMLEvent: Sendable, Hashable {
  /// What happens.
  public enum Kind: UInt8, Sendable, Hashable {
    /// An element begins.
    case start
    /// The innermost open element ends.
    case end
    /// A piece of text, character references resolved.
    case text
  }

  /// What happens.
  public var kind: Kind
  /// Of a start, the position of its local name among the names the parser knows; -1 for any other name.
  public var name: Int32
  /// Where its bytes begin in ``XMLEvents/bytes``: a text, or an unknown name.
  public var begin: UInt32
  /// Where its bytes end.
  public var end: UInt32
  /// The 1-based line on which a start tag ends.
  public var line: UInt32
  /// The 1-based column at which a start tag ends, counted in bytes.
  public var column: UInt32
  /// Where the attributes of a start begin among all.
  var firstAttribute: UInt32 = 0

  /// Where a start tag ends.
  public var place: XMLPlace { XMLPlace(line: Int(line), column: Int(column)) }
}

/// The steps through one document, in order.
public struct XMLEvents: Sendable {
  /// An attribute of an element; namespace declarations are none.
  struct Attribute: Sendable {
    var event: Int
    /// Where its local name begins among the bytes.
    var nameBegin: UInt32
    /// Where its local name ends.
    var nameEnd: UInt32
    /// Where its value begins among the bytes.
    var begin: UInt32
    /// Where its value ends.
    var end: UInt32

    var nameRange: Range<Int> { Int(nameBegin)..<Int(nameEnd) }
  }

  /// The steps.
  public internal(set) var steps: [XMLEvent] = []
  /// Texts and unknown names, one after the other.
  public internal(set) var bytes: [UInt8] = []
  var attributes: [Attribute] = []

  /// No steps.
  public init() {}

  /// The local name of an element the parser does not know.
  public func unknownName(of step: XMLEvent) -> String {
    String(decoding: bytes[Int(step.begin)..<Int(step.end)], as: UTF8.self)
  }

  /// The value of the first attribute with a local name, whatever its prefix; nil when there is none.
  ///
  /// - Parameter index: the position of the start among the steps.
  /// - Complexity: O(attributes of the element).
  public func attribute(_ name: String, ofStep index: Int) -> [UInt8]? {
    var place = Int(steps[index].firstAttribute)
    while place < attributes.count, attributes[place].event == index {
      let attribute = attributes[place]
      if bytes[attribute.nameRange].elementsEqual(name.utf8) {
        return Array(bytes[Int(attribute.begin)..<Int(attribute.end)])
      }
      place += 1
    }
    return nil
  }

  /// The bytes of a text.
  public func text(of step: XMLEvent) -> ArraySlice<UInt8> { bytes[Int(step.begin)..<Int(step.end)] }

  mutating func removeAll() {
    steps.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
  }
}
