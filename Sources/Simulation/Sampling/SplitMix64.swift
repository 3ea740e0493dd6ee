/// A pseudo-random generator whose stream follows from its seed alone (Steele, Lea, Flood 2014: SplitMix64).
struct SplitMix64: Sendable {
  private var state: UInt64

  /// The odd increment 2⁶⁴ ÷ golden ratio.
  static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(state: UInt64) { self.state = state }

  /// Scrambles a number, one to one (Stafford's variant 13).
  static func mix(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits &>> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits &>> 31)
  }

  /// A number that follows from a text alone (FNV-1a, scrambled).
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mix(hash)
  }

  mutating func next() -> UInt64 {
    state = state &+ Self.increment
    return Self.mix(state)
  }

  /// A number in 0..<1 with 53 random bits.
  mutating func unit() -> Double { Double(next() &>> 11) * 0x1p-53 }

  /// True with the given probability.
  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// A number in 0..<count; 0 when count is not positive (bias below 2⁻³² for counts of survey size).
  mutating func below(_ count: Int) -> Int {
    count <= 1 ? 0 : Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A number in a range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    let (width, overflowed) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
    if overflowed || width == .max { return range.lowerBound }
    return range.lowerBound + below(width + 1)
  }

  /// Roughly standard normal: the sum of four 16-bit uniforms, the same on every machine (no logarithm).
  mutating func normal() -> Double {
    let bits = next()
    let sum = (bits & 0xFFFF) + (bits &>> 16 & 0xFFFF) + (bits &>> 32 & 0xFFFF) + (bits &>> 48)
    // Mean 2 · 65535; variance 4 · 65536² ÷ 12.
    return (Double(sum) - 131_070) * (1 / 37_837.227)
  }
}
