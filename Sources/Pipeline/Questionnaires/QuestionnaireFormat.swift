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
}

/// Writes a questionnaire of a form into a folder.
///
/// - Returns: the path written, `<form_id>.xml` or `<form_id>.html`.
/// - Throws: ``ExitCode/unusableInput`` when the form has errors; ``ExitCode/cannotWrite``.
public func buildQuestionnaire(
  ofFormAt path: String, as format: QuestionnaireFormat, into folder: String
) throws(StageFailure) -> String {
  let form = try loadUsableForm(at: path)
  let document: String
  let ending: String
  switch format {
  case .xform: (document, ending) = (XForm.document(for: form), "xml")
  case .html: (document, ending) = (WebPage.document(for: form), "html")
  }
  // A form_id may hold characters that a path must not.
  let name = String(form.identifier.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })
  try createFolders(at: folder)
  let target = join(folder, "\(name.isEmpty || name.hasPrefix(".") ? "form" + name : name).\(ending)")
  try writeAtomically(Array(document.utf8), to: target)
  return target
}
