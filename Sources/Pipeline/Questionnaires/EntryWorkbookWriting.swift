import Diagnostics
import FileSystem
import Programs
import Questionnaire
import SpreadsheetWriting

/// The bytes of an `.xlsx` file of an entry workbook; the same workbook gives the same bytes.
///
/// - Throws: ``ExitCode/unusableInput`` when the form goes beyond what Excel can hold.
func spreadsheet(of entry: EntryWorkbook) throws(StageFailure) -> [UInt8] {
  try check(entry)
  guard let scratch = ScratchFolder() else { throw writingFailure("TMPDIR") }
  let path = join(scratch.path, "entry.xlsx")
  do throws(SpreadsheetWritingFailure) {
    let layout = EntryLayout(entry)
    let workbook = try WorkbookWriter(path: path, temporaryFolder: scratch.path, title: entry.title)
    for (index, sheet) in entry.sheets.enumerated() {
      try workbook.addSheet(sheet.name) { (writer) throws(SpreadsheetWritingFailure) in
        try layout.write(sheet, to: writer)
        if index == 0 { writer.activate() }
      }
    }
    try workbook.addSheet(entry.names.guide) { (writer) throws(SpreadsheetWritingFailure) in
      try layout.writeGuide(to: writer)
    }
    try workbook.addSheet(entry.names.codes) { (writer) throws(SpreadsheetWritingFailure) in
      try layout.writeCodes(to: writer)
    }
    try workbook.addSheet(entry.names.about) { (writer) throws(SpreadsheetWritingFailure) in
      try layout.writeFacts(to: writer)
    }
    try workbook.close()
  } catch {
    throw writingFailure(error.message)
  }
  return try readFile(at: path)
}

/// Refuses what no sheet can hold before anything is written.
private func check(_ entry: EntryWorkbook) throws(StageFailure) {
  var findings: [Diagnostic] = []
  for sheet in entry.sheets where sheet.columns.count > WorkbookLimits.columnCount {
    findings.append(
      Diagnostic(
        .entryTooManyColumns,
        ["sheet": sheet.name, "count": "\(sheet.columns.count)", "limit": "\(WorkbookLimits.columnCount)"]))
  }
  let choiceCount = entry.lists.reduce(0) { $0 + $1.choices.count }
  if choiceCount >= WorkbookLimits.rowCount {
    findings.append(
      Diagnostic(.entryTooManyChoices, ["count": "\(choiceCount)", "limit": "\(WorkbookLimits.rowCount - 1)"]))
  }
  let names =
    entry.sheets.flatMap { $0.columns.map(\.heading) + [$0.path.joined(separator: "/")] }
    + entry.lists.flatMap { $0.choices.map(\.code) } + [entry.identifier, entry.version]
  for name in names where name.utf16.count > WorkbookLimits.textLength {
    findings.append(
      Diagnostic(.entryNameTooLong, ["name": name.fitting(40), "limit": "\(WorkbookLimits.textLength)"]))
  }
  if !findings.isEmpty { throw StageFailure(Array(findings.prefix(100)), exitCode: .unusableInput) }
}

func writingFailure(_ reason: String) -> StageFailure {
  StageFailure(
    Diagnostic(
      .pipelineProgramFailed,
      ["program": "libxlsxwriter", "format": "XLSX", "reason": reason, "package": "libxlsxwriter4"]),
    exitCode: .internalFault)
}
