import Diagnostics
import FormDefinition
import FileSystem
import Programs
import Questionnaire
import Responses
import SpreadsheetWriting

/// Writes a workbook: a sheet of records, a sheet for each repeat, and what the columns mean.
///
/// Texts are text cells whatever they begin with: Excel never takes them for formulas.
func writeSpreadsheet(_ records: any RecordSource, _ plan: ExportPlan, to path: String) throws(StageFailure) {
  for table in plan.tables where table.columns.count > WorkbookLimits.columnCount {
    throw tooLarge(table, "\(table.columns.count)", "\(WorkbookLimits.columnCount)")
  }
  // The library writes a file itself; it lies beside the target and private, as the target will be.
  let target = try ExportTarget(path: path)
  guard let scratch = ScratchFolder() else { throw libraryFailure("TMPDIR", "libxlsxwriter") }
  let draft = join(scratch.path, "export.xlsx")
  var failure: StageFailure?
  do throws(SpreadsheetWritingFailure) {
    let workbook = try WorkbookWriter(
      path: draft, temporaryFolder: scratch.path, title: plan.form.title.text(in: plan.options.language),
      isStreaming: true)
    var naming = EntrySheetNaming()
    for table in plan.tables {
      let name = naming.name(table.name.isEmpty ? plan.form.identifier : table.name)
      try workbook.addSheet(name) { (sheet) throws(SpreadsheetWritingFailure) in
        try sheet.writeHeadings(of: table)
        do throws(StageFailure) {
          try sheet.writeRows(of: table, records, plan)
        } catch {
          failure = error
        }
      }
      if failure != nil { break }
    }
    if failure == nil {
      let name = naming.name(plan.options.language.hasPrefix("vi") ? "Giải thích cột" : "Columns")
      try workbook.addSheet(name) { (sheet) throws(SpreadsheetWritingFailure) in try sheet.writeMeanings(plan) }
      try workbook.close()
    }
  } catch {
    throw libraryFailure(error.message, "libxlsxwriter")
  }
  if let failure { throw failure }
  var reader = try FileReader(at: draft)
  while true {
    let piece = try reader.next(1 << 20)
    if piece.isEmpty { break }
    try target.append(piece)
  }
  try target.commit()
}

/// A library that writes files did not do as it was told.
func libraryFailure(_ reason: String, _ library: String) -> StageFailure {
  StageFailure(Diagnostic(.exportFailed, ["library": library, "reason": reason]), exitCode: .internalFault)
}
