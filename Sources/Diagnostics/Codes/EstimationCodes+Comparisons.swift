// Codes of comparisons, quantiles and ratios: EST-060 to EST-079.
extension DiagnosticCode {
  /// A comparison names an item that no indicator has.
  public static let comparisonItemUnknown = DiagnosticCode(
    "EST-060", .error,
    message: BilingualText(
      vi: "compare nêu \"{field}\", không phải câu hỏi hay chỉ báo nào của trang indicators{suggestion}",
      en: "compare names \"{field}\", which is no item and no indicator of the indicators sheet{suggestion}"),
    fix: BilingualText(
      vi: "ghi tên một câu hỏi có trong cột items, hoặc tên một chỉ báo",
      en: "name a question of the items column, or an indicator"))

  /// A test does not fit what it is to compare.
  public static let comparisonItemUnsuitable = DiagnosticCode(
    "EST-061", .error,
    message: BilingualText(
      vi: "kiểm định {test} không áp dụng được cho \"{field}\"",
      en: "the test {test} cannot be made of \"{field}\""),
    fix: BilingualText(
      vi: "dùng rao_scott hoặc wald cho câu hỏi một lựa chọn, difference hoặc t cho số và câu hỏi một lựa chọn",
      en: "use rao_scott or wald for questions with one answer, difference or t for those and for numbers"))
}
