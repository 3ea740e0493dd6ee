import Archive
import DelimitedText
import FileSystem
import Foundation
import FormDefinition
import Questionnaire
import Responses
import SpreadsheetWriting

/// How a program writes answers.
enum Dialect: String, CaseIterable, Sendable {
  case plain, central, koboColumns, koboWorkbook, limeSurvey, limeSurveyVV, google, microsoft, excel, windows1258
  case utf16, entryWorkbook

  /// Whether it can hold rows of repeats.
  var holdsRows: Bool {
    switch self {
    case .plain, .central, .koboColumns, .koboWorkbook, .entryWorkbook: true
    default: false
    }
  }

  /// The answers as files: their names and bytes; nil when the dialect cannot hold them.
  func files(_ answers: DialectAnswers) throws -> [(name: String, bytes: [UInt8])]? {
    if !holdsRows, answers.tables.count > 1 { return nil }
    switch self {
    case .plain: return plain(answers)
    case .central: return [("central.zip", try ZipWriter.archive(central(answers)))]
    case .koboColumns: return [("kobo.csv", koboColumns(answers))]
    case .koboWorkbook: return [("kobo.xlsx", try koboWorkbook(answers))]
    case .limeSurvey: return [("lime.csv", limeSurvey(answers))]
    case .limeSurveyVV: return [("vvexport.csv", limeSurveyVV(answers))]
    case .google, .microsoft, .excel, .utf16, .windows1258: return labelled(answers).map { [("t.csv", $0)] }
    case .entryWorkbook: return [("nhap-lieu.xlsx", try entryWorkbook(answers))]
    }
  }

  private func plain(_ answers: DialectAnswers) -> [(name: String, bytes: [UInt8])] {
    answers.tables.map { table in
      var writer = CSVWriter()
      let keys = table.depth == 0 ? ["KEY"] : ["PARENT_KEY", "KEY"]
      writer.row(keys + table.columns.map(\.question.name))
      for row in table.rows { writer.row((table.depth == 0 ? [] : [row.parent]) + [row.key] + row.answers) }
      return (table.name.isEmpty ? "plain.csv" : "plain-\(table.name).csv", writer.bytes)
    }
  }

  private func central(_ answers: DialectAnswers) -> [ZipWriter.Member] {
    answers.tables.map { table in
      var writer = CSVWriter()
      var header: [String] = []
      for column in table.columns {
        let path = column.path.dropFirst(table.depth).joined(separator: "-")
        if column.question.type == .geography(.geopoint) {
          header += ["Latitude", "Longitude", "Altitude", "Accuracy"].map { "\(path)-\($0)" }
        } else {
          header.append(path)
          if column.storage == .multiple { header += column.choices.map { "\(path)/\($0)" } }
        }
      }
      writer.row(
        table.depth == 0
          ? ["SubmissionDate"] + header + ["KEY", "SubmitterID", "Status", "FormVersion"]
          : header + ["PARENT_KEY", "KEY"])
      for row in table.rows {
        var cells: [String] = []
        for (column, answer) in zip(table.columns, row.answers) {
          if column.question.type == .geography(.geopoint) {
            let parts = answer.split(separator: " ").map(String.init)
            cells += (0..<4).map { $0 < parts.count ? parts[$0] : "" }
          } else {
            cells.append(answer)
            let chosen = Set(answer.split(separator: " ").map(String.init))
            if column.storage == .multiple { cells += column.choices.map { chosen.contains($0) ? "1" : "0" } }
          }
        }
        writer.row(
          table.depth == 0
            ? ["2026-11-21T01:00:00.000Z"] + cells + [row.key, "7", "", "1"] : cells + [row.parent, row.key])
      }
      let stem = answers.form.identifier
      return ZipWriter.Member(name: table.depth == 0 ? "\(stem).csv" : "\(stem)-\(table.name).csv", bytes: writer.bytes)
    }
  }

