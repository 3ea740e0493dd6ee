/// Numbers for keys of 64 bits, by open addressing: what a hash table of the standard library does, several times faster.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// The number of a key; -1 when it has none.
  func number(of key: UInt64) -> Int32 {
    var slot = Self.hash(key) & mask
    while values[slot] >= 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Gives a key a number of 0 or more, in place of the one it had.
  mutating func set(_ key: UInt64, _ value: Int32) {
    if (count + 1) * 2 > keys.count { grow() }
    var slot = Self.hash(key) & mask
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    if values[slot] < 0 { count += 1 }
    (keys[slot], values[slot]) = (key, value)
  }

  private mutating func grow() {
    var larger = WordTable(capacity: keys.count)
    for slot in keys.indices where values[slot] >= 0 { larger.set(keys[slot], values[slot]) }
    self = larger
  }

  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20)
  }
}
