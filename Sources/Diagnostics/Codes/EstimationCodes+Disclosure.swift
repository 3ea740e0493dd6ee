// Codes of disclosure control: EST-100 to EST-109.
extension DiagnosticCode {
  static let disclosureCodes: [DiagnosticCode] = [suppressedRows, exposedCounts]

  /// Rows are suppressed, and what remains does not give them back.
  public static let suppressedRows = DiagnosticCode(
    "EST-100", .note,
    message: BilingualText(
      vi:
        "ẩn {primary} dòng vì quá ít người và {complementary} dòng đi kèm; đã kiểm tra {count} số đếm bị ẩn: không số nào suy ngược được từ các nhóm khác",
      en:
        "{primary} rows are suppressed for small counts and {complementary} beside them; of {count} suppressed counts audited none can be worked out from the other groups"
    ),
    fix: BilingualText(
      vi: "muốn công bố nhiều hơn, gộp các mức nhỏ của nhóm thành mức lớn hơn",
      en: "to publish more, merge small levels of domains into larger ones"))

  /// Suppressed counts can be worked out.
  public static let exposedCounts = DiagnosticCode(
    "EST-101", .warning,
    message: BilingualText(
      vi: "{count} số đếm bị ẩn vẫn có thể suy ngược từ số liệu công bố",
      en: "{count} suppressed counts can still be worked out from what is published"),
    fix: BilingualText(
      vi: "bỏ bớt nhóm trong by, hoặc gộp các mức nhỏ",
      en: "take domains out of by, or merge small levels"))
}
