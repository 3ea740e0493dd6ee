import DelimitedText
import Diagnostics

/// One sheet of a form with its headings understood.
final class Sheet: Sendable {
  /// Which sheet it is.
  let kind: SheetKind
  /// The cells as text.
  let table: DelimitedTable
  /// The headings in the order of the columns.
  let headings: [ColumnHeading]
  /// The languages named in the headings, in the order of their first appearance.
  let languages: [FormLanguage]

  /// The columns (from 0) that set attributes of the XForms document.
  let attributeHeadings: [(index: Int, heading: AttributeHeading)]

  /// The first column (from 0) of each kind without a language, or the first in any language if there is none.
  private let firstColumns: [SheetColumn: Int]
  private let columnsByLanguage: [SheetColumn: [(index: Int, code: String)]]

  init(kind: SheetKind, table: DelimitedTable) {
    self.kind = kind
    self.table = table
    let aliases = kind.aliases
    headings = table.header.map { ColumnHeading($0, sheet: kind, aliases: aliases) }
    var languages: [FormLanguage] = []
    var seen: Set<FormLanguage> = []
    var first: [SheetColumn: Int] = [:]
    var byLanguage: [SheetColumn: [(index: Int, code: String)]] = [:]
    for (index, heading) in headings.enumerated() {
      guard let column = heading.column else { continue }
      if let language = heading.language, seen.insert(language).inserted { languages.append(language) }
      byLanguage[column, default: []].append((index, heading.language?.code ?? ""))
      if first[column] == nil { first[column] = index }
    }
    self.languages = languages
    attributeHeadings = headings.enumerated().compactMap { index, heading in heading.attribute.map { (index, $0) } }
    firstColumns = first
    columnsByLanguage = byLanguage
  }

  /// The rows, blank ones left out.
  var rows: [SheetRow] { table.rows.map { SheetRow(sheet: self, row: $0) } }

  /// Whether the sheet has a column.
  func has(_ column: SheetColumn) -> Bool { firstColumns[column] != nil }

  /// The columns (from 0) of a kind with the code of their language, "" for none.
  func columns(_ column: SheetColumn) -> [(index: Int, code: String)] { columnsByLanguage[column] ?? [] }

  fileprivate func firstIndex(of column: SheetColumn) -> Int? { firstColumns[column] }
}

/// One row of a form's sheet.
struct SheetRow: Sendable {
  let sheet: Sheet
  let row: DelimitedRow

  /// The line on which the row begins.
  var line: Int { row.line }

  /// A cell's text without surrounding blanks; "" if the sheet has no such column.
  subscript(column: SheetColumn) -> String {
    guard let index = sheet.firstIndex(of: column) else { return "" }
    return row[index].trimmingBlanks()
  }

  /// A text in all languages.
  func text(_ column: SheetColumn) -> LocalizedText {
    var text = LocalizedText()
    for (index, code) in sheet.columns(column) {
      let content = row[index].trimmingBlanks()
      if !content.isEmpty, text.byCode[code] == nil { text.byCode[code] = content }
    }
    return text
  }

  /// The files shown with the row's label.
  var media: LabelMedia {
    var media: LabelMedia = [:]
    for (kind, column) in Self.mediaColumns where sheet.has(column) {
      let files = text(column)
      if !files.isEmpty { media[kind] = files }
    }
    return media
  }

  private static let mediaColumns: [(MediaKind, SheetColumn)] = [
    (.image, .image), (.bigImage, .bigImage), (.audio, .audio), (.video, .video),
  ]

  /// Whether a text is there in some language.
  func hasText(_ column: SheetColumn) -> Bool { sheet.columns(column).contains { !row[$0.index].isBlank } }

  /// The tokens of a cell, separated by white space.
  func tokens(_ column: SheetColumn) -> [String] { self[column].split(whereSeparator: \.isWhitespace).map(String.init) }

  /// The place of a cell, or of the row when the sheet has no such column.
  func position(_ column: SheetColumn? = nil) -> SourcePosition {
    guard let index = column.flatMap(sheet.firstIndex(of:)) else { return sheet.table.position(of: row) }
    return position(field: index)
  }

  /// The place of the cell in a column counted from 0: the row's line, the column counted from 1.
  func position(field: Int) -> SourcePosition {
    SourcePosition(file: sheet.table.source, sheet: sheet.table.sheet, line: row.line, column: field + 1)
  }
}
