public import Diagnostics

/// Writes numbers as official Vietnamese (`40.924`, `82,4%`) or English (`40,924`, `82.4%`) documents do.
///
/// Rounding is to nearest, ties away from zero, of the number's shortest decimal form: 0.8235 reads 82,4%.
/// Parts of a whole are rounded each for itself; printed shares need not add up to 100%.
public struct NumberFormat: Sendable {
  /// The language whose marks are used.
  public let language: InterfaceLanguage

  /// Creates the format of a language.
  public init(_ language: InterfaceLanguage) { self.language = language }

  /// A whole number with grouped thousands.
  public func integer(_ value: Int) -> String {
    (value < 0 ? minus : "") + grouped(String(value.magnitude))
  }

  /// A number rounded to some decimals; "…" for a value that is not finite.
  public func decimal(_ value: Double, places: Int) -> String {
    guard let (isNegative, whole, fraction) = rounded(value, places: places) else { return "…" }
    let digits = grouped(whole) + (fraction.isEmpty ? "" : decimalMark + fraction)
    return isNegative ? minus + digits : digits
  }

  /// A proportion (0…1) as a percentage with one decimal.
  public func percent(_ proportion: Double, places: Int = 1) -> String {
    decimal(proportion * 100, places: places) + "%"
  }

  /// A difference of proportions (−1…1) in percentage points with one decimal.
  public func percentagePoints(_ difference: Double) -> String {
    decimal(difference * 100, places: 1) + (language == .vietnamese ? " điểm phần trăm" : " percentage points")
  }

  /// A p value: three decimals, and "below 0.001" instead of a zero.
  public func pValue(_ value: Double) -> String {
    value < 0.001 ? "< " + decimal(0.001, places: 3) : decimal(value, places: 3)
  }

  /// A date in words: Vietnamese pads days below 10 and the months 1 and 2 (Nghị định 30/2020/NĐ-CP).
  public func date(_ day: CalendarDay) -> String {
    switch language {
    case .vietnamese:
      "ngày \(padded(day.day, below: 10)) tháng \(padded(day.month, below: 3)) năm \(day.year)"
    case .english: "\(day.day) \(Self.englishMonths[day.month - 1]) \(day.year)"
    }
  }

  /// A date in figures: `09/7/2026`, in English `9 July 2026`.
  public func shortDate(_ day: CalendarDay) -> String {
    switch language {
    case .vietnamese: "\(padded(day.day, below: 10))/\(padded(day.month, below: 3))/\(day.year)"
    case .english: date(day)
    }
  }

  private func padded(_ number: Int, below limit: Int) -> String { number < limit ? "0\(number)" : "\(number)" }

  private var decimalMark: String { language == .vietnamese ? "," : "." }
  private var minus: String { "−" }

  private func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += language == .vietnamese ? "." : "," }
      text.append(digit)
    }
    return text
  }

  /// Sign, whole digits and exactly `places` decimals; nil for a value that is not finite or beyond 10^15.
  private func rounded(_ value: Double, places: Int) -> (isNegative: Bool, whole: String, fraction: String)? {
    guard value.isFinite, value.magnitude < 1e15 else { return nil }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    // One part in 10^12 lifts ties that binary fractions leave just below the half (82.35 is 82.3499…).
    let scaled = (value.magnitude * scale * (1 + 1e-12)).rounded(.toNearestOrAwayFromZero)
    guard let number = Int(exactly: scaled) else { return nil }
    var digits = String(number)
    if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
    return (value < 0 && number != 0, String(digits.dropLast(places)), String(digits.suffix(places)))
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
