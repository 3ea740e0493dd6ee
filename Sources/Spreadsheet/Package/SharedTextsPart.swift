/// Reads the texts that cells share.
struct SharedTextsPart: PartReader {
  enum Element: Int32, CaseIterable {
    case si, t, rPh
  }

  private(set) var texts: [String] = []
  /// Whether there are more texts than allowed.
  private(set) var isTooLarge = false
  private let byteLimit: Int
  private var byteCount = 0
  private var current: [UInt8] = []
  private var phoneticDepth = 0

  init(byteLimit: Int) { self.byteLimit = byteLimit }

  var isDone: Bool { isTooLarge }

  mutating func start(_ element: Element, _ attributes: PartAttributes) {
    switch element {
    case .si: current.removeAll(keepingCapacity: true)
    case .rPh: phoneticDepth += 1
    case .t: break
    }
  }

  mutating func end(_ element: Element) {
    switch element {
    case .si:
      // An empty text takes room, too.
      byteCount += current.count + 16
      isTooLarge = byteCount > byteLimit
      texts.append(String(decoding: current, as: UTF8.self).unescapingCharacters)
    case .rPh: phoneticDepth -= 1
    case .t: break
    }
  }

  mutating func text(_ bytes: ArraySlice<UInt8>, in element: Element) {
    // Readings of Japanese text stand beside it and are no part of it.
    if element == .t, phoneticDepth == 0 { current.append(contentsOf: bytes) }
  }
}
