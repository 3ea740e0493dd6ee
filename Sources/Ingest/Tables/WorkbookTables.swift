import Diagnostics
import Spreadsheet

/// A sheet of a workbook as a table of text.
struct SheetTable: Sendable {
  /// The sheet's name.
  var name: String
  /// Its rows as CSV in UTF-8.
  var bytes: [UInt8]
  /// The number of each row.
  var rowNumbers: [Int]
  /// Whether it is a sheet for data entry of ours: its second row is for people.
  var isEntry: Bool
  /// Cells that have no value.
  var diagnostics: [Diagnostic]

  /// Of an entry workbook, the names down to the repeat whose rows the sheet holds; empty for records.
  var path: [String] = []

  /// Whether its rows belong to rows of another sheet.
  var holdsRows: Bool {
    HeaderRow(bytes, .sheet, isLast: true).map { RowLink.holdsRows($0.headings) } ?? false
  }
}

/// The sheets of a workbook that may hold answers.
struct WorkbookTables: Sendable {
  var sheets: [SheetTable] = []
  /// What is wrong with the workbook as a whole.
  var diagnostics: [Diagnostic]

  /// Reads a workbook; of an entry workbook of ours, the sheets that it lists.
  init(_ bytes: [UInt8], label: String) {
    let workbook = Workbook.read(bytes: bytes, source: label)
    diagnostics = workbook.diagnostics
    let listed = workbook.sheets.lazy.compactMap(EntryMarks.init).first
    for sheet in workbook.sheets where !sheet.rows.isEmpty {
      if let listed, listed.sheets[sheet.name] == nil { continue }
      if sheet.isHidden, listed == nil { continue }
      var table = SheetTable(sheet, label: label, isEntry: listed != nil)
      table.path = listed?.sheets[sheet.name] ?? []
      sheets.append(table)
    }
  }

  /// Why no sheet is taken in: what is wrong with the workbook, else that no column belongs to the form.
  func refusal(_ label: String, _ form: String) -> [Diagnostic] {
    // What is wrong with the workbook was said already.
    if diagnostics.contains(where: { $0.severity == .error }) { return [] }
    return [Diagnostic(.noColumnMatches, at: SourcePosition(file: label), ["form": form])]
  }
}

extension SheetTable {
  fileprivate init(_ sheet: Worksheet, label: String, isEntry: Bool) {
    name = sheet.name
    self.isEntry = isEntry
    bytes = []
    rowNumbers = []
    diagnostics = sheet.textRows(in: label).diagnostics
    let width = sheet.rows.first { $0.cells.contains { !($0.value.text ?? "").isEmpty } }?.cells.last?.column ?? 0
    for row in sheet.rows {
      var last = 0
      var line: [UInt8] = []
      for cell in row.cells where cell.column <= SheetTable.widestRow {
        let text = SheetTable.text(cell.value)
        if text?.isEmpty ?? false { continue }
        // A row may end before the header does, and go on after it only with something in it.
        for _ in last..<(cell.column - 1) { line.append(Bytes.comma) }
        if last > 0 { line.append(Bytes.comma) }
        // No UTF-8 has this byte: a record with a cell without a value is held.
        if let text { SheetTable.append(text, to: &line) } else { line.append(0xFF) }
        last = cell.column
      }
      if last == 0 { continue }
      for _ in last..<max(width, last) { line.append(Bytes.comma) }
      bytes += line
      bytes.append(Bytes.lineFeed)
      rowNumbers.append(row.number)
    }
  }

  /// Sheets have no more columns (XFD).
  private static let widestRow = 16_384

  /// A cell's text; a number with three decimals gets a fourth, so that nobody takes its point for thousands.
  ///
  /// - Returns: nil for a cell that has no value: an error, a formula that was not computed.
  private static func text(_ value: CellValue) -> String? {
    switch value {
    case .number:
      let text = value.text ?? ""
      guard let point = text.firstIndex(of: "."), text.distance(from: point, to: text.endIndex) == 4 else {
        return text
      }
      return text.contains("e") ? text : text + "0"
    default: return value.text
    }
  }

  private static func append(_ text: String, to line: inout [UInt8]) {
    let isPlain = text.utf8.allSatisfy {
      $0 != Bytes.comma && $0 != Bytes.quote && $0 != Bytes.lineFeed && $0 != Bytes.carriageReturn
    }
    if isPlain {
      line += Array(text.utf8)
      return
    }
    line.append(Bytes.quote)
    for byte in text.utf8 {
      if byte == Bytes.quote { line.append(byte) }
      line.append(byte)
    }
    line.append(Bytes.quote)
  }
}

/// What the sheet *Thông tin* of an entry workbook says: which sheets hold records.
private struct EntryMarks {
  /// By sheet, the names down to the repeat whose rows it holds; none for records.
  var sheets: [String: [String]] = [:]

  /// Reads the sheet; nil when it is another one.
  init?(_ sheet: Worksheet) {
    let pairs = sheet.rows.map { row in
      (1...3).map { column in row.cells.first { $0.column == column }?.value.text ?? "" }
    }
    guard pairs.first?[0] == "ykien_entry_workbook" else { return nil }
    for pair in pairs where pair[0] == "sheet" {
      sheets[pair[1]] = pair[2].split(separator: "/").map(String.init)
    }
  }
}
