import FormDefinition
import Markup

extension XFormBuilder {
  /// Where and how a client sends submissions, when the form says so.
  func writeSubmission(_ writer: inout MarkupWriter) {
    func setting(_ name: String) -> String? { form.settings[name].flatMap { $0.isEmpty ? nil : $0 } }
    let attributes: MarkupWriter.Attributes = [
      ("action", form.submissionURL), ("method", form.submissionURL == nil ? nil : "post"),
      ("base64RsaPublicKey", setting("public_key")), ("orx:auto-send", setting("auto_send")),
      ("orx:auto-delete", setting("auto_delete")),
      ("odk:client-editable", setting("client_editable").flatMap { $0.isYes ? "true" : nil }),
    ]
    if attributes.contains(where: { $0.value != nil }) { writer.empty("submission", attributes) }
  }
}

extension String {
  /// Whether a setting is switched on.
  fileprivate var isYes: Bool { ["yes", "true", "true()"].contains(lowercased()) }
}
