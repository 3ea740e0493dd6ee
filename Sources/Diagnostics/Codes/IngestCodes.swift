// Codes of the ingest stage: INGEST-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let ingestCodes: [DiagnosticCode] =
    ingestFileCodes + ingestRecordCodes + ingestAnswerCodes + ingestTableCodes + ingestIdentityCodes
    + ingestCorrectionCodes + ingestRepeatCodes + ingestVersionCodes
}
