/// Known names by the address at which a parser's dictionary keeps them: open addressing, linear probing.
struct NameTable {
  private var addresses: [UInt]
  private var indexes: [Int32]
  private let mask: Int

  init(capacity wanted: Int) {
    var capacity = 16
    while capacity < wanted * 2 { capacity *= 2 }
    addresses = Array(repeating: 0, count: capacity)
    indexes = Array(repeating: -1, count: capacity)
    mask = capacity - 1
  }

  mutating func learn(_ address: UInt, index: Int32) {
    var slot = slot(of: address)
    while addresses[slot] != 0, addresses[slot] != address { slot = (slot + 1) & mask }
    addresses[slot] = address
    indexes[slot] = index
  }

  /// The number of the name at an address; -1 when it is not known.
  func index(of address: UInt) -> Int32 {
    var slot = slot(of: address)
    while addresses[slot] != 0 {
      if addresses[slot] == address { return indexes[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  private func slot(of address: UInt) -> Int {
    Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}
