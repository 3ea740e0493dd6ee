/// Known names by their bytes.
///
/// Documents repeat the order of their form: the name behind the last one found is tried first.
struct PlainNames {
  private var bytes: [UInt8] = []
  /// Where each name begins; one more is the end of the last.
  private var starts: [Int] = [0]
  private var slots: [Int32]
  private let mask: Int
  private var expected = 0

  /// Keeps names; of equal ones the last counts.
  init(_ names: [String]) {
    var capacity = 16
    while capacity < names.count * 2 { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
    mask = capacity - 1
    for name in names {
      bytes.append(contentsOf: name.utf8)
      starts.append(bytes.count)
    }
    for index in names.indices {
      let slot = slot(of: bytes.span.extracting(starts[index]..<starts[index + 1]))
      slots[slot] = Int32(clamping: index)
    }
  }

  /// Begins a document: its names are looked for from the first on.
  mutating func begin() { expected = 0 }

  /// The number of a name; -1 when it is not known.
  mutating func index(of name: Span<UInt8>) -> Int32 {
    if expected < starts.count - 1, equals(expected, name) {
      expected += 1
      return Int32(truncatingIfNeeded: expected - 1)
    }
    let found = slots[slot(of: name)]
    if found >= 0 { expected = Int(found) + 1 }
    return found
  }

  /// Where a name stands, or would.
  private func slot(of name: Span<UInt8>) -> Int {
    var slot = Self.hash(name) & mask
    while slots[slot] >= 0, !equals(Int(slots[slot]), name) { slot = (slot + 1) & mask }
    return slot
  }

  private func equals(_ index: Int, _ name: Span<UInt8>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == name.count else { return false }
    let bytes = bytes.span
    for offset in 0..<name.count where bytes[start + offset] != name[offset] { return false }
    return true
  }

  private static func hash(_ name: Span<UInt8>) -> Int {
    var word: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in name.indices { word = (word ^ UInt64(name[index])) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: word >> 32)
  }
}
