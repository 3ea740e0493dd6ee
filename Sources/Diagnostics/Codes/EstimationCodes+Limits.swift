// What estimation leaves out and says so: EST-120 to EST-129.
extension DiagnosticCode {
  static let estimationLimitCodes: [DiagnosticCode] = [comparedTableTooLarge, itemsAndDomainsChangePlaces]

  /// A table has more contrasts than a test of independence takes.
  public static let comparedTableTooLarge = DiagnosticCode(
    "EST-120", .warning,
    message: BilingualText(
      vi: "bảng {item} theo {domain} có {count} tương phản, kiểm định nhận nhiều nhất {limit}: dòng test để trống",
      en: "the table of {item} by {domain} has {count} contrasts, a test takes {limit} at most: its row is left empty"),
    fix: BilingualText(
      vi: "gộp các câu trả lời hoặc các mức, hoặc so sánh ít mức hơn",
      en: "merge answers or levels, or compare fewer levels"))

  /// Two questions are each tabulated by the other, and something of them is suppressed.
  public static let itemsAndDomainsChangePlaces = DiagnosticCode(
    "EST-121", .warning,
    message: BilingualText(
      vi:
        "{first} được tính theo {second} và {second} được tính theo {first}; có số đếm bị ẩn ở một trong hai bảng, mà hai bảng không được kiểm tra cùng nhau",
      en:
        "{first} is tabulated by {second} and {second} by {first}; counts are suppressed in one of both tables, which are not audited together"
    ),
    fix: BilingualText(
      vi: "bỏ một trong hai câu khỏi by hoặc khỏi sheet indicators, hoặc gộp các mức nhỏ",
      en: "take one of both out of by or out of the indicators sheet, or merge small levels"))
}
