public import Diagnostics

/// The sheets of a form as text, read from wherever they lie.
public struct FormSheets: Sendable {
  /// Where the sheets come from, for positions: `forms/pks-01`.
  public var source: String
  /// The bytes of each sheet's CSV by sheet name (`survey`, `choices`, `settings`, `indicators`).
  public var sheets: [String: [UInt8]]

  /// Creates the sheets of one form.
  public init(source: String, sheets: [String: [UInt8]]) {
    self.source = source
    self.sheets = sheets
  }
}

/// A form that was read, with everything found on the way.
public struct FormReading: Sendable {
  /// The form; nil when errors leave nothing to work with.
  public var form: Form?
  /// All findings, in the order of the sheets and rows.
  public var diagnostics: [Diagnostic]

  /// Whether the form can be used: it exists and no finding is an error.
  public var isUsable: Bool { form != nil && !diagnostics.contains { $0.severity == .error } }
}

extension Form {
  /// Reads a form from its sheets and checks it.
  public static func read(_ sheets: FormSheets) -> FormReading { FormReading(form: nil, diagnostics: []) }
}
