// Codes of weighting in pipeline files: PIPE-040 to PIPE-044. Identifiers are never reused.
extension DiagnosticCode {
  static let pipelineWeightingCodes: [DiagnosticCode] = [pipelineSeveralWeightings, pipelineReplicateScaleMissing]

  /// More than one of the keys that make weights meet population figures.
  public static let pipelineSeveralWeightings = DiagnosticCode(
    "PIPE-040", .error,
    message: BilingualText(
      vi: "chỉ dùng một trong các khóa post_stratify, rake, calibrate; tệp có {found}",
      en: "one of post_stratify, rake and calibrate can be used; the file has {found}"),
    fix: BilingualText(
      vi: "giữ một khóa; nhiều biến thì dùng rake hoặc calibrate",
      en: "keep one of them; several margins go with rake or calibrate"))

  /// Columns of replicate weights without a word on how squares add up.
  public static let pipelineReplicateScaleMissing = DiagnosticCode(
    "PIPE-041", .error,
    message: BilingualText(
      vi: "replicates kiểu columns cần scale hoặc rscales: hệ số của phương sai không suy ra được từ các cột",
      en: "replicates of type columns need scale or rscales: the columns do not tell how squares add up"),
    fix: BilingualText(
      vi: "xem tài liệu của bộ số liệu; với bootstrap B cột: scale: 1/(B−1), với BRR: 1/B, với jackknife JK1: (B−1)/B",
      en: "see the data's documentation; for B bootstrap columns scale is 1/(B−1), for BRR 1/B, for JK1 (B−1)/B"))
}
