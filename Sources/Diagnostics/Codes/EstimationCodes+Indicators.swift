// Codes of the estimation stage: what indicators ask for. Identifiers are never reused.
extension DiagnosticCode {
  static let estimationIndicatorCodes: [DiagnosticCode] = [blockOfOneItem, panelScaleUnsuitable]

  /// A statistic of several items is asked for where there is one.
  public static let blockOfOneItem = DiagnosticCode(
    "EST-080", .warning,
    message: BilingualText(
      vi: "chỉ tiêu \"{indicator}\" cần ít nhất hai câu hỏi cùng thang đo cho đại lượng tính trên cả khối",
      en: "the indicator \"{indicator}\" needs two items or more of one scale for a statistic of the whole block"),
    fix: BilingualText(
      vi: "thêm câu hỏi vào items, hoặc bỏ kendall_w, krippendorff_alpha, cronbach_alpha, r_wg_j khỏi statistics",
      en: "add items, or take kendall_w, krippendorff_alpha, cronbach_alpha, r_wg_j out of statistics"))

  /// RAND/UCLA's constants hold for a scale of nine points only.
  public static let panelScaleUnsuitable = DiagnosticCode(
    "EST-081", .warning,
    message: BilingualText(
      vi: "IPRAS cần thang đo 9 điểm; \"{field}\" của chỉ tiêu \"{indicator}\" có {count} điểm nên không được tính",
      en: "IPRAS needs a scale of 9 points; \"{field}\" of the indicator \"{indicator}\" has {count} and is left out"),
    fix: BilingualText(
      vi: "dùng thang đo 1–9, hoặc bỏ ipras khỏi statistics",
      en: "use a scale of 1 to 9, or take ipras out of statistics"))
}
