import CivilCalendar

extension CivilDay {
  /// The day of a date or moment in ISO 8601; nil for anything else.
  init?(answer text: String) { self.init(iso: String(text.prefix(10))) }

  /// The days from another day to this one.
  func days(since other: CivilDay) -> Int { number - other.number }
}

extension Double {
  /// The median; nil of nothing.
  static func median(of numbers: [Int]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? Double(sorted[middle]) : (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2
  }
}
