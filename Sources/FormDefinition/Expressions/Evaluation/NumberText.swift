/// Numbers as XPath 1.0 writes and reads them: no exponent, no sign but minus, `NaN`, `Infinity`.
enum NumberText {
  /// The shortest decimal text that reads back to the same double.
  static func string(of value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if let whole = Int64(exactly: value) { return String(whole) }
    let text = value.description
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    return expanded(text[..<mark], exponent: Int(text[text.index(after: mark)...]) ?? 0)
  }

  /// Moves the decimal point of `1.25` by an exponent.
  private static func expanded(_ mantissa: Substring, exponent: Int) -> String {
    let isNegative = mantissa.hasPrefix("-")
    let unsigned = mantissa.drop { $0 == "-" }
    let digits = unsigned.filter { $0 != "." }
    let point = unsigned.firstIndex(of: ".").map { unsigned.distance(from: unsigned.startIndex, to: $0) }
    let pointAfter = (point ?? digits.count) + exponent
    var text: String
    if pointAfter <= 0 {
      text = "0." + String(repeating: "0", count: -pointAfter) + digits
    } else if pointAfter >= digits.count {
      text = digits + String(repeating: "0", count: pointAfter - digits.count)
    } else {
      let point = digits.index(digits.startIndex, offsetBy: pointAfter)
      text = digits[..<point] + "." + digits[point...]
    }
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return isNegative ? "-" + text : text
  }

  /// The number a text stands for; NaN when it is none.
  ///
  /// Accepted: optional white space, an optional minus, digits with an optional point.
  static func number(in text: String) -> Double {
    var digits = 0
    var points = 0
    var whole: Int64 = 0
    var isNegative = false
    var state = 0  // 0 before the number, 1 in it, 2 behind it
    for byte in text.utf8 {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D:
        if state == 1 { state = 2 }
      case UInt8(ascii: "-"):
        guard state == 0, !isNegative else { return .nan }
        isNegative = true
        state = 1
      case UInt8(ascii: "."):
        guard state != 2, points == 0 else { return .nan }
        state = 1
        points = 1
      case 0x30...0x39:
        guard state != 2 else { return .nan }
        state = 1
        digits += 1
        if points == 0, digits <= 15 { whole = whole &* 10 &+ Int64(byte &- 0x30) }
      default: return .nan
      }
    }
    guard digits > 0 else { return .nan }
    if points == 0, digits <= 15 { return isNegative ? -Double(whole) : Double(whole) }
    return Double(trimmed(text)) ?? .nan
  }

  /// The text without surrounding white space, with a digit before a leading or behind a trailing point.
  private static func trimmed(_ text: String) -> String {
    var bytes = text.utf8.filter { $0 > 0x20 }
    if bytes.last == UInt8(ascii: ".") { bytes.append(0x30) }
    if let point = bytes.firstIndex(of: UInt8(ascii: ".")), point == 0 || bytes[point - 1] == UInt8(ascii: "-") {
      bytes.insert(0x30, at: point)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
