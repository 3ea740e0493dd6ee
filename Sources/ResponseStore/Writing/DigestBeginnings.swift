/// The first 64 bits of many digests: open addressing, linear probing, at most two thirds full.
///
/// Digests are spread already: no other hash is made of them. Memory: 12 to 24 bytes a digest.
struct DigestBeginnings {
  /// Zero where there is none.
  private var slots: [UInt64] = Array(repeating: 0, count: 1024)
  private var count = 0

  /// Adds the beginning of a digest in hexadecimal digits.
  mutating func insert(_ digest: String) {
    if (count + 1) * 3 > slots.count * 2 { grow() }
    let word = Self.word(digest)
    let slot = slot(of: word)
    guard slots[slot] == 0 else { return }
    slots[slot] = word
    count += 1
  }

  /// Whether a digest begins like one of them.
  func mayHold(_ digest: String) -> Bool { slots[slot(of: Self.word(digest))] != 0 }

  /// Where a word stands, or would.
  private func slot(of word: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: word) & mask
    while slots[slot] != 0, slots[slot] != word { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let known = slots
    slots = Array(repeating: 0, count: known.count * 2)
    for word in known where word != 0 { slots[slot(of: word)] = word }
  }

  /// The first 16 digits as a number that is not zero.
  private static func word(_ digest: String) -> UInt64 {
    var word: UInt64 = 0
    // Of a hexadecimal digit the low half is its value, for letters nine less.
    for digit in digest.utf8.prefix(16) { word = word << 4 | (UInt64(digit & 15) + UInt64(digit >> 6) * 9) & 15 }
    return max(word, 1)
  }
}
