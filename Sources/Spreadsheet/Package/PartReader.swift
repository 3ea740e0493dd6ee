import XML

/// Reads one kind of part of an Office Open XML package, element by element.
///
/// Elements are told apart by their local names, so that the transitional and the strict variants read alike.
protocol PartReader {
  /// The elements that matter, each named as its case.
  associatedtype Element: RawRepresentable<Int32> & CaseIterable & Sendable

  /// An element begins.
  mutating func start(_ element: Element, _ attributes: PartAttributes)
  /// An element ends.
  mutating func end(_ element: Element)
  /// A piece of the text directly in an element.
  mutating func text(_ bytes: ArraySlice<UInt8>, in element: Element)
  /// Whether the rest need not be read.
  var isDone: Bool { get }
}

extension PartReader {
  mutating func end(_ element: Element) {}
  mutating func text(_ bytes: ArraySlice<UInt8>, in element: Element) {}
  var isDone: Bool { false }

  /// Reads a part; nil when it is well-formed.
  mutating func read(_ bytes: [UInt8]) -> XMLFailure? {
    let parser = XMLParser(names: Element.allCases.map { "\($0)" }, depthLimit: 64)
    var open: [Element?] = []
    return parser.parse(bytes) { events in
      for (index, step) in events.steps.enumerated() {
        switch step.kind {
        case .start:
          let element = Element(rawValue: step.name)
          open.append(element)
          if let element { start(element, PartAttributes(events: events, step: index)) }
        case .end:
          if let element = open.popLast() ?? nil { end(element) }
        case .text:
          if let element = open.last ?? nil { text(events.text(of: step), in: element) }
        }
        if isDone { return false }
      }
      return true
    }
  }
}

/// The attributes of an element, by local name.
struct PartAttributes {
  fileprivate let events: XMLEvents
  fileprivate let step: Int

  /// An attribute's bytes; nil when it is not there.
  func bytes(_ name: String) -> [UInt8]? { events.attribute(name, ofStep: step) }

  /// An attribute as text.
  subscript(name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// An attribute as a number that is not negative.
  func number(_ name: String) -> Int? { bytes(name).flatMap { Int(String(decoding: $0, as: UTF8.self)) } }

  /// Whether an attribute says yes.
  func isTrue(_ name: String) -> Bool { self[name].map { $0 == "1" || $0 == "true" } ?? false }
}

extension String {
  /// The text with characters that XML cannot hold, written `_x000D_`, put back (ECMA-376 part 1, 22.9.2.19).
  var unescapingCharacters: String {
    guard contains("_x") else { return self }
    var text: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "_"), rest.count >= 6, rest.first == UInt8(ascii: "x"),
        rest[rest.startIndex + 5] == UInt8(ascii: "_"),
        let value = UInt32(String(decoding: rest.dropFirst().prefix(4), as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        text += Array(String(scalar).utf8)
        rest = rest.dropFirst(6)
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
