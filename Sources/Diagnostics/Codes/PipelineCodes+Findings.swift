// Codes of geography and targets in pipeline files: PIPE-085 to PIPE-089. Identifiers are never reused.
extension DiagnosticCode {
  static let pipelineFindingCodes: [DiagnosticCode] = [
    pipelineAreaNameTaken, pipelineHeadcountQuestion, pipelineTargetEstimate, pipelineHeadcountStore,
  ]

  /// The form has a question of the name of a derived variable.
  public static let pipelineAreaNameTaken = DiagnosticCode(
    "PIPE-085", .error,
    message: BilingualText(
      vi: "biểu mẫu có câu hỏi tên {name}, trùng với biến địa bàn được tạo ra",
      en: "the form has a question {name}, the name of the variable of localities that is made"),
    fix: BilingualText(vi: "đổi tên câu hỏi", en: "rename the question"))

  /// The form of headcounts lacks a question.
  public static let pipelineHeadcountQuestion = DiagnosticCode(
    "PIPE-086", .error,
    message: BilingualText(
      vi: "biểu mẫu {form} không có câu {name} nên không dùng làm biểu số lượng được",
      en: "the form {form} lacks the question {name} and cannot serve for headcounts"),
    fix: BilingualText(
      vi: "dùng forms/bm-01 hoặc biểu mẫu có cùng các câu", en: "use forms/bm-01, or a form with the same questions"))

  /// The estimates have no figure where a target looks for one.
  public static let pipelineTargetEstimate = DiagnosticCode(
    "PIPE-087", .warning,
    message: BilingualText(
      vi: "bảng ước lượng không có số cho {measure}: dòng {row} không có hoặc không được nêu để bảo mật",
      en: "the estimates have no figure for {measure}: the row {row} is not there or suppressed"),
    fix: BilingualText(
      vi: "xem tên chỉ số, mục và thống kê bằng `ykien estimate --to csv`",
      en: "see the names of indicator, item and statistic with `ykien estimate --to csv`"))

  /// There is no store of headcounts yet.
  public static let pipelineHeadcountStore = DiagnosticCode(
    "PIPE-088", .warning,
    message: BilingualText(
      vi: "chưa có kho {store}, nên không có biểu số lượng nào", en: "there is no store {store} yet, so no headcounts"),
    fix: BilingualText(
      vi: "nạp các biểu bm-01 bằng `ykien ingest`", en: "take the forms bm-01 in with `ykien ingest`"))
}
