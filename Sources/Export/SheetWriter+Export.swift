import DelimitedText
import Diagnostics
import FormDefinition
import Responses
import SpreadsheetWriting

extension SheetWriter {
  /// The names of the columns.
  func writeHeadings(of table: ExportTable) throws(SpreadsheetWritingFailure) {
    try freeze(rows: 1, columns: table.repeated == nil ? 1 : 2)
    if !table.columns.isEmpty { try setColumns(1...table.columns.count, width: 16) }
    for (index, column) in table.columns.enumerated() {
      try write(column.name, row: 1, column: index + 1, style: ExportStyles.heading)
    }
  }

  /// The rows of a table, one scan of the records.
  func writeRows(of table: ExportTable, _ records: any RecordSource, _ plan: ExportPlan) throws(StageFailure) {
    var recordCount = 0
    var row = 1
    let wanted = plan.wanted
    // Rows of a repeat inside another one need those of the outer one for their keys, not its answers.
    let fields = table.repeated == nil ? wanted.fields : []
    let repeats = wanted.repeats.mapValues { _ in [Int]() }.merging(
      table.repeated.map { [$0: table.fields] } ?? [:], uniquingKeysWith: { $1 })
    try records.forEachBatch(fields: fields, repeats: table.repeated == nil ? [:] : repeats) {
      batch throws(StageFailure) in
      let rows = ExportRows(batch, plan, after: recordCount)
      recordCount += batch.count
      let count = rows.count(of: table)
      guard row + count <= WorkbookLimits.rowCount else {
        throw tooLarge(table, "\(row + count)", "\(WorkbookLimits.rowCount)")
      }
      do throws(SpreadsheetWritingFailure) {
        for index in 0..<count {
          row += 1
          for (position, column) in table.columns.enumerated() {
            try write(
              rows.cell(index, column, of: table), column, row: row, position: position + 1,
              isExact: plan.options.isExact)
          }
        }
      } catch {
        throw libraryFailure(error.message, "libxlsxwriter")
      }
    }
  }

  /// What every column and every code means.
  func writeMeanings(_ plan: ExportPlan) throws(SpreadsheetWritingFailure) {
    let isVietnamese = plan.options.language.hasPrefix("vi")
    let headings =
      isVietnamese
      ? ["Bảng", "Cột", "Câu hỏi", "Kiểu", "Mã", "Nội dung"] : ["Table", "Column", "Question", "Type", "Code", "Label"]
    try freeze(rows: 1, columns: 2)
    for (index, heading) in headings.enumerated() {
      try setColumns(index + 1...index + 1, width: [16, 24, 60, 16, 20, 50][index])
      try write(heading, row: 1, column: index + 1, style: ExportStyles.heading)
    }
    var row = 1
    for table in plan.tables {
      for column in table.columns {
        var meanings: [(String, String)] = column.choices.map { ($0.code, $0.label) }
        if case .tick = column.content { meanings = [] }
        for (index, meaning) in (meanings.isEmpty ? [("", "")] : meanings).enumerated() {
          // A list of many choices under many questions must not overflow the sheet.
          guard row < WorkbookLimits.rowCount else { return }
          row += 1
          if index == 0 {
            try write(table.name, row: row, column: 1)
            try write(column.name, row: row, column: 2)
            try write(column.label, row: row, column: 3)
            try write(column.type?.name ?? "", row: row, column: 4)
          }
          try write(meaning.0, row: row, column: 5)
          try write(meaning.1, row: row, column: 6)
        }
      }
    }
  }

  private func write(
    _ cell: ExportCell, _ column: ExportColumn, row: Int, position: Int, isExact: Bool
  ) throws(SpreadsheetWritingFailure) {
    switch cell {
    case .none: break
    case .text(let text):
      // Calculations are stored as texts, most of them are numbers.
      if column.type == .calculate, let number = text.plainNumber, !isExact || number.isHeldBySheets {
        try write(number, row: row, column: position)
      } else {
        try write(text, row: row, column: position)
      }
    case .choice(let choice):
      let text = column.text(ofChoice: choice)
      // Codes that are numbers are numbers, so that a pivot table sorts them; 01 is none.
      if let number = Int32(text), "\(number)" == text {
        try write(Double(number), row: row, column: position)
      } else {
        try write(text, row: row, column: position)
      }
    case .choices(let choices): try write(column.text(ofChoices: choices), row: row, column: position)
    case .whole(let number):
      // Excel keeps 15 digits.
      if number.magnitude < 1_000_000_000_000_000 {
        try write(Double(number), row: row, column: position)
      } else {
        try write("\(number)", row: row, column: position)
      }
    case .decimal(let number):
      if isExact, !number.isHeldBySheets {
        try write(number.shortestText, row: row, column: position)
      } else {
        try write(number, row: row, column: position)
      }
    case .day(let day):
      try write(
        days: Double(day), row: row, position, ExportStyles.date, otherwise: isoDate(day: Int(clamping: day)))
    case .time(let milliseconds):
      try write(Double(milliseconds) / 86_400_000, row: row, column: position, style: ExportStyles.time)
    case .moment(let milliseconds, let offset):
      try write(
        days: (Double(milliseconds) + Double(offset) * 60_000) / 86_400_000, row: row, position, ExportStyles.dateTime,
        otherwise: isoDateTime(milliseconds: milliseconds, offsetMinutes: offset))
    }
  }

  /// A day since 1970-01-01 as Excel counts it, from 1 March 1900 on; as text before.
  private func write(
    days: Double, row: Int, _ position: Int, _ style: CellStyle, otherwise text: String
  ) throws(SpreadsheetWritingFailure) {
    let serial = days + 25_569
    if serial >= 61, serial < 2_958_466 {
      try write(serial, row: row, column: position, style: style)
    } else {
      try write(text, row: row, column: position)
    }
  }
}

/// How cells of an exported workbook look.
private enum ExportStyles {
  static let heading = style {
    $0.isBold = true
    $0.fill = 0xDDEBF7
  }
  static let date = style { $0.numberFormat = "dd/mm/yyyy" }
  static let time = style { $0.numberFormat = "hh:mm:ss" }
  static let dateTime = style { $0.numberFormat = "dd/mm/yyyy hh:mm:ss" }

  private static func style(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = CellStyle()
    change(&style)
    return style
  }
}

/// A sheet cannot hold so many rows or columns.
func tooLarge(_ table: ExportTable, _ count: String, _ limit: String) -> StageFailure {
  StageFailure(
    Diagnostic(.exportTooLarge, ["table": table.name.isEmpty ? "KEY" : table.name, "count": count, "limit": limit]),
    exitCode: .unusableInput)
}

extension Double {
  /// Whether a sheet keeps the number as it is: cells have 15 significant digits.
  fileprivate var isHeldBySheets: Bool {
    let digits = shortestText.prefix { $0 != "e" && $0 != "E" }.filter(\.isNumber).drop { $0 == "0" }
    return digits.count <= 15
  }
}
