internal import DelimitedText
internal import Diagnostics
internal import FormDefinition
internal import Spreadsheet

extension FormSheets {
  /// Reads the sheets of a form from the bytes of a workbook.
  ///
  /// The names of the sheets may be in any case. Sheets of other names are listed and not read, empty ones left out.
  init(workbook bytes: [UInt8], source: String) {
    let workbook = Workbook.read(bytes: bytes, source: source) { Self.names.contains(Self.name(of: $0)) }
    var tables: [String: DelimitedTable] = [:]
    var findings = workbook.diagnostics
    for sheet in workbook.sheets {
      let name = Self.name(of: sheet.name)
      if let first = tables[name] {
        let place = SourcePosition(file: source, sheet: sheet.name)
        findings.append(Diagnostic(.sheetTwice, at: place, ["name": name, "first": first.sheet ?? name]))
        continue
      }
      let isWanted = Self.names.contains(name)
      guard !isWanted || !sheet.rows.isEmpty else { continue }
      let content = sheet.textRows(in: source)
      tables[name] = DelimitedTable(
        rows: content.rows.map { DelimitedRow(line: $0.number, fields: $0.fields) }, source: source,
        sheet: sheet.name, diagnostics: content.diagnostics)
    }
    self.init(source: source, layout: .workbook, tables: tables, diagnostics: findings)
  }

  private static func name(of sheet: String) -> String { sheet.trimmingBlanks().lowercased() }
}
