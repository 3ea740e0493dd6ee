// Codes of the form stage: references between questions. Identifiers are never reused.
extension DiagnosticCode {
  /// A reference names no question.
  public static let formReferenceUnknown = DiagnosticCode(
    "FORM-050", .error,
    message: BilingualText(
      vi: "${{name}} không phải tên câu hỏi nào",
      en: "${{name}} names no question"),
    fix: BilingualText(
      vi: "sửa tên (tên gần nhất: {nearest})",
      en: "correct the name (nearest known: {nearest})"))

  /// A reference names several questions.
  public static let formReferenceAmbiguous = DiagnosticCode(
    "FORM-051", .error,
    message: BilingualText(
      vi: "${{name}} chỉ nhiều câu hỏi (các dòng {rows})",
      en: "${{name}} names several questions (rows {rows})"),
    fix: BilingualText(
      vi: "đặt tên không trùng trong toàn biểu mẫu",
      en: "use each name once in the form"))

  /// A reference is not written as ${name}.
  public static let formReferenceMalformed = DiagnosticCode(
    "FORM-052", .error,
    message: BilingualText(
      vi: "tham chiếu viết sai: {text}",
      en: "the reference is not well formed: {text}"),
    fix: BilingualText(
      vi: "viết dạng ${ten_cau_hoi}",
      en: "write it as ${question_name}"))

  /// Conditions or calculations depend on themselves.
  public static let formReferenceCycle = DiagnosticCode(
    "FORM-053", .error,
    message: BilingualText(
      vi: "điều kiện hoặc công thức phụ thuộc vòng tròn: {path}",
      en: "conditions or calculations depend on themselves: {path}"),
    fix: BilingualText(
      vi: "bỏ một tham chiếu trong vòng",
      en: "remove one reference of the circle"))

  /// A question inside a repeat is referred to from outside.
  public static let formReferenceIntoRepeat = DiagnosticCode(
    "FORM-054", .warning,
    message: BilingualText(
      vi: "${{name}} nằm trong nhóm lặp nên có nhiều câu trả lời",
      en: "${{name}} lies in a repeat and so has many answers"),
    fix: BilingualText(
      vi: "dùng sum(), count(), join() hoặc indexed-repeat()",
      en: "use sum(), count(), join() or indexed-repeat()"))
}