  /// Older exports of KoboToolbox: rows in columns of their records.
  private func koboColumns(_ answers: DialectAnswers) -> [UInt8] {
    let records = answers.tables[0]
    var header = records.columns.map { $0.path.joined(separator: "/") }
    var cells = records.rows.map(\.answers)
    for table in answers.tables.dropFirst() {
      let own = records.rows.map { record in table.rows.filter { $0.parent == record.key } }
      for number in 0..<(own.map(\.count).max() ?? 0) {
        for (position, column) in table.columns.enumerated() {
          var path = column.path
          path[table.depth - 1] += "[\(number + 1)]"
          header.append(path.joined(separator: "/"))
          for record in cells.indices {
            cells[record].append(own[record].count > number ? own[record][number].answers[position] : "")
          }
        }
      }
    }
    header += ["_id", "_uuid", "_submission_time"]
    var lines = [header.map(quoted).joined(separator: ";")]
    for (number, row) in records.rows.enumerated() {
      let own = cells[number].map { $0.isEmpty ? "n/a" : $0 } + ["\(number + 1)", row.key, "2026-11-21T01:00:00"]
      lines.append(own.map(quoted).joined(separator: ";"))
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  private func koboWorkbook(_ answers: DialectAnswers) throws -> [UInt8] {
    var ordinals: [String: Int] = [:]
    var sheets: [(String, [[String]])] = []
    for table in answers.tables {
      let keys =
        table.depth == 0
        ? ["_id", "_uuid", "_submission_time", "_index"]
        : ["_index", "_parent_table_name", "_parent_index", "_submission__id", "_submission__uuid"]
      var rows = [table.columns.map { $0.path.joined(separator: "/") } + keys]
      for (number, row) in table.rows.enumerated() {
        let index = "\(number + 1)"
        let around = "\(ordinals[row.parent] ?? 0)"
        ordinals[row.key] = number + 1
        rows.append(
          row.answers
            + (table.depth == 0 ? [index, row.key, "", index] : [index, "records", around, around, row.parent]))
      }
      sheets.append((table.name.isEmpty ? "records" : table.name, rows))
    }
    return try workbook(sheets)
  }

  private func limeSurvey(_ answers: DialectAnswers) -> [UInt8] {
    let table = answers.tables[0]
    var header = ["id", "submitdate", "lastpage", "startlanguage"]
    for column in table.columns {
      let name = column.question.name
      header += column.storage == .multiple ? column.choices.map { "\(name)[\($0)]" } : [name]
    }
    var lines = [header.map(quoted).joined(separator: ";")]
    for row in table.rows {
      var cells = [row.key, "2026-11-21 01:00:00", "3", "vi"]
      for (column, answer) in zip(table.columns, row.answers) {
        let chosen = Set(answer.split(separator: " ").map(String.init))
        cells += column.storage == .multiple ? column.choices.map { chosen.contains($0) ? "Y" : "" } : [answer]
      }
      lines.append(cells.map(quoted).joined(separator: ";"))
    }
    return Array(("\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  private func limeSurveyVV(_ answers: DialectAnswers) -> [UInt8] {
    let table = answers.tables[0]
    let names = ["id", "submitdate", "lastpage", "startlanguage"] + table.columns.map(\.question.name)
    let marks = [("{", "{lbrace}"), ("\n", "{newline}"), ("\r", "{cr}"), ("\t", "{tab}"), ("\"", "{quote}")]
    var lines = [names.map { "Text of \($0)" }.joined(separator: "\t"), names.joined(separator: "\t")]
    for row in table.rows {
      let cells = row.answers.map { answer in
        marks.reduce(answer) { text, mark in text.replacing(mark.0, with: mark.1) }
      }
      lines.append(([row.key, "2026-11-21 01:00:00", "3", "vi"] + cells).joined(separator: "\t"))
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Labels for headings and choices; nil when a code page lacks a letter.
  private func labelled(_ answers: DialectAnswers) -> [UInt8]? {
    let table = answers.tables[0]
    let isExcel = self == .excel || self == .windows1258
    let joiner = self == .google ? ", " : ";"
    let first: [String]
    switch self {
    case .google: first = ["Dấu thời gian", "KEY"]
    case .microsoft: first = ["ID", "Start time", "Completion time"]
    default: first = ["KEY"]
    }
    var writer = CSVWriter(
      separator: isExcel || self == .utf16 ? ";" : ",", lineEnd: "\r\n", byteOrderMark: self == .excel)
    writer.row(first + answers.labelHeadings(table.columns))
    for row in table.rows {
      let cells = zip(table.columns, row.answers).map { column, answer in
        switch column.storage {
        case .decimal where isExcel: return answer.replacing(".", with: ",")
        case .date where isExcel: return answer.split(separator: "-").reversed().joined(separator: "/")
        case .multiple where self == .microsoft && !answer.isEmpty:
          return answers.labelled(answer, column, joiner: joiner) + ";"
        default: return answers.labelled(answer, column, joiner: joiner)
        }
      }
      let own: [String]
      switch self {
      case .google: own = ["21/11/2026 8:30:15", row.key]
      case .microsoft: own = [row.key, "11/21/26 8:00:00", "11/21/26 8:05:00"]
      default: own = [row.key]
      }
      writer.row(own + cells)
    }
    switch self {
    case .utf16: return ("\u{FEFF}" + writer.text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .windows1258: return IngestTests.windows1258(writer.text)
    default: return writer.bytes
    }
  }

  /// The workbook of the form as its makers fill it in: entries of drop-downs, ticks, days without times.
  private func entryWorkbook(_ answers: DialectAnswers) throws -> [UInt8] {
    let entry = EntryWorkbook(answers.form)
    var sheets: [(String, [[String]])] = []
    for (sheet, table) in zip(entry.sheets, answers.tables) {
      var rows = [sheet.columns.map(\.heading), sheet.columns.map(\.label)]
      for row in table.rows {
        rows.append(
          sheet.columns.map { column in
            if column.heading == "PARENT_KEY" { return row.parent }
            if column.heading == "KEY" { return row.key }
            return cell(column.heading, table, row.answers, answers)
          })
      }
      sheets.append((sheet.name, rows))
    }
    var facts = [["ykien_entry_workbook", "1"], ["form_id", entry.identifier]]
    for sheet in entry.sheets { facts.append(["sheet", sheet.name, sheet.path.joined(separator: "/")]) }
    sheets.append((entry.names.about, facts))
    return try workbook(sheets)
  }

  private func cell(
    _ heading: String, _ table: DialectAnswers.Table, _ cells: [String], _ answers: DialectAnswers
  ) -> String {
    for (column, answer) in zip(table.columns, cells) {
      for name in [column.question.name, column.path.joined(separator: "/")] {
        if heading == name {
          if answer.isEmpty { return "" }
          if column.storage == .dateTime { return String(answer.prefix(10)) }
          return column.storage == .coded
            ? "\(answer) – \(answers.labelled(answer, column, joiner: ""))" : answer
        }
        guard heading.hasPrefix(name + "/") else { continue }
        let part = String(heading.dropFirst(name.count + 1))
        let chosen = answer.split(separator: " ").map(String.init)
        if column.storage == .multiple { return chosen.contains(part) ? "1" : "" }
        if column.storage == .ranking, let place = Int(part) { return place <= chosen.count ? chosen[place - 1] : "" }
      }
    }
    return ""
  }

  private func workbook(_ sheets: [(String, [[String]])]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "t.xlsx").path
    let workbook = try WorkbookWriter(path: path, temporaryFolder: folder.path)
    for (name, rows) in sheets {
      try workbook.addSheet(name) { (sheet) throws(SpreadsheetWritingFailure) in
        for (row, cells) in rows.enumerated() {
          for (column, cell) in cells.enumerated() where !cell.isEmpty {
            try sheet.write(cell, row: row + 1, column: column + 1)
          }
        }
      }
    }
    try workbook.close()
    return try readFile(at: path)
  }
}
