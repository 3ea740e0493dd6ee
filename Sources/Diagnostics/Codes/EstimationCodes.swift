// Codes of the estimation stage: EST-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let estimationCodes: [DiagnosticCode] = []
}
