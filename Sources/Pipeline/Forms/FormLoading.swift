internal import DelimitedText
public import Diagnostics
internal import FileSystem
public import FormDefinition

/// Reads a form and checks it.
///
/// - Parameter path: a folder that holds `survey.csv` and, as needed, `choices.csv`, `settings.csv` and
///   `indicators.csv`; a file with the same sheets: `.xlsx`, `.xls`, `.md` (tables) or `.csv` (sections); or a folder
///   with one such file.
/// Files of choices are looked for in the form's folder.
/// - Throws: ``ExitCode/missingInput`` when there is no form; ``ExitCode/unusableInput`` when a folder has several.
public func loadForm(at path: String) throws(StageFailure) -> FormReading {
  guard let file = try FormFile(at: path) else {
    throw StageFailure(
      Diagnostic(.pipelineFormMissing, at: SourcePosition(file: path), ["form": path]), exitCode: .missingInput)
  }
  let folder = FormFolder(of: file)
  return Form.read(try FormSheets(file)) { folder.read($0) }
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

extension FormSheets {
  /// Reads the sheets of a form.
  init(_ file: FormFile) throws(StageFailure) {
    switch file {
    case .folder(let folder):
      var sheets: [String: [UInt8]] = [:]
      for sheet in Self.names {
        let path = join(folder, "\(sheet).csv")
        if fileStatus(at: path)?.kind == .file { sheets[sheet] = try readFile(at: path) }
      }
      self.init(source: folder, sheets: sheets)
    case .markdown(let path):
      self.init(TextSections(markdown: try readFile(at: path), source: path), source: path)
    case .sections(let path):
      self.init(TextSections(csv: try readFile(at: path), source: path), source: path)
    case .workbook(let path):
      self.init(workbook: try readFile(at: path), source: path)
    }
  }

  private init(_ sections: TextSections, source: String) {
    self.init(source: source, layout: .text, tables: sections.tables, diagnostics: sections.diagnostics)
  }
}
