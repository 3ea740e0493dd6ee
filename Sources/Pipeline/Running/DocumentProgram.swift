internal import Diagnostics
internal import FileSystem
internal import Programs

/// A program of the system that helps to make documents.
struct DocumentProgram {
  /// Its name on the search path.
  let name: String
  /// The Debian package that holds it.
  let package: String
  /// The format it is needed for, in capitals.
  let format: String

  static let weasyPrint = DocumentProgram(name: "weasyprint", package: "weasyprint", format: "PDF")
  static let rsvgConvert = DocumentProgram(name: "rsvg-convert", package: "librsvg2-bin", format: "DOCX")

  /// Runs the program to its end.
  ///
  /// - Throws: ``ExitCode/missingProgram`` when it is not on the search path; ``ExitCode/internalFault`` when it fails.
  func run(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws(StageFailure) {
    let run = ProgramRun(name, arguments, in: folder, environment: environment, timeout: 300)
    do throws(ProgramRun.Failure) {
      try run.run()
    } catch {
      switch error {
      case .missing: throw StageFailure(missing, exitCode: .missingProgram)
      case .cannotStart(let reason): throw failure(reason, exitCode: .inputOutput)
      case .timedOut: throw failure("\(Int(run.timeout)) s", exitCode: .internalFault)
      case .failed(let status, let errors):
        let last = errors.split(whereSeparator: \.isNewline).last.map(String.init) ?? "\(status)"
        throw failure(last, exitCode: .internalFault)
      }
    }
  }

  /// The finding that it is not installed.
  var missing: Diagnostic {
    Diagnostic(.pipelineProgramMissing, ["program": name, "format": format, "package": package])
  }

  func failure(_ reason: String, exitCode: ExitCode) -> StageFailure {
    StageFailure(
      Diagnostic(
        .pipelineProgramFailed, ["program": name, "format": format, "reason": reason, "package": package]),
      exitCode: exitCode)
  }
}

/// Makes sure that the programs which formats need are there.
///
/// - Throws: ``ExitCode/missingProgram`` with every one that is missing.
func checkPrograms(for formats: [ReportFormat]) throws(StageFailure) {
  let missing = formats.compactMap(\.program).filter { ProgramRun.find($0.name) == nil }.map(\.missing)
  if !missing.isEmpty { throw StageFailure(missing, exitCode: .missingProgram) }
}

extension ReportFormat {
  /// The program that helps to make it; nil: none.
  fileprivate var program: DocumentProgram? {
    switch self {
    case .html, .xlsx: nil
    case .docx: .rsvgConvert
    case .pdf: .weasyPrint
    }
  }
}
