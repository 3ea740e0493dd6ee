// Codes of the expression stage: EXPR-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let expressionCodes: [DiagnosticCode] = []
}
