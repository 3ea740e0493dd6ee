/// Looks for keys in texts, in any case: most bytes are skipped, by what the last byte under a key tells (R. N. Horspool,
/// "Practical fast searching in strings", 1980).
struct TraceSearch {
  /// The keys, in lower case.
  private var keys: [[UInt8]] = []
  /// By key and byte, how far the key may be moved on.
  private var steps: [[Int]] = []

  init(_ traces: Set<[UInt8]>) {
    for trace in traces where !trace.isEmpty {
      let key = trace.map(Self.lowercased)
      var step = [Int](repeating: key.count, count: 256)
      for (place, byte) in key.dropLast().enumerated() {
        step[Int(byte)] = key.count - 1 - place
        if (97...122).contains(byte) { step[Int(byte & ~32)] = key.count - 1 - place }
      }
      keys.append(key)
      steps.append(step)
    }
  }

  /// Whether a text contains one of the keys.
  ///
  /// - Complexity: O(bytes / length of the key) for texts unlike the key.
  func finds(in bytes: [UInt8]) -> Bool {
    let text = bytes.span
    for (key, step) in zip(keys, steps) {
      var end = key.count - 1
      while end < text.count {
        var place = key.count - 1
        while place >= 0, Self.lowercased(text[end - (key.count - 1 - place)]) == key[place] { place -= 1 }
        if place < 0 { return true }
        end += step[Int(text[end])]
      }
    }
    return false
  }

  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 32 : byte }
}
