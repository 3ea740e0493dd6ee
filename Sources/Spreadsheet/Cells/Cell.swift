/// A cell that is not empty.
public struct Cell: Sendable, Hashable {
  /// The 1-based column.
  public var column: Int
  /// What it holds.
  public var value: CellValue
  /// Whether a formula computes the value.
  public var isFormula: Bool

  /// Creates a cell.
  public init(column: Int, value: CellValue, isFormula: Bool = false) {
    self.column = column
    self.value = value
    self.isFormula = isFormula
  }
}

/// What a cell holds.
public enum CellValue: Sendable, Hashable {
  /// Text, the runs of rich text joined.
  case text(String)
  /// A number, finite.
  case number(Double)
  /// TRUE or FALSE.
  case boolean(Bool)
  /// A number that its format shows as a date or time, in ISO 8601: `2026-11-21`, `08:30:00`, `2026-11-21T08:30:00`.
  case date(String)
  /// An error of a formula: `#REF!`.
  case error(String)
  /// A formula whose result is not in the file.
  case notComputed
  /// Content that breaks the rules of the format.
  case unreadable

  /// The value as text: whole numbers without decimals, `TRUE` and `FALSE`; nil when there is no usable value.
  public var text: String? {
    switch self {
    case .text(let text), .date(let text): text
    case .number(let number): number.cellText
    case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
    case .error, .notComputed, .unreadable: nil
    }
  }
}
