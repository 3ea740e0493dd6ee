/// Finds the position of a choice by the bytes of its name.
///
/// Names of one byte are found in a table; names of up to eight bytes are compared as one word; longer names as bytes.
struct ChoiceLookup: Sendable {
  /// The position of each name of one byte; 0 where there is none.
  private(set) var single = [UInt32](repeating: 0, count: 256)
  private var words: [UInt64]
  private var positions: [UInt32]
  private let mask: Int
  private var long: [[UInt8]: UInt32] = [:]
  /// The names of up to seven bytes; nil when they are too many.
  let short: ShortNames?

  /// Creates a lookup; positions count from 1 in the order of the names.
  init(_ names: [String]) {
    short = ShortNames(names)
    var capacity = 8
    while capacity < names.count * 2 { capacity *= 2 }
    words = Array(repeating: 0, count: capacity)
    positions = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    for (index, name) in names.enumerated() {
      let bytes = Array(name.utf8)
      let position = UInt32(index + 1)
      if bytes.count == 1 {
        if single[Int(bytes[0])] == 0 { single[Int(bytes[0])] = position }
      } else if bytes.count <= 8, bytes.count > 1 {
        let word = pack(bytes.span)
        var slot = slot(of: word)
        while positions[slot] != 0, words[slot] != word { slot = (slot + 1) & mask }
        if positions[slot] == 0 {
          words[slot] = word
          positions[slot] = position
        }
      } else if long[bytes] == nil {
        long[bytes] = position
      }
    }
  }

  /// The position of a name from 1; 0 when there is none.
  @inline(__always)
  func position(_ bytes: Span<UInt8>) -> UInt32 {
    switch bytes.count {
    case 0: return 0
    case 1: return single[Int(bytes[0])]
    case 2...8:
      let word = pack(bytes)
      var slot = slot(of: word)
      while positions[slot] != 0 {
        if words[slot] == word { return positions[slot] }
        slot = (slot + 1) & mask
      }
      return 0
    default:
      if long.isEmpty { return 0 }
      var copy: [UInt8] = []
      for index in bytes.indices { copy.append(bytes[index]) }
      return long[copy] ?? 0
    }
  }

  /// Up to eight bytes as one word: names hold no NUL byte, so shorter names cannot be taken for longer ones.
  @inline(__always)
  private func pack(_ bytes: Span<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for index in bytes.indices { word = word << 8 | UInt64(bytes[index]) }
    return word
  }

  @inline(__always)
  private func slot(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}
