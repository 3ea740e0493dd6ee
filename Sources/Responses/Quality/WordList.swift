/// A growing list of words that is never copied as it grows.
struct WordList: Sendable {
  private var blocks: [[UInt64]] = []
  /// The number of words.
  private(set) var count = 0

  private static let blockBits = 16
  private static let blockCount = 1 << blockBits

  subscript(index: Int) -> UInt64 { blocks[index >> Self.blockBits][index & (Self.blockCount - 1)] }

  /// Adds a word.
  mutating func append(_ word: UInt64) {
    if count & (Self.blockCount - 1) == 0 {
      var block: [UInt64] = []
      block.reserveCapacity(Self.blockCount)
      blocks.append(block)
    }
    blocks[blocks.count - 1].append(word)
    count += 1
  }

  /// Forgets the words from a position on.
  mutating func removeAll(from position: Int) {
    while count > position {
      blocks[blocks.count - 1].removeLast()
      if blocks[blocks.count - 1].isEmpty { blocks.removeLast() }
      count -= 1
    }
  }

  /// Hands over all words in their order.
  func forEach(_ body: (_ index: Int, _ word: UInt64) -> Void) {
    var index = 0
    for block in blocks {
      for word in block {
        body(index, word)
        index += 1
      }
    }
  }
}

/// Words of a set with a quick answer for most of those that are not in it.
struct WordFilter {
  private var bits: [UInt64]
  private let mask: UInt64

  /// A filter for so many words.
  init(count: Int) {
    var size = 64
    while size < 16 * count { size *= 2 }
    bits = [UInt64](repeating: 0, count: size / 64)
    mask = UInt64(size - 1)
  }

  /// Whether a word may have been added.
  func mayHold(_ word: UInt64) -> Bool { isSet(word & mask) && isSet(word >> 32 & mask) }

  /// Adds a word.
  ///
  /// - Returns: whether it may have been there.
  mutating func insert(_ word: UInt64) -> Bool {
    let wasThere = mayHold(word)
    bits[Int(truncatingIfNeeded: (word & mask) >> 6)] |= 1 << (word & 63)
    let second = word >> 32 & mask
    bits[Int(truncatingIfNeeded: second >> 6)] |= 1 << (second & 63)
    return wasThere
  }

  private func isSet(_ place: UInt64) -> Bool { bits[Int(truncatingIfNeeded: place >> 6)] >> (place & 63) & 1 == 1 }
}
