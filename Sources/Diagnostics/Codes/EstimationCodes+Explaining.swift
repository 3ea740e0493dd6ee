// Codes of explanations: EST-110 to EST-119.
extension DiagnosticCode {
  /// An explanation is asked for of an item that the table does not have.
  public static let explainedItemUnknown = DiagnosticCode(
    "EST-110", .error,
    message: BilingualText(
      vi: "bảng ước lượng không có câu hỏi \"{name}\"{suggestion}",
      en: "the estimates have no item \"{name}\"{suggestion}"),
    fix: BilingualText(vi: "chọn một trong các tên: {known}", en: "name one of: {known}"))

  /// An explanation is asked for of a domain level that the table does not have.
  public static let explainedDomainUnknown = DiagnosticCode(
    "EST-111", .error,
    message: BilingualText(
      vi: "bảng ước lượng không có nhóm \"{name}\" của \"{field}\"{suggestion}",
      en: "the estimates have no domain \"{name}\" of \"{field}\"{suggestion}"),
    fix: BilingualText(
      vi: "ghi nhóm dạng BIẾN=MỨC, biến phải có trong khóa by của quy trình: {known}",
      en: "write VARIABLE=LEVEL; the variable must be among the pipeline's by: {known}"))

  /// An explanation is asked for of a statistic that the item does not have.
  public static let explainedStatisticUnknown = DiagnosticCode(
    "EST-112", .error,
    message: BilingualText(
      vi: "\"{field}\" không có thống kê \"{name}\"{suggestion}",
      en: "\"{field}\" has no statistic \"{name}\"{suggestion}"),
    fix: BilingualText(vi: "chọn một trong các thống kê: {known}", en: "name one of: {known}"))
}
