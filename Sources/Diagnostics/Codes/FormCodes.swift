// Codes of the form stage: FORM-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let formCodes: [DiagnosticCode] = []
}
