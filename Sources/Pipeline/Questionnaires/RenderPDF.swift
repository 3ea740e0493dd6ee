internal import CivilCalendar
internal import Diagnostics
internal import FileSystem
internal import Programs

/// The PDF that WeasyPrint makes of an HTML page which loads nothing.
///
/// - Parameter day: the day of the document; its fonts carry it inside, so that the bytes depend on nothing else.
/// - Throws: ``ExitCode/missingProgram`` when WeasyPrint is not on the search path; ``ExitCode/internalFault`` when it
///   fails.
func renderPDF(_ page: String, day: CivilDay = CivilDay(number: 3652)) throws(StageFailure) -> [UInt8] {
  let weasyPrint = DocumentProgram.weasyPrint
  guard let scratch = ScratchFolder() else { throw weasyPrint.failure("TMPDIR", exitCode: .inputOutput) }
  let source = join(scratch.path, "page.html")
  let target = join(scratch.path, "page.pdf")
  try writeAtomically(Array(page.utf8), to: source, mode: 0o600)
  let epoch = "\(max(0, day.number) * 86_400)"
  try weasyPrint.run(
    ["--encoding", "utf-8", source, target], in: scratch.path,
    environment: ["SOURCE_DATE_EPOCH": epoch, "PYTHONHASHSEED": "0"])
  return try readFile(at: target)
}
