// Codes of the simulation stage: SIM-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let simulationCodes: [DiagnosticCode] = [
    simulationNoRequiredAnswer, simulationCircle, simulationNotComputable,
    simulationNoChoices, simulationAlwaysBlank,
  ]

  /// No valid answer to a required question was found, so it stays blank.
  public static let simulationNoRequiredAnswer = DiagnosticCode(
    "SIM-001", .warning,
    message: BilingualText(
      vi: "không tìm được câu trả lời hợp lệ cho câu hỏi bắt buộc \"{field}\"; ô được để trống",
      en: "no valid answer to the required question \"{field}\" was found; it is left blank"),
    fix: BilingualText(
      vi: "kiểm tra điều kiện constraint, choice_filter và danh sách lựa chọn của câu hỏi",
      en: "check the question's constraint, choice_filter and list of choices"))

  /// Conditions depend on each other in a circle.
  public static let simulationCircle = DiagnosticCode(
    "SIM-002", .warning,
    message: BilingualText(
      vi: "điều kiện của câu hỏi \"{field}\" phụ thuộc vòng tròn vào chính nó",
      en: "the conditions of the question \"{field}\" depend on itself in a circle"),
    fix: BilingualText(
      vi: "bỏ tham chiếu vòng trong relevant, required, calculation hoặc choice_filter",
      en: "remove the circular reference from relevant, required, calculation or choice_filter"))

  /// A rule that only a device can judge is not applied.
  public static let simulationNotComputable = DiagnosticCode(
    "SIM-004", .note,
    message: BilingualText(
      vi: "biểu thức {column} của câu hỏi \"{field}\" không tính được từ các câu trả lời nên bị bỏ qua khi mô phỏng",
      en: "the expression in {column} of the question \"{field}\" cannot be computed from answers and is not applied"),
    fix: BilingualText(
      vi: "không cần làm gì nếu biểu thức cần thiết bị hoặc máy chủ; nếu không, viết lại biểu thức",
      en: "nothing to do if it needs a device or server; otherwise rewrite the expression"))

  /// A list without choices leaves its question blank.
  public static let simulationNoChoices = DiagnosticCode(
    "SIM-005", .warning,
    message: BilingualText(
      vi: "danh sách \"{list}\" của câu hỏi \"{field}\" không có lựa chọn nào",
      en: "the list \"{list}\" of the question \"{field}\" has no choices"),
    fix: BilingualText(
      vi: "thêm lựa chọn vào bảng choices hoặc sửa tên danh sách",
      en: "add choices to the choices sheet or correct the list's name"))

  /// No valid answer to an optional question can be found in any record.
  public static let simulationAlwaysBlank = DiagnosticCode(
    "SIM-006", .note,
    message: BilingualText(
      vi: "không tìm được câu trả lời hợp lệ cho câu hỏi \"{field}\"; mọi phiếu mô phỏng để trống câu này",
      en: "no valid answer to the question \"{field}\" was found; every simulated record leaves it blank"),
    fix: BilingualText(
      vi: "kiểm tra điều kiện constraint của câu hỏi",
      en: "check the question's constraint"))
}
