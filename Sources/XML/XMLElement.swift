import CLibXML2

/// The start tag of an element, lent to a handler for one call.
@safe
public struct XMLElement: ~Copyable {
  private let name: UnsafePointer<xmlChar>?
  private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let attributeCount: Int
  /// Where the start tag ends.
  public let place: XMLPlace

  init(
    name: UnsafePointer<xmlChar>?, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, attributeCount: Int,
    place: XMLPlace
  ) {
    unsafe self.name = name
    unsafe self.attributes = attributes
    self.attributeCount = attributeCount
    self.place = place
  }

  /// The name without its prefix.
  public var localName: String { unsafe name.map { unsafe String(cString: $0) } ?? "" }

  /// The value of the first attribute with a local name, whatever its prefix; nil when there is none.
  public func attribute(_ wanted: String) -> [UInt8]? {
    guard let attributes = unsafe attributes else { return nil }
    for index in 0..<attributeCount {
      // Five pointers each: local name, prefix, namespace, begin and end of the value.
      guard
        let localName = unsafe attributes[index * 5], unsafe String(cString: localName) == wanted,
        let begin = unsafe attributes[index * 5 + 3], let end = unsafe attributes[index * 5 + 4]
      else { continue }
      return resolved(unsafe [UInt8](UnsafeBufferPointer(start: begin, count: end - begin)))
    }
    return nil
  }

  /// libxml2 leaves an ampersand in an attribute as `&#38;` when it replaces no entities.
  private func resolved(_ value: [UInt8]) -> [UInt8] {
    guard value.contains(UInt8(ascii: "&")) else { return value }
    var text: [UInt8] = []
    var index = 0
    while index < value.count {
      text.append(value[index])
      index += value[index...].starts(with: Array("&#38;".utf8)) ? 5 : 1
    }
    return text
  }
}
