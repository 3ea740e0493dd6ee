public import Diagnostics
public import Export
internal import FormDefinition
internal import Responses
internal import ResponseStore

/// An export of a form's accepted records.
public struct ExportRequest: Sendable {
  private let form: String
  private let store: String
  private let format: ExportFormat
  private let options: ExportOptions
  private let language: InterfaceLanguage?

  /// Describes an export.
  ///
  /// - Parameters:
  ///   - form: the path of the form.
  ///   - store: the path of the store.
  ///   - language: the language of labels; nil: Vietnamese when the form has it, else the form's first one.
  public init(
    form: String, store: String, format: ExportFormat, options: ExportOptions = ExportOptions(),
    language: InterfaceLanguage? = nil
  ) {
    self.form = form
    self.store = store
    self.format = format
    self.options = options
    self.language = language
  }

  /// Writes the files.
  ///
  /// - Throws: ``ExitCode/missingInput`` when there is no store; what ``Export/export(_:of:as:_:to:)`` throws.
  public func run(to path: String) throws(StageFailure) -> ExportOutcome {
    let form = try loadUsableForm(at: form)
    guard let store = try SQLiteResponseStore.openForReading(path: store) else {
      throw StageFailure(
        Diagnostic(
          .pipelineStoreMissing, at: SourcePosition(file: store), ["store": store, "pipeline": "…"]),
        exitCode: .missingInput)
    }
    var options = options
    let codes = form.languages.map(\.code)
    let wanted = language?.rawValue ?? InterfaceLanguage.vietnamese.rawValue
    options.language = codes.first { $0.hasPrefix(wanted) } ?? form.defaultLanguage
    let outcome = try export(
      try store.records(of: RecordLayout(form: form)), of: form, as: format, options, to: path)
    // Erasing a record will name the file. A store that may only be read cannot remember it, and erases nothing either.
    try? SQLiteResponseStore.openExisting(path: self.store)?.note(.export, at: path)
    return outcome
  }
}
