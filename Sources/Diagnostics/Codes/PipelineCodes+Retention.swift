// Codes of reports that lost answers: PIPE-030 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// The report that lies there counts records that were erased or changed since.
  public static let pipelineReportOutdated = DiagnosticCode(
    "PIPE-030", .warning,
    message: BilingualText(
      vi: "báo cáo ghi ngày {day} có tính các phiếu mà sau đó đã bị xóa hoặc thay đổi",
      en: "the report written on {day} counts records that were erased or changed since"),
    fix: BilingualText(vi: "lập lại báo cáo bằng `ykien run`", en: "make the report anew with `ykien run`"))

  /// Such a report is replaced now.
  public static let pipelineReportReplaced = DiagnosticCode(
    "PIPE-031", .warning,
    message: BilingualText(
      vi: "báo cáo ghi ngày {day} có tính các phiếu mà sau đó đã bị xóa hoặc thay đổi; nay được thay bằng báo cáo mới",
      en: "the report written on {day} counts records that were erased or changed since; it is replaced now"),
    fix: BilingualText(
      vi: "thay các bản đã gửi đi hoặc công bố", en: "replace the copies that were handed out or published"))

  static let pipelineRetentionCodes: [DiagnosticCode] = [pipelineReportOutdated, pipelineReportReplaced]
}
