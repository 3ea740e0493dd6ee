// Codes of delimited text (form sheets, frames, exports read back): CSV-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let delimitedTextCodes: [DiagnosticCode] = [
    csvInvalidUTF8, csvControlCharacter, csvUnterminatedQuote, csvTextAfterQuote, csvStrayQuote, csvTooManyFields,
    csvTooFewFields, csvNoHeading, csvDuplicateHeading,
  ]

  /// A cell holds bytes that are not UTF-8.
  public static let csvInvalidUTF8 = DiagnosticCode(
    "CSV-001", .error,
    message: BilingualText(
      vi: "ô chứa byte không phải UTF-8",
      en: "the cell holds bytes that are not UTF-8"),
    fix: BilingualText(
      vi: "lưu lại tệp dạng CSV UTF-8",
      en: "save the file again as CSV UTF-8"))

  /// A cell holds the NUL character.
  public static let csvControlCharacter = DiagnosticCode(
    "CSV-002", .error,
    message: BilingualText(
      vi: "ô chứa ký tự NUL; tệp có thể bị hỏng hoặc không phải tệp văn bản",
      en: "the cell holds a NUL character; the file is damaged or no text file"),
    fix: BilingualText(
      vi: "xuất lại tệp dạng CSV UTF-8",
      en: "export the file again as CSV UTF-8"))

  /// A quotation mark opens a cell and the file ends before it is closed.
  public static let csvUnterminatedQuote = DiagnosticCode(
    "CSV-003", .error,
    message: BilingualText(
      vi: "dấu ngoặc kép mở ô ở đây nhưng không có dấu đóng đến hết tệp",
      en: "a quotation mark opens a cell here and is not closed before the file ends"),
    fix: BilingualText(
      vi: "thêm dấu ngoặc kép đóng, hoặc viết dấu ngoặc kép trong ô thành \"\"",
      en: "close the quotation mark, or write a quotation mark inside a cell as \"\""))

  /// Text follows the quotation mark that closed a cell.
  public static let csvTextAfterQuote = DiagnosticCode(
    "CSV-004", .error,
    message: BilingualText(
      vi: "có ký tự thừa sau dấu ngoặc kép đóng ô",
      en: "there is text after the quotation mark that closes the cell"),
    fix: BilingualText(
      vi: "viết dấu ngoặc kép trong ô thành \"\"",
      en: "write a quotation mark inside a quoted cell as \"\""))

  /// A quotation mark stands inside a cell that is not quoted.
  public static let csvStrayQuote = DiagnosticCode(
    "CSV-005", .warning,
    message: BilingualText(
      vi: "có dấu ngoặc kép giữa một ô không đặt trong ngoặc kép",
      en: "a quotation mark stands inside a cell that is not quoted"),
    fix: BilingualText(
      vi: "đặt cả ô trong ngoặc kép và viết dấu bên trong thành \"\"",
      en: "quote the whole cell and write the mark inside as \"\""))

  /// A row has more cells than the heading row.
  public static let csvTooManyFields = DiagnosticCode(
    "CSV-006", .error,
    message: BilingualText(
      vi: "dòng có {found} ô, dòng tiêu đề có {expected} ô",
      en: "the row has {found} cells, the heading row has {expected}"),
    fix: BilingualText(
      vi: "đặt ô có dấu phẩy trong ngoặc kép, hoặc bỏ ô thừa",
      en: "quote cells that hold a comma, or remove the surplus cells"))

  /// A row has fewer cells than the heading row.
  public static let csvTooFewFields = DiagnosticCode(
    "CSV-007", .warning,
    message: BilingualText(
      vi: "dòng có {found} ô, dòng tiêu đề có {expected} ô; các ô thiếu được coi là trống",
      en: "the row has {found} cells, the heading row has {expected}; the missing ones are taken as empty"),
    fix: BilingualText(
      vi: "thêm các ô trống cho đủ",
      en: "add the empty cells"))

  /// A table has no heading row.
  public static let csvNoHeading = DiagnosticCode(
    "CSV-008", .error,
    message: BilingualText(
      vi: "tệp trống: không có dòng tiêu đề",
      en: "the file is empty: it has no heading row"),
    fix: BilingualText(
      vi: "thêm dòng tiêu đề ở đầu tệp",
      en: "add a heading row at the top"))

  /// Two columns have the same heading.
  public static let csvDuplicateHeading = DiagnosticCode(
    "CSV-009", .warning,
    message: BilingualText(
      vi: "tiêu đề cột \"{name}\" đã có ở cột {first}; cột này không được dùng",
      en: "the heading \"{name}\" already stands in column {first}; this column is not used"),
    fix: BilingualText(
      vi: "đổi tên hoặc bỏ một trong hai cột",
      en: "rename or remove one of the two columns"))
}
