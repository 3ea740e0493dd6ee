// Codes of the report stage: REPORT-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let reportCodes: [DiagnosticCode] = []
}
