public import DelimitedText
public import Diagnostics

/// The sheets of a form as tables of text, read from wherever they lie.
public struct FormSheets: Sendable {
  /// How the sheets are kept, which decides how their places are written.
  public enum Layout: Sendable, Hashable {
    /// One CSV file per sheet in a folder: `forms/pks-01/survey.csv:3:1`.
    case folder
    /// The sheets of one workbook: `form.xlsx[survey]:3:1`.
    case workbook
    /// The sections of one text file: `form.md:3:1`.
    case text
  }

  /// The names of the sheets that are read.
  public static var names: [String] { SheetKind.allCases.map(\.rawValue) }

  /// Where the sheets come from, for positions: `forms/pks-01`, `forms/pks-01.xlsx`.
  public let source: String
  /// How they are kept.
  public let layout: Layout
  /// The sheets by name (`survey`, `choices`, `settings`, `indicators`, …).
  public let tables: [String: DelimitedTable]
  /// What was found while reading the file they come from.
  public let diagnostics: [Diagnostic]

  /// Creates the sheets of one form kept as CSV files in a folder, from the bytes of each by sheet name.
  ///
  /// - Complexity: O(bytes).
  public init(source: String, sheets: [String: [UInt8]]) {
    var tables: [String: DelimitedTable] = [:]
    for (name, bytes) in sheets {
      let sheet = SheetBytes(bytes)
      tables[name] = DelimitedTable(
        bytes: sheet.utf8, source: Self.path(ofSheet: name, in: source), separator: sheet.separator)
    }
    self.init(source: source, layout: .folder, tables: tables)
  }

  /// Creates the sheets of one form from tables read elsewhere.
  ///
  /// - Parameter diagnostics: what was found while reading them, but for what stands with the tables themselves.
  public init(source: String, layout: Layout, tables: [String: DelimitedTable], diagnostics: [Diagnostic] = []) {
    self.source = source
    self.layout = layout
    self.tables = tables
    self.diagnostics = diagnostics
  }

  /// The place of a sheet, whether it is there or not.
  public func place(of sheet: String) -> SourcePosition {
    switch layout {
    case .folder: SourcePosition(file: Self.path(ofSheet: sheet, in: source))
    // A sheet keeps the case in which the workbook writes its name.
    case .workbook: SourcePosition(file: source, sheet: tables[sheet]?.sheet ?? sheet)
    case .text: SourcePosition(file: source)
    }
  }

  /// What the form is called when its settings do not say: the folder's name, or the file's without its extension.
  var name: String {
    let last = source.split(separator: "/").last.map(String.init) ?? source
    guard layout != .folder, let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }

  private static func path(ofSheet name: String, in folder: String) -> String {
    folder.isEmpty ? "\(name).csv" : "\(folder)/\(name).csv"
  }
}
