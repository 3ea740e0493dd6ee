import DelimitedText
import Diagnostics
import FileSystem
import Programs
import Questionnaire
import Responses
import Simulation
import SpreadsheetWriting

/// Writes simulated records to a workbook: a sheet of records, and one for the rows of each repeat.
///
/// Numbers are cells with numbers; all other answers are texts as the form writes them.
func writeSimulatedWorkbook(
  _ simulator: AnswerSimulator, records: Int, to output: String
) throws(StageFailure) {
  guard let scratch = ScratchFolder() else { throw simulationWritingFailure("TMPDIR") }
  let draft = join(scratch.path, "simulated.xlsx")
  do throws(SpreadsheetWritingFailure) {
    let workbook = try WorkbookWriter(path: draft, temporaryFolder: scratch.path, isStreaming: true)
    var naming = EntrySheetNaming()
    for (position, table) in simulator.tables.enumerated() {
      let name = naming.name(table.name.isEmpty ? "records" : table.name)
      try workbook.addSheet(name) { (sheet) throws(SpreadsheetWritingFailure) in
        for (column, heading) in table.header.enumerated() {
          try sheet.write(heading, row: 1, column: column + 1)
        }
        let keyCount = table.header.count - table.storages.count
        var row = 1
        // A sheet is written from its first row to its last: the records are made anew for each.
        try simulator.writeTables(count: records) { (own, cells) throws(SpreadsheetWritingFailure) in
          guard own == position else { return }
          row += 1
          for (column, cell) in cells.enumerated() where !cell.isEmpty {
            let storage = column < keyCount ? nil : table.storages[column - keyCount]
            let isNumber = storage == .integer || storage == .decimal
            if isNumber, let number = Double(cell), number.isFinite, number.shortestText == cell {
              try sheet.write(number, row: row, column: column + 1)
            } else {
              try sheet.write(cell, row: row, column: column + 1)
            }
          }
        }
      }
    }
    try workbook.close()
  } catch {
    throw simulationWritingFailure(error.message)
  }
  try writeAtomically(try readFile(at: draft), to: output)
}

private func simulationWritingFailure(_ reason: String) -> StageFailure {
  StageFailure(
    Diagnostic(
      .pipelineProgramFailed,
      ["program": "libxlsxwriter", "format": "XLSX", "reason": reason, "package": "libxlsxwriter4"]),
    exitCode: .internalFault)
}
