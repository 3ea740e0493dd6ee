/// Finds names of up to seven bytes, and the empty text, with one look into a table without collisions.
struct ShortNames: Sendable {
  /// What multiplies a word, and how far the product is shifted to give its place.
  let multiplier: UInt64
  let shift: UInt64
  /// The words of the names at their places; elsewhere a word of more than seven bytes.
  let words: [UInt64]
  /// The position of each name from 1; 0 for the empty text.
  let positions: [UInt8]

  /// The largest table: it lies in the fastest cache beside others.
  private static let mostBits: UInt64 = 10
  /// Multipliers tried for each size.
  private static let tries = 64

  /// Lays out the names that are short enough; nil when no table without collisions was found.
  init?(_ names: [String]) {
    guard names.count <= ChoiceCode.longestNarrowList else { return nil }
    var entries: [(word: UInt64, position: UInt8)] = []
    for (index, name) in names.enumerated() where (1...7).contains(name.utf8.count) {
      var word: UInt64 = 0
      for (place, byte) in name.utf8.enumerated() { word |= UInt64(byte) << UInt64(8 * place) }
      // Of equal names the first counts.
      if !entries.contains(where: { $0.word == word }) { entries.append((word, UInt8(index + 1))) }
    }
    var bits: UInt64 = 4
    while 1 << bits < 2 * entries.count { bits += 1 }
    while bits <= Self.mostBits {
      var multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
      for _ in 0..<Self.tries {
        if let table = Self.table(entries, multiplier, bits) {
          (words, positions) = table
          self.multiplier = multiplier
          shift = 64 - bits
          return
        }
        multiplier = (multiplier ^ multiplier >> 29) &* 0xD6E8_FEB8_6659_FD93 | 1
      }
      bits += 1
    }
    return nil
  }

  private static func table(
    _ entries: [(word: UInt64, position: UInt8)], _ multiplier: UInt64, _ bits: UInt64
  ) -> (words: [UInt64], positions: [UInt8])? {
    var words = [UInt64](repeating: .max, count: 1 << Int(bits))
    var positions = [UInt8](repeating: 0, count: words.count)
    // The empty text is the word 0.
    words[0] = 0
    for (word, position) in entries {
      let place = Int(truncatingIfNeeded: (word &* multiplier) >> (64 - bits))
      guard words[place] == .max else { return nil }
      words[place] = word
      positions[place] = position
    }
    return (words, positions)
  }
}
