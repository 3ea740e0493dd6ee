// Codes of the form stage: the choices sheet. Identifiers are never reused.
extension DiagnosticCode {
  /// A choice belongs to no list.
  public static let formChoiceListMissing = DiagnosticCode(
    "FORM-060", .error,
    message: BilingualText(
      vi: "lựa chọn không thuộc danh sách nào",
      en: "the choice belongs to no list"),
    fix: BilingualText(
      vi: "điền cột list_name",
      en: "fill in the list_name column"))

  /// A choice has no name.
  public static let formChoiceNameMissing = DiagnosticCode(
    "FORM-061", .error,
    message: BilingualText(
      vi: "lựa chọn không có mã",
      en: "the choice has no name"),
    fix: BilingualText(
      vi: "điền cột name",
      en: "fill in the name column"))

  /// A list has a choice twice.
  public static let formChoiceTwice = DiagnosticCode(
    "FORM-062", .error,
    message: BilingualText(
      vi: "mã \"{name}\" đã có ở dòng {first} của danh sách \"{list}\"",
      en: "the choice \"{name}\" is already on row {first} of the list \"{list}\""),
    fix: BilingualText(
      vi: "đổi mã, hoặc đặt allow_choice_duplicates = yes",
      en: "rename it, or set allow_choice_duplicates to yes"))

  /// A choice of several has a name with white space.
  public static let formChoiceNameBlank = DiagnosticCode(
    "FORM-063", .error,
    message: BilingualText(
      vi: "mã \"{name}\" của danh sách \"{list}\" có khoảng trắng",
      en: "the choice \"{name}\" of the list \"{list}\" holds white space"),
    fix: BilingualText(
      vi: "thay khoảng trắng bằng dấu _",
      en: "use _ instead of blanks"))

  /// A choice has no label.
  public static let formChoiceLabelMissing = DiagnosticCode(
    "FORM-064", .error,
    message: BilingualText(
      vi: "lựa chọn \"{name}\" của danh sách \"{list}\" không có nhãn",
      en: "the choice \"{name}\" of the list \"{list}\" has no label"),
    fix: BilingualText(
      vi: "điền cột label",
      en: "fill in the label column"))

  /// No question uses a list.
  public static let formListUnused = DiagnosticCode(
    "FORM-065", .warning,
    message: BilingualText(
      vi: "không câu hỏi nào dùng danh sách \"{list}\"",
      en: "no question uses the list \"{list}\""),
    fix: BilingualText(
      vi: "bỏ danh sách hoặc dùng nó trong một câu hỏi",
      en: "remove the list or use it in a question"))

  /// A choice looks like no answer and is not declared so.
  public static let formMissingCodeUndeclared = DiagnosticCode(
    "FORM-066", .warning,
    message: BilingualText(
      vi: "mã \"{name}\" của danh sách \"{list}\" giống mã không trả lời nhưng được tính như câu trả lời",
      en: "the choice \"{name}\" of the list \"{list}\" looks like a missing answer and counts as an answer"),
    fix: BilingualText(
      vi: "ghi dont_know, no_answer hoặc not_applicable ở cột missing",
      en: "write dont_know, no_answer or not_applicable into the missing column"))

  /// The missing column holds an unknown word.
  public static let formMissingReasonUnknown = DiagnosticCode(
    "FORM-067", .error,
    message: BilingualText(
      vi: "không hiểu giá trị \"{name}\" ở cột missing",
      en: "the word \"{name}\" in the missing column is not known"),
    fix: BilingualText(
      vi: "dùng dont_know, no_answer hoặc not_applicable",
      en: "use dont_know, no_answer or not_applicable"))

  /// A list has no substantive choice.
  public static let formListAllMissing = DiagnosticCode(
    "FORM-068", .warning,
    message: BilingualText(
      vi: "danh sách \"{list}\" chỉ có mã không trả lời",
      en: "the list \"{list}\" has only choices that are no answers"),
    fix: BilingualText(
      vi: "thêm lựa chọn có nội dung",
      en: "add a choice that is an answer"))
}
