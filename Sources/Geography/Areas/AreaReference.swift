public import CivilCalendar

/// How large an area of an administrative list is.
public enum AreaLevel: String, Sendable, Hashable, CaseIterable {
  /// Xã, phường, thị trấn, đặc khu: five digits.
  case commune
  /// Huyện, quận, thị xã, thành phố of a province: three digits; none since 1 July 2025.
  case district
  /// Tỉnh, thành phố: two digits.
  case province
  /// The whole country.
  case nation

  /// The number of digits of a code; nil where codes are not numbers.
  public var digits: Int? {
    switch self {
    case .commune: 5
    case .district: 3
    case .province: 2
    case .nation: nil
    }
  }
}

/// An area as a list of localities names it: a code says nothing without the day its list became valid.
public struct AreaReference: Sendable, Hashable {
  /// Commune, district, province or the nation.
  public var level: AreaLevel
  /// The code as in the list, leading zeros included.
  public var code: String
  /// The first day of the list the code is from; nil when it is not stated.
  public var validFrom: CivilDay?

  /// Creates a reference.
  public init(_ level: AreaLevel, _ code: String, validFrom: CivilDay? = nil) {
    self.level = level
    self.code = code
    self.validFrom = validFrom
  }

  /// `code@yyyy-MM-dd`, or the code alone when no day is stated.
  public var label: String { validFrom.map { "\(code)@\($0.iso)" } ?? code }
}
