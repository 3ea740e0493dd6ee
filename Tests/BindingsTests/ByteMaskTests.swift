import ByteMasks
import Testing

@Suite("Masks of 64 bytes")
struct ByteMaskTests {
  @Test("every place is found, at any offset and near the end", arguments: [1, 2, 63, 64, 65, 127, 128, 200])
  func agreesWithALoop(length: Int) {
    var generator = SplitMix(state: UInt64(length))
    let alphabet: [UInt8] = [0x2C, 0x0A, 0x22, 0x2D, 0x0B, 0x21, 0x00, 0x80, 0xAC, 0xFF]
    let bytes = (0..<length).map { _ in alphabet[Int(generator.next() % 10)] }
    for offset in 0..<length {
      var expected: UInt64 = 0
      for place in offset..<min(length, offset + 64) where [0x2C, 0x0A, 0x22].contains(bytes[place]) {
        expected |= 1 << UInt64(place - offset)
      }
      #expect(byteMask(bytes.span, at: offset, 0x2C, 0x0A, 0x22) == expected)
    }
  }
}

private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    return word ^ word >> 31
  }
}
