public import Diagnostics
internal import FileSystem
public import FormDefinition

/// Reads a form from its folder of CSV sheets and checks it.
///
/// - Parameter path: the folder that holds `survey.csv`, `choices.csv`, `settings.csv` and `indicators.csv`.
/// - Throws: ``ExitCode/missingInput`` when there is no such folder or it holds no `survey.csv`.
public func loadForm(at path: String) throws(StageFailure) -> FormReading {
  let folder = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
  var sheets: [String: [UInt8]] = [:]
  for sheet in ["survey", "choices", "settings", "indicators"] {
    let file = join(folder, "\(sheet).csv")
    if fileStatus(at: file)?.kind == .file { sheets[sheet] = try readFile(at: file) }
  }
  guard sheets["survey"] != nil else {
    throw StageFailure(
      Diagnostic(.pipelineFormMissing, at: SourcePosition(file: path), ["form": path]), exitCode: .missingInput)
  }
  return Form.read(FormSheets(source: folder, sheets: sheets))
}

/// Reads a form that must be free of errors.
///
/// - Throws: ``ExitCode/unusableInput`` with the form's errors.
public func loadUsableForm(at path: String) throws(StageFailure) -> Form {
  let reading = try loadForm(at: path)
  let errors = reading.diagnostics.filter { $0.severity == .error }
  guard let form = reading.form, errors.isEmpty else {
    let cause = Diagnostic(.pipelineFormUnusable, at: SourcePosition(file: path), ["form": path])
    throw StageFailure([cause] + errors, exitCode: .unusableInput)
  }
  return form
}
