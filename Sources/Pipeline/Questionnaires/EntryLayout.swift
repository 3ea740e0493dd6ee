import Diagnostics
import Questionnaire
import SpreadsheetWriting

/// Lays an entry workbook out on sheets.
struct EntryLayout {
  let entry: EntryWorkbook
  /// Where the entries of every list stand, and the entries that they lie below, as formulas.
  let ranges: [(entries: String, parents: String)]
  private let records = EntrySheet.firstRecordRow...EntrySheet.lastRecordRow

  init(_ entry: EntryWorkbook) {
    self.entry = entry
    var row = 2
    ranges = entry.lists.map { list in
      defer { row += list.choices.count }
      let last = row + max(0, list.choices.count - 1)
      let sheet = Self.quoted(entry.names.codes)
      return ("\(sheet)!$B$\(row):$B$\(last)", "\(sheet)!$C$\(row):$C$\(last)")
    }
  }

  /// A sheet of records: names, labels, and what may be entered below.
  func write(_ sheet: EntrySheet, to writer: borrowing SheetWriter) throws(SpreadsheetWritingFailure) {
    try writer.setRow(EntrySheet.headerRow, height: 13)
    try writer.setRow(EntrySheet.headerRow + 1, height: Self.height(of: sheet))
    for (index, column) in sheet.columns.enumerated() {
      let number = index + 1
      try writer.setColumns(number...number, width: column.content.width, style: column.content.style)
      try writer.write(column.heading, row: EntrySheet.headerRow, column: number, style: Self.name)
      try writer.write(
        column.label, row: EntrySheet.headerRow + 1, column: number,
        style: Self.label(isKey: index < sheet.keyCount, section: column.section))
      try writer.addRule(rule(column, number), rows: records, column: number)
      if let formula = column.isSkipped {
        try writer.format(rows: records, column: number, where: formula, style: Self.skipped)
      }
      if let formula = column.isMissing {
        try writer.format(rows: records, column: number, where: formula, style: Self.missing)
      }
    }
    try writer.freeze(rows: EntrySheet.firstRecordRow - 1, columns: sheet.keyCount)
    try writer.setPrinting(isLandscape: true, repeatedRows: 2, repeatedColumns: sheet.keyCount)
    writer.setTabColor(0x548235)
  }

  /// The instructions, one sentence a row.
  func writeGuide(to writer: borrowing SheetWriter) throws(SpreadsheetWritingFailure) {
    try writer.setColumns(1...1, width: 4)
    try writer.setColumns(2...2, width: 100)
    try writer.write(entry.title, row: 1, column: 1, style: Self.title)
    var row = 2
    for guide in entry.guide {
      row += 1
      try writer.write(guide.heading, row: row, column: 1, style: Self.heading)
      for (index, sentence) in guide.sentences.enumerated() {
        row += 1
        // Programs find the height of wrapped text by themselves only once the row is edited.
        try writer.setRow(row, height: sentence.count > 100 ? 33 : 17)
        try writer.write(Double(index + 1), row: row, column: 1, style: Self.wrapped)
        try writer.write(sentence, row: row, column: 2, style: Self.wrapped)
      }
      row += 1
    }
    try writer.setPrinting(isLandscape: false, fitsWidth: true)
    writer.setTabColor(0x2F5597)
    writer.protect()
  }

  /// The choice lists: their names, the entries of drop-downs, what these lie below, codes and whole labels.
  func writeCodes(to writer: borrowing SheetWriter) throws(SpreadsheetWritingFailure) {
    let isVietnamese = entry.language == .vietnamese
    let labelCount = entry.lists.first?.choices.first?.labels.count ?? 1
    let headings =
      isVietnamese
      ? ["Danh mục", "Mục chọn", "Thuộc", "Mã", "Nội dung", "Tiếng Anh"]
      : ["List", "Entry", "Below", "Code", "Label", "English"]
    for (index, heading) in headings.prefix(4 + labelCount).enumerated() {
      try writer.setColumns(index + 1...index + 1, width: [20, 56, 24, 24, 60, 60][index], style: Self.asText)
      try writer.write(heading, row: 1, column: index + 1, style: Self.label(isKey: true, section: 0))
    }
    var row = 2
    for list in entry.lists {
      for choice in list.choices {
        for (index, text) in ([list.name, choice.entry, choice.parent ?? "", choice.code] + choice.labels).enumerated()
        {
          try writer.write(text, row: row, column: index + 1, style: Self.asText)
        }
        row += 1
      }
    }
    try writer.freeze(rows: 1, columns: 0)
    try writer.setPrinting(isLandscape: true, repeatedRows: 1, fitsWidth: true)
    writer.protect()
  }

  /// What form the workbook is of, for programs.
  func writeFacts(to writer: borrowing SheetWriter) throws(SpreadsheetWritingFailure) {
    var rows = [
      ["ykien_entry_workbook", "1"], ["form_id", entry.identifier], ["version", entry.version],
      ["language", entry.language.rawValue], ["header_row", "\(EntrySheet.headerRow)"],
      ["first_record_row", "\(EntrySheet.firstRecordRow)"],
    ]
    for sheet in entry.sheets { rows.append(["sheet", sheet.name, sheet.path.joined(separator: "/")]) }
    try writer.setColumns(1...3, width: 30, style: Self.asText)
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        try writer.write(text, row: row + 1, column: column + 1, style: Self.asText)
      }
    }
    writer.protect()
  }

  /// Room for the longest label, within reason: bold letters are a tenth wider than the figures that widths count.
  private static func height(of sheet: EntrySheet) -> Double {
    let lines = sheet.columns.map { (Double($0.label.count) * 1.15 / $0.content.width).rounded(.up) }.max() ?? 1
    return 16 * min(max(lines, 2), 11)
  }

  /// A sheet's name as formulas write it.
  static func quoted(_ sheet: String) -> String { "'\(sheet)'" }
}
