// Codes of the pipeline stage: PIPE-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let pipelineCodes: [DiagnosticCode] = []
}
