// Codes of the form stage: sheets, columns and settings. Identifiers are never reused.
extension DiagnosticCode {
  /// A sheet that the form needs is not there.
  public static let formSheetMissing = DiagnosticCode(
    "FORM-001", .error,
    message: BilingualText(
      vi: "thiếu trang \"{sheet}\"",
      en: "the sheet \"{sheet}\" is missing"),
    fix: BilingualText(
      vi: "thêm trang {sheet} vào tệp bảng tính, hoặc tệp {sheet}.csv vào thư mục biểu mẫu",
      en: "add the sheet {sheet} to the workbook, or {sheet}.csv to the form's folder"))

  /// A sheet has headings and no rows.
  public static let formSheetEmpty = DiagnosticCode(
    "FORM-002", .error,
    message: BilingualText(
      vi: "trang \"{sheet}\" không có dòng nào",
      en: "the sheet \"{sheet}\" has no rows"),
    fix: BilingualText(
      vi: "thêm các dòng dưới dòng tiêu đề",
      en: "add rows below the heading row"))

  /// A sheet lacks a column without which it cannot be read.
  public static let formColumnMissing = DiagnosticCode(
    "FORM-003", .error,
    message: BilingualText(
      vi: "trang \"{sheet}\" thiếu cột \"{column}\"",
      en: "the sheet \"{sheet}\" lacks the column \"{column}\""),
    fix: BilingualText(
      vi: "thêm cột \"{column}\" vào dòng tiêu đề",
      en: "add the heading \"{column}\""))

  /// A heading names no known column.
  public static let formColumnUnknown = DiagnosticCode(
    "FORM-004", .warning,
    message: BilingualText(
      vi: "không biết cột \"{name}\"; cột này không được dùng",
      en: "the column \"{name}\" is not known and is not used"),
    fix: BilingualText(
      vi: "sửa tiêu đề (tên gần nhất: {nearest}) hoặc bỏ cột",
      en: "correct the heading (nearest known: {nearest}) or remove the column"))

  /// A standard column that has no effect here.
  public static let formColumnIneffective = DiagnosticCode(
    "FORM-005", .note,
    message: BilingualText(
      vi: "cột \"{name}\" chưa có tác dụng trong ykien",
      en: "the column \"{name}\" has no effect in ykien yet"),
    fix: BilingualText(
      vi: "không cần sửa; kiểm tra rằng biểu mẫu không phụ thuộc vào cột này",
      en: "nothing to do, unless the form depends on the column"))

  /// Two headings mean the same column.
  public static let formColumnTwice = DiagnosticCode(
    "FORM-006", .error,
    message: BilingualText(
      vi: "cột \"{name}\" và cột \"{first}\" cùng nghĩa",
      en: "the columns \"{name}\" and \"{first}\" mean the same"),
    fix: BilingualText(
      vi: "giữ một trong hai cột",
      en: "keep one of the two columns"))

  /// A column has content and no heading.
  public static let formHeadingEmpty = DiagnosticCode(
    "FORM-007", .error,
    message: BilingualText(
      vi: "cột {column} có nội dung nhưng không có tiêu đề",
      en: "column {column} has content and no heading"),
    fix: BilingualText(
      vi: "đặt tiêu đề cho cột hoặc xóa nội dung",
      en: "give the column a heading or clear it"))

  /// A sheet is not one of a form's sheets.
  public static let formSheetUnknown = DiagnosticCode(
    "FORM-008", .warning,
    message: BilingualText(
      vi: "không biết trang \"{name}\"; trang này không được đọc",
      en: "the sheet \"{name}\" is not known and is not read"),
    fix: BilingualText(
      vi: "đổi tên trang (tên gần nhất: {nearest}) hoặc bỏ trang",
      en: "rename the sheet (nearest known: {nearest}) or remove it"))

  /// The settings sheet has more than one row.
  public static let formSettingsRows = DiagnosticCode(
    "FORM-009", .warning,
    message: BilingualText(
      vi: "trang settings có {count} dòng; chỉ dòng đầu được dùng",
      en: "the settings sheet has {count} rows; only the first is used"),
    fix: BilingualText(
      vi: "gộp thành một dòng",
      en: "merge them into one row"))

  /// The form has no identifier.
  public static let formIdentifierMissing = DiagnosticCode(
    "FORM-010", .warning,
    message: BilingualText(
      vi: "biểu mẫu không có form_id; dùng tên thư mục hoặc tệp \"{name}\"",
      en: "the form has no form_id; the name of the folder or file, \"{name}\", is used"),
    fix: BilingualText(
      vi: "thêm cột form_id vào trang settings",
      en: "add form_id to the settings sheet"))

  /// The form's identifier holds white space.
  public static let formIdentifierBlank = DiagnosticCode(
    "FORM-011", .warning,
    message: BilingualText(
      vi: "form_id có khoảng trắng",
      en: "the form_id holds white space"),
    fix: BilingualText(
      vi: "dùng chữ, chữ số, dấu gạch, ví dụ pks-01",
      en: "use letters, digits and hyphens, such as pks-01"))

  /// The default language is none of the form's languages.
  public static let formDefaultLanguageUnknown = DiagnosticCode(
    "FORM-012", .warning,
    message: BilingualText(
      vi: "ngôn ngữ mặc định \"{name}\" không có trong các cột nhãn",
      en: "the default language \"{name}\" is in none of the label columns"),
    fix: BilingualText(
      vi: "viết đúng tên ngôn ngữ như trong tiêu đề cột: {languages}",
      en: "write the language as in the headings: {languages}"))

  /// A language has no code.
  public static let formLanguageWithoutCode = DiagnosticCode(
    "FORM-013", .warning,
    message: BilingualText(
      vi: "ngôn ngữ \"{name}\" không có mã trong ngoặc",
      en: "the language \"{name}\" has no code in parentheses"),
    fix: BilingualText(
      vi: "viết dạng label::Tiếng Việt (vi)",
      en: "write it as label::English (en)"))

  /// Two languages have one code.
  public static let formLanguageCodeTwice = DiagnosticCode(
    "FORM-014", .warning,
    message: BilingualText(
      vi: "hai ngôn ngữ \"{name}\" và \"{first}\" dùng chung mã {code}",
      en: "the languages \"{name}\" and \"{first}\" share the code {code}"),
    fix: BilingualText(
      vi: "viết tên ngôn ngữ giống nhau trong mọi tiêu đề",
      en: "write the language alike in all headings"))

  /// The address for submissions is no web address.
  public static let formSubmissionAddressInvalid = DiagnosticCode(
    "FORM-015", .warning,
    message: BilingualText(
      vi: "trang web không gửi được phiếu tới submission_url này",
      en: "the web page cannot send to this submission_url"),
    fix: BilingualText(
      vi: "viết địa chỉ bắt đầu bằng https://",
      en: "write an address that begins with https://"))

  /// A free column of the choices sheet cannot be named in a filter.
  public static let formChoiceColumnInvalid = DiagnosticCode(
    "FORM-016", .warning,
    message: BilingualText(
      vi: "tên cột \"{name}\" không dùng được trong choice_filter",
      en: "the column \"{name}\" cannot be named in a choice_filter"),
    fix: BilingualText(
      vi: "bắt đầu bằng chữ cái, không dùng khoảng trắng",
      en: "begin with a letter and use no blanks"))
}
