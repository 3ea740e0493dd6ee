/// A file format of a statistics program.
public enum StatisticalFormat: Sendable, Hashable {
  /// SPSS, PSPP: `.sav`.
  case spss
  /// Stata 14 and later: `.dta`.
  case stata

  /// The bytes of the longest text that a variable of texts in its rows can hold.
  public var longestText: Int {
    switch self {
    case .spss: 32_767
    case .stata: 2_045
    }
  }
}

/// A variable of a statistics file.
public struct StatisticalVariable: Sendable, Hashable {
  /// What a variable holds.
  public enum Kind: Sendable, Hashable {
    /// A number shown with so many decimals.
    case number(decimals: Int)
    /// Days since 1970-01-01.
    case date
    /// Milliseconds since midnight.
    case time
    /// Milliseconds since 1970-01-01, of the clock on the wall.
    case dateTime
    /// A text of at most so many bytes.
    case text(byteCount: Int)
    /// Texts of any length, kept apart from the rows; Stata only (`strL`).
    case longText
  }

  /// What a value means.
  public struct ValueLabel: Sendable, Hashable {
    /// The value.
    public var value: Double
    /// Its meaning.
    public var label: String
    /// Whether it stands for a missing answer.
    public var isMissing: Bool

    /// Creates a value's meaning.
    public init(value: Double, label: String, isMissing: Bool = false) {
      self.value = value
      self.label = label
      self.isMissing = isMissing
    }
  }

  /// The name, one that the format allows.
  public var name: String
  /// What it is about.
  public var label: String
  /// What it holds.
  public var kind: Kind
  /// What its values mean; the missing ones at most 26.
  public var valueLabels: [ValueLabel]
  /// Whether the order of its values means something.
  public var isOrdinal: Bool

  /// Creates a variable.
  public init(name: String, label: String, kind: Kind, valueLabels: [ValueLabel] = [], isOrdinal: Bool = false) {
    self.name = name
    self.label = label
    self.kind = kind
    self.valueLabels = valueLabels
    self.isOrdinal = isOrdinal
  }
}

/// A statistics file that could not be written.
public struct StatisticalFileFailure: Error, Sendable, Hashable {
  /// ReadStat's own words.
  public let message: String

  init(_ message: String) { self.message = message }
}
