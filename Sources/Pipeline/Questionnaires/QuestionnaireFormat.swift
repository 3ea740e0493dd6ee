internal import Archive
public import Diagnostics
internal import FileSystem
internal import FormDefinition
internal import Questionnaire

/// A form of questionnaire that is handed out.
public enum QuestionnaireFormat: String, Sendable, CaseIterable {
  /// An XForm for ODK Collect, KoboToolbox, Enketo.
  case xform
  /// A web page that needs no network.
  case html
  /// A questionnaire on paper, as a PDF file.
  case pdf
  /// The same as a Word document, to be adapted before printing.
  case docx
  /// A workbook into which answers are keyed, one row for each respondent.
  case xlsx
}

/// Writes a questionnaire of a form into a folder.
///
/// The same form gives the same bytes, a PDF as long as the same WeasyPrint and fonts make it.
/// - Parameter language: the language of a paper questionnaire or entry workbook; nil: Vietnamese when the form has it.
///   The other formats hold every language of the form.
/// - Returns: the path written: `<form_id>.xml`, `.html`, `.pdf`, `.docx` or `.xlsx`.
/// - Throws: ``ExitCode/unusableInput`` when the form has errors, or an entry workbook cannot hold it; ``ExitCode/missingProgram`` when WeasyPrint is not
///   installed (PDF only); ``ExitCode/cannotWrite``.
public func buildQuestionnaire(
  ofFormAt path: String, as format: QuestionnaireFormat, language: InterfaceLanguage? = nil, into folder: String
) throws(StageFailure) -> String {
  let form = try loadUsableForm(at: path)
  let document: [UInt8]
  switch format {
  case .xform: document = Array(XForm.document(for: form).utf8)
  case .html: document = Array(WebPage.document(for: form).utf8)
  case .pdf: document = try renderPDF(PaperHTML.document(for: PaperQuestionnaire(form, language: language)))
  case .xlsx: document = try spreadsheet(of: EntryWorkbook(form, language: language))
  case .docx:
    let parts = PaperWord.parts(for: PaperQuestionnaire(form, language: language))
    do throws(ArchiveError) {
      document = try ZipWriter.archive(parts.map { ZipWriter.Member(name: $0.path, bytes: Array($0.text.utf8)) })
    } catch {
      throw StageFailure(
        Diagnostic(
          .pipelineProgramFailed, ["program": "libzip", "format": "DOCX", "reason": "\(error)", "package": "libzip4"]),
        exitCode: .internalFault)
    }
  }
  // A form_id may hold characters that a path must not.
  let name = String(form.identifier.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })
  try createFolders(at: folder)
  let ending = format == .xform ? "xml" : format.rawValue
  let target = join(folder, "\(name.isEmpty || name.hasPrefix(".") ? "form" + name : name).\(ending)")
  try writeAtomically(document, to: target)
  return target
}
