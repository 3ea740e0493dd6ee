internal import Diagnostics
internal import FileSystem
internal import Programs
internal import Reporting
internal import SpreadsheetWriting

/// A report's tables and charts as the bytes of an `.xlsx` file.
///
/// - Throws: ``ExitCode/internalFault`` when the library fails.
func workbook(of report: ReportDocument) throws(StageFailure) -> [UInt8] {
  guard let scratch = ScratchFolder() else { throw writingFailure("TMPDIR") }
  let path = join(scratch.path, "report.xlsx")
  do throws(SpreadsheetWritingFailure) {
    try WorkbookReport.write(report, to: path, temporaryFolder: scratch.path)
  } catch {
    throw writingFailure(error.message)
  }
  return try readFile(at: path)
}
