import Glibc

extension Double {
  /// The number as a spreadsheet shows it in a wide cell: at most 15 digits, a decimal point, no exponent if possible.
  var cellText: String {
    if let whole = Int(exactly: self), whole.magnitude < 1 << 53 { return String(whole) }
    guard isFinite else { return "" }
    var text = description
    // Spreadsheets compute with 17 digits and show 15: 0.1 + 0.2 is 0.3.
    if text.utf8.count(where: { (0x30...0x39).contains($0) }) > 15 { text = fifteenDigits }
    return text.withoutExponent
  }

  private var fifteenDigits: String {
    var buffer = [CChar](repeating: 0, count: 40)
    unsafe withVaList([self]) { arguments in
      _ = unsafe vsnprintf(&buffer, buffer.count, "%.15g", arguments)
    }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension String {
  /// A number such as `1.5e-07` with its decimal point moved; exponents beyond 30 are left.
  fileprivate var withoutExponent: String {
    guard let mark = firstIndex(of: "e"), let exponent = Int(self[index(after: mark)...]), abs(exponent) <= 30 else {
      return self
    }
    var mantissa = self[..<mark]
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    if !sign.isEmpty { mantissa.removeFirst() }
    let parts = mantissa.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, whole.count == 1 else { return self }
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + whole + fraction }
    guard fraction.count > exponent else {
      return sign + whole + fraction + String(repeating: "0", count: exponent - fraction.count)
    }
    return sign + whole + fraction.prefix(exponent) + "." + fraction.dropFirst(exponent)
  }
}
