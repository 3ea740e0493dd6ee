import DelimitedText

/// A column's heading, understood: `label::Tiếng Việt (vi)`, `bind::relevant`, `media::image::English (en)`, ….
struct ColumnHeading: Sendable {
  /// The column meant; nil when no column of the sheet has this name.
  let column: SheetColumn?
  /// The language of the column's texts; nil when none is named.
  let language: FormLanguage?
  /// The heading in lower case with underscores, without prefix and language.
  let name: String
  /// The attribute of the XForms document that the column sets; nil for the sheet's own columns.
  let attribute: AttributeHeading?

  private static let prefixes: Set<String> = ["bind", "control", "body", "media"]

  init(_ heading: String, sheet: SheetKind, aliases: [String: SheetColumn]) {
    var parts = Self.parts(of: heading)
    attribute = AttributeHeading(parts: parts, sheet: sheet, aliases: aliases)
    if parts.count > 1, Self.prefixes.contains(parts[0].lowercased()) { parts.removeFirst() }
    name = Self.name(parts.first ?? "")
    let language = parts.dropFirst().joined(separator: "::")
    column = attribute == nil ? Self.column(named: name, sheet: sheet, aliases: aliases) : nil
    self.language = language.isEmpty || attribute != nil ? nil : FormLanguage(name: language)
  }

  /// A heading's word in lower case with underscores.
  static func name(_ part: String) -> String {
    part.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "_")
  }

  /// The column of a sheet that has a name.
  static func column(named name: String, sheet: SheetKind, aliases: [String: SheetColumn]) -> SheetColumn? {
    let known = SheetColumn(rawValue: name).flatMap { column in
      sheet.columns.contains(column) || sheet.ineffectiveColumns.contains(column) ? column : nil
    }
    return known ?? aliases[name]
  }

  /// The parts between double colons, or between single ones in old forms; `jr:…` is one part.
  private static func parts(of heading: String) -> [String] {
    let pieces: [Substring]
    if heading.contains("::") {
      pieces = heading.split(separator: "::", omittingEmptySubsequences: false)
    } else if heading.lowercased().hasPrefix("bind:jr:") {
      pieces = [heading.dropFirst(5)]
    } else if heading.lowercased().hasPrefix("jr:") {
      pieces = [heading[...]]
    } else {
      pieces = heading.split(separator: ":", omittingEmptySubsequences: false)
    }
    return pieces.map { String($0).trimmingBlanks() }
  }
}
