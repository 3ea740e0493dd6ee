/// A whole number in decimal digits with an optional sign; nil for anything else and beyond 64 bits.
func parseInteger(_ bytes: Span<UInt8>) -> Int64? {
  var index = 0
  var isNegative = false
  if bytes.count > 0, bytes[0] == 0x2D || bytes[0] == 0x2B {
    isNegative = bytes[0] == 0x2D
    index = 1
  }
  guard index < bytes.count else { return nil }
  var value: Int64 = 0
  while index < bytes.count {
    let digit = bytes[index] &- 0x30
    guard digit <= 9 else { return nil }
    // Built up on the negative side, which reaches one further.
    let (tens, overflowed) = value.multipliedReportingOverflow(by: 10)
    let (sum, underflowed) = tens.subtractingReportingOverflow(Int64(digit))
    if overflowed || underflowed { return nil }
    value = sum
    index += 1
  }
  if isNegative { return value }
  return value == .min ? nil : -value
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]

/// A finite number with a decimal point and an optional exponent, the nearest double; nil for anything else.
///
/// - Complexity: up to 15 digits are exact with one division (Clinger 1990); longer ones take the library's way.
func parseDecimal(_ bytes: Span<UInt8>) -> Double? {
  var index = 0
  var isNegative = false
  if bytes.count > 0, bytes[0] == 0x2D || bytes[0] == 0x2B {
    isNegative = bytes[0] == 0x2D
    index = 1
  }
  var mantissa: UInt64 = 0
  var digits = 0
  var scale = 0
  var hasPoint = false
  var hasExponent = false
  loop: while index < bytes.count {
    let byte = bytes[index]
    switch byte {
    case 0x30...0x39:
      digits += 1
      mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
      if hasPoint { scale += 1 }
    case 0x2E where !hasPoint:
      hasPoint = true
    case 0x65 where digits > 0, 0x45 where digits > 0:
      hasExponent = true
      break loop
    default:
      return nil
    }
    index += 1
  }
  guard digits > 0 else { return nil }
  if !hasExponent, digits <= 15, scale <= 22 {
    let value = Double(mantissa) / powersOfTen[scale]
    return isNegative ? -value : value
  }
  guard bytes.count <= 1000, hasExponent == false || isExponent(bytes, from: index + 1) else { return nil }
  guard let value = Double(string(bytes)), value.isFinite else { return nil }
  return value
}

private func isExponent(_ bytes: Span<UInt8>, from start: Int) -> Bool {
  var index = start
  if index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
  guard index < bytes.count else { return false }
  while index < bytes.count {
    guard bytes[index] &- 0x30 <= 9 else { return false }
    index += 1
  }
  return true
}

/// Bytes as text; what is not UTF-8 becomes U+FFFD.
func string(_ bytes: Span<UInt8>) -> String {
  var copy: [UInt8] = []
  copy.reserveCapacity(bytes.count)
  for index in bytes.indices { copy.append(bytes[index]) }
  return String(decoding: copy, as: UTF8.self)
}
