// Codes of the store stage: STORE-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let storeCodes: [DiagnosticCode] = []
}
