// What estimation leaves out and says so: EST-120 to EST-129.
extension DiagnosticCode {
  static let estimationLimitCodes: [DiagnosticCode] = [
    comparedTableTooLarge, itemsAndDomainsChangePlaces, formerlyPublishedCounts, domainMostlySuppressed,
  ]

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

  /// Suppressed counts follow from tables published before, and no suppression now can hide them.
  public static let formerlyPublishedCounts = DiagnosticCode(
    "EST-122", .warning,
    message: BilingualText(
      vi:
        "{count} số đếm bị ẩn vẫn tính ngược được từ các bảng đã công bố trước, nếu người đọc cho rằng vẫn là những người ấy",
      en:
        "{count} suppressed counts follow from tables published before, for a reader who takes them to be of the same people"
    ),
    fix: BilingualText(
      vi: "số liệu đã công bố không thu lại được; gộp các mức nhỏ, hoặc bỏ phân tổ ấy khỏi by kể cả ở các kỳ sau",
      en: "what is published cannot be called back; merge small levels, or leave the domain out of by from now on"))

  /// Most rows of a domain are suppressed, its large levels with its small ones.
  public static let domainMostlySuppressed = DiagnosticCode(
    "EST-123", .note,
    message: BilingualText(
      vi: "{share} % số liệu theo {domain} bị ẩn để bảo vệ những mức có ít người trả lời",
      en: "{share} % of the figures by {domain} are suppressed to protect levels with few respondents"),
    fix: BilingualText(
      vi: "gộp các mức ít người, hoặc bỏ {domain} khỏi by và khỏi các biến dùng để cân",
      en: "merge levels with few people, or leave {domain} out of by and of the weighting"))
}
