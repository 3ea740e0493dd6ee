/// The code (mã phiếu) by which a respondent names a questionnaire again: to see, correct or erase the answers.
///
/// It is the instance identifier itself, written for people: `YK-` and seven groups of four signs of Crockford's
/// base 32 (no I, L, O, U). The first 26 signs are the identifier's 128 bits and two zero bits, high bits first. The
/// last two are check signs of a Reed–Solomon code over GF(32) (x⁵ + x² + 1, roots 1 and 2): a code with one or two
/// wrong signs, or two signs exchanged, is never taken for another.
public struct WithdrawalCode: Sendable, Hashable {
  /// The instance identifier, `uuid:` and a UUID in lower case.
  public let instanceID: String
  /// The code as it is shown: `YK-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`.
  public let text: String

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let dataCount = 26
  private static let checkCount = 2
  /// Where a UUID of 32 digits has its hyphens.
  private static let hyphenPlaces: Set<Int> = [8, 12, 16, 20]

  /// The code of a questionnaire; nil when its identifier is not `uuid:` and a UUID (with hyphens, in any case).
  public init?(instanceID: String) {
    let lowercase = instanceID.lowercased()
    guard lowercase.hasPrefix("uuid:"), let digits = Self.digits(ofUUID: lowercase.dropFirst(5)) else { return nil }
    self.instanceID = lowercase
    text = Self.text(of: Self.symbols(of: digits))
  }

  /// Reads a code as a person wrote it; nil when it cannot be one.
  ///
  /// Case, spaces, hyphens and a missing `YK` do not matter; O is read as 0, I and L as 1.
  public init?(reading written: String) {
    var signs = written.uppercased().filter { !$0.isWhitespace && !"-–—‑.".contains($0) }
    let count = Self.dataCount + Self.checkCount
    if signs.count == count + 2, signs.hasPrefix("YK") { signs.removeFirst(2) }
    guard signs.count == count else { return nil }
    var symbols: [UInt8] = []
    for sign in signs {
      let plain: Character = sign == "O" ? "0" : sign == "I" || sign == "L" ? "1" : sign
      guard let place = Self.alphabet.firstIndex(of: plain) else { return nil }
      symbols.append(UInt8(place))
    }
    let data = Array(symbols.prefix(Self.dataCount))
    // The last data sign has two bits beyond the identifier.
    guard Self.checks(of: data) == Array(symbols.suffix(Self.checkCount)), data[Self.dataCount - 1] & 3 == 0 else {
      return nil
    }
    let bits: [UInt8] = data.flatMap { symbol in (0..<5).map { symbol >> (4 - $0) & 1 } }
    let digits = stride(from: 0, to: 128, by: 4).map { start in
      bits[start..<(start + 4)].reduce(UInt8(0)) { $0 << 1 | $1 }
    }
    instanceID = "uuid:" + Self.uuid(of: digits)
    text = Self.text(of: data)
  }

  /// The 32 hexadecimal digits of a UUID in lower case; nil for any other text.
  private static func digits(ofUUID text: Substring) -> [UInt8]? {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12] else { return nil }
    var digits: [UInt8] = []
    for byte in groups.joined().utf8 {
      switch byte {
      case 0x30...0x39: digits.append(byte - 0x30)
      case 0x61...0x66: digits.append(byte - 0x61 + 10)
      default: return nil
      }
    }
    return digits
  }

  private static func uuid(of digits: [UInt8]) -> String {
    let signs = Array("0123456789abcdef")
    var text = ""
    for (place, digit) in digits.enumerated() {
      if hyphenPlaces.contains(place) { text.append("-") }
      text.append(signs[Int(digit)])
    }
    return text
  }

  /// Five bits at a time, the last sign filled up with zero bits.
  private static func symbols(of digits: [UInt8]) -> [UInt8] {
    var bits: [UInt8] = digits.flatMap { digit in (0..<4).map { digit >> (3 - $0) & 1 } }
    bits += [0, 0]
    return stride(from: 0, to: bits.count, by: 5).map { start in
      bits[start..<(start + 5)].reduce(UInt8(0)) { $0 << 1 | $1 }
    }
  }

  private static func text(of data: [UInt8]) -> String {
    let signs = (data + checks(of: data)).map { alphabet[Int($0)] }
    let groups = stride(from: 0, to: signs.count, by: 4).map { String(signs[$0..<($0 + 4)]) }
    return (["YK"] + groups).joined(separator: "-")
  }

  /// The remainder of the data, moved up by two places, by (x − 1)(x − 2) = x² + 3x + 2.
  private static func checks(of data: [UInt8]) -> [UInt8] {
    var first: UInt8 = 0
    var second: UInt8 = 0
    for symbol in data {
      let carried = symbol ^ first
      first = second ^ product(carried, 3)
      second = product(carried, 2)
    }
    return [first, second]
  }

  /// The product in GF(32), of which x⁵ = x² + 1.
  private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var result: UInt8 = 0
    for bit in (0..<5).reversed() {
      result <<= 1
      if result & 32 != 0 { result ^= 0b100101 }
      if right >> UInt8(bit) & 1 == 1 { result ^= left }
    }
    return result
  }
}
