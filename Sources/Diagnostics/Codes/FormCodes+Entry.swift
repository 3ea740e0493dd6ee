// Codes of the form stage: what an Excel entry workbook cannot hold. Identifiers are never reused.
extension DiagnosticCode {
  /// A sheet of records would have more columns than spreadsheet programs can show.
  public static let entryTooManyColumns = DiagnosticCode(
    "FORM-200", .error,
    message: BilingualText(
      vi: "sheet “{sheet}” cần {count} cột, Excel chỉ có {limit} cột",
      en: "sheet “{sheet}” needs {count} columns, Excel has {limit}"),
    fix: BilingualText(
      vi: "chia thành nhiều phiếu, hoặc dùng --to html hay --to xform",
      en: "split the form, or use --to html or --to xform"))

  /// The choice lists have more rows than a sheet.
  public static let entryTooManyChoices = DiagnosticCode(
    "FORM-201", .error,
    message: BilingualText(
      vi: "các danh sách lựa chọn có tổng cộng {count} dòng, một sheet Excel chỉ có {limit} dòng",
      en: "the choice lists have {count} rows together, a sheet of Excel has {limit}"),
    fix: BilingualText(
      vi: "rút bớt danh sách, hoặc dùng --to html hay --to xform",
      en: "shorten the lists, or use --to html or --to xform"))

  /// The name of a column or sheet, or a code, is longer than a cell.
  public static let entryNameTooLong = DiagnosticCode(
    "FORM-202", .error,
    message: BilingualText(
      vi: "tên “{name}” dài hơn {limit} ký tự mà một ô Excel chứa được",
      en: "the name “{name}” is longer than the {limit} characters of an Excel cell"),
    fix: BilingualText(vi: "đặt tên ngắn hơn", en: "give it a shorter name"))

  static let formEntryCodes: [DiagnosticCode] = [entryTooManyColumns, entryTooManyChoices, entryNameTooLong]
}
