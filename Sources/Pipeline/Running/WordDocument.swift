internal import Archive
internal import Diagnostics
internal import FileSystem
internal import Programs
internal import Reporting

/// A report as a Word document: its charts drawn, its parts packed.
///
/// - Throws: ``ExitCode/missingProgram`` when rsvg-convert is not on the search path; ``ExitCode/internalFault``.
func wordDocument(of report: ReportDocument) throws(StageFailure) -> [UInt8] {
  let parts = WordReport.parts(for: report, pictures: try pictures(of: report.charts))
  do throws(ArchiveError) {
    return try ZipWriter.archive(parts.map { ZipWriter.Member(name: $0.path, bytes: $0.bytes) })
  } catch {
    throw StageFailure(
      Diagnostic(
        .pipelineProgramFailed, ["program": "libzip", "format": "DOCX", "reason": "\(error)", "package": "libzip4"]),
      exitCode: .internalFault)
  }
}

/// The charts as PNG files by their identifiers: as wide as the text of an A4 page, 165 mm, at 300 dots to the inch.
private func pictures(of charts: [ReportChart]) throws(StageFailure) -> [String: [UInt8]] {
  let program = DocumentProgram.rsvgConvert
  guard let scratch = ScratchFolder() else { throw program.failure("TMPDIR", exitCode: .inputOutput) }
  var pictures: [String: [UInt8]] = [:]
  for chart in charts {
    let source = join(scratch.path, "chart.svg")
    let target = join(scratch.path, "chart.png")
    try writeAtomically(Array(chart.svg.utf8), to: source, mode: 0o600)
    try program.run(
      ["--width", "1949", "--keep-aspect-ratio", "--background-color", "white", "--output", target, source],
      in: scratch.path)
    pictures[chart.identifier] = try readFile(at: target)
  }
  return pictures
}
