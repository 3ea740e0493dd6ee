import Diagnostics

/// Writes numbers for a reader at a terminal.
struct TerminalNumber {
  let decimalMark: String
  let groupMark: String

  init(language: InterfaceLanguage) {
    decimalMark = language == .vietnamese ? "," : "."
    groupMark = language == .vietnamese ? "." : ","
  }

  /// Four decimals; numbers of 10^15 and more in their shortest form; "" for what is missing.
  func figure(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    let scaled = (value * 10_000).rounded()
    guard let whole = Int64(exactly: scaled), abs(value) < 1e14 else { return value.description }
    let magnitude = whole.magnitude
    let decimals = String(magnitude % 10_000)
    return (whole < 0 ? "-" : "") + grouped(magnitude / 10_000) + decimalMark
      + String(repeating: "0", count: 4 - decimals.count) + decimals
  }

  func count(_ value: Int) -> String { (value < 0 ? "-" : "") + grouped(UInt64(value.magnitude)) }

  private func grouped(_ value: UInt64) -> String {
    var digits = String(value)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: groupMark)
  }
}
