// Codes of pipelines that ask for proceedings: PIPE-080 to PIPE-084. Identifiers are never reused.
extension DiagnosticCode {
  /// A pipeline without a consultation.
  public static let pipelineNoConsultation = DiagnosticCode(
    "PIPE-080", .error,
    message: BilingualText(
      vi: "pipeline không có mục proceedings: consultation", en: "the pipeline has no section proceedings: consultation"
    ),
    fix: BilingualText(
      vi: "dùng pipeline của phiếu lấy ý kiến, ví dụ pipelines/pks-02.yaml",
      en: "use the pipeline of a consultation, for example pipelines/pks-02.yaml"))

  /// Every code of these sections.
  static let pipelineProceedingsCodes: [DiagnosticCode] = [pipelineNoConsultation]
}
