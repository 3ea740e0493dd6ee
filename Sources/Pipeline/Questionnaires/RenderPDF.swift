internal import Diagnostics
internal import FileSystem
internal import Programs

/// The PDF that WeasyPrint makes of an HTML page which loads nothing.
///
/// - Throws: ``ExitCode/missingProgram`` when WeasyPrint is not on the search path; ``ExitCode/internalFault`` when it
///   fails.
func renderPDF(_ page: String) throws(StageFailure) -> [UInt8] {
  guard let scratch = ScratchFolder() else { throw weasyPrintFailure("TMPDIR", exitCode: .inputOutput) }
  let source = join(scratch.path, "page.html")
  let target = join(scratch.path, "page.pdf")
  try writeAtomically(Array(page.utf8), to: source, mode: 0o600)
  // Fonts are subset with a date inside; a fixed one keeps the bytes the same from day to day.
  let run = ProgramRun(
    "weasyprint", ["--encoding", "utf-8", source, target], in: scratch.path,
    environment: ["SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"], timeout: 300)
  do throws(ProgramRun.Failure) {
    try run.run()
  } catch {
    switch error {
    case .missing:
      throw StageFailure(
        Diagnostic(.pipelineProgramMissing, ["program": "weasyprint", "format": "PDF", "package": "weasyprint"]),
        exitCode: .missingProgram)
    case .cannotStart(let reason): throw weasyPrintFailure(reason, exitCode: .inputOutput)
    case .timedOut: throw weasyPrintFailure("\(Int(run.timeout)) s", exitCode: .internalFault)
    case .failed(let status, let errors):
      let last = errors.split(whereSeparator: \.isNewline).last.map(String.init) ?? "\(status)"
      throw weasyPrintFailure(last, exitCode: .internalFault)
    }
  }
  return try readFile(at: target)
}

private func weasyPrintFailure(_ reason: String, exitCode: ExitCode) -> StageFailure {
  StageFailure(
    Diagnostic(
      .pipelineProgramFailed,
      ["program": "weasyprint", "format": "PDF", "reason": reason, "package": "weasyprint"]),
    exitCode: exitCode)
}
