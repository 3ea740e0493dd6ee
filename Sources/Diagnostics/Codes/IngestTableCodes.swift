// Ingest: findings about how tables are written, INGEST-100 to 139.
extension DiagnosticCode {
  /// The encoding of a table cannot be told.
  public static let encodingDoubtful = DiagnosticCode(
    "INGEST-100", .error,
    message: BilingualText(
      vi: "không chắc bảng mã của tệp; các khả năng: {candidates}",
      en: "the encoding of the file cannot be told; possible are {candidates}"),
    fix: BilingualText(
      vi: "ghi rõ bằng --encoding hoặc mục 'encoding' của tệp ánh xạ",
      en: "say which by --encoding, or by 'encoding' in the mapping"))

  /// A heading may mean several questions.
  public static let headingAmbiguous = DiagnosticCode(
    "INGEST-101", .warning,
    message: BilingualText(
      vi: "cột '{column}' có thể là một trong các câu {fields}, nên bị bỏ qua",
      en: "column '{column}' may be any of the questions {fields} and is ignored"),
    fix: BilingualText(
      vi: "ghi cột này ứng với câu nào trong mục 'columns' của tệp ánh xạ",
      en: "say in 'columns' of the mapping which question it is"))

  /// The numbers of a column may be read in two ways.
  public static let numbersAmbiguous = DiagnosticCode(
    "INGEST-102", .warning,
    message: BilingualText(
      vi:
        "cột của '{field}' có {count} số như 1.234 có thể là phần thập phân hoặc hàng nghìn; các phiếu này bị giữ lại",
      en: "the column of '{field}' has {count} numbers such as 1.234 that may have decimals or thousands; they are held"
    ),
    fix: BilingualText(
      vi: "ghi 'decimal: \",\"' hoặc 'decimal: \".\"' trong tệp ánh xạ, rồi nạp lại",
      en: "write 'decimal: \",\"' or 'decimal: \".\"' in the mapping, then ingest the file again"))

  /// The dates of a column may be read in two ways.
  public static let datesAmbiguous = DiagnosticCode(
    "INGEST-103", .warning,
    message: BilingualText(
      vi:
        "cột của '{field}' có {count} ngày như 03/04/2026 không rõ ngày hay tháng đứng trước; các phiếu này bị giữ lại",
      en:
        "the column of '{field}' has {count} dates such as 03/04/2026 whose day or month may come first; they are held"),
    fix: BilingualText(
      vi: "ghi 'dates: dmy' hoặc 'dates: mdy' trong tệp ánh xạ, rồi nạp lại",
      en: "write 'dates: dmy' or 'dates: mdy' in the mapping, then ingest the file again"))

  /// An answer may be one of several choices.
  public static let answerChoiceAmbiguous = DiagnosticCode(
    "INGEST-104", .error,
    message: BilingualText(
      vi: "câu trả lời của '{field}' có thể ứng với nhiều lựa chọn khác nhau",
      en: "the answer to '{field}' may mean different choices"),
    fix: BilingualText(
      vi: "ghi mã của lựa chọn, hoặc ghi 'answers', 'joiner' hay 'values' trong tệp ánh xạ",
      en: "write the code of the choice, or 'answers', 'joiner' or 'values' in the mapping"))

  /// A number may be read in two ways.
  public static let answerNumberAmbiguous = DiagnosticCode(
    "INGEST-105", .error,
    message: BilingualText(
      vi: "số của '{field}' có thể đọc là phần thập phân hoặc hàng nghìn",
      en: "the number of '{field}' may have decimals or thousands"),
    fix: BilingualText(
      vi: "ghi mục 'decimal' trong tệp ánh xạ, hoặc sửa lại số trong ô",
      en: "write 'decimal' in the mapping, or correct the number in the cell"))

  /// A date may be read in two ways.
  public static let answerDateAmbiguous = DiagnosticCode(
    "INGEST-106", .error,
    message: BilingualText(
      vi: "ngày của '{field}' không rõ ngày hay tháng đứng trước",
      en: "the date of '{field}' may have its day or its month first"),
    fix: BilingualText(
      vi: "ghi mục 'dates' trong tệp ánh xạ, hoặc ghi ngày dạng 2026-12-15",
      en: "write 'dates' in the mapping, or the date like 2026-12-15"))

  /// A sheet of a workbook holds no answers.
  public static let sheetLeft = DiagnosticCode(
    "INGEST-108", .note,
    message: BilingualText(
      vi: "trang '{sheet}' không có cột nào ứng với câu hỏi, bị bỏ qua",
      en: "sheet '{sheet}' has no column of a question and is left out"),
    fix: BilingualText(
      vi: "không cần làm gì nếu trang này không chứa câu trả lời",
      en: "nothing to do if it holds no answers"))

  /// `--encoding` names no encoding.
  public static let encodingUnknown = DiagnosticCode(
    "INGEST-109", .error,
    message: BilingualText(
      vi: "không có bảng mã '{name}'",
      en: "there is no encoding '{name}'"),
    fix: BilingualText(
      vi: "ghi một trong các tên {known}",
      en: "write one of {known}"))

  /// A row of a sheet has a cell without a value.
  public static let recordCellWithoutValue = DiagnosticCode(
    "INGEST-110", .error,
    message: BilingualText(
      vi: "dòng có ô không có giá trị: công thức bị lỗi hoặc chưa được tính",
      en: "the row has a cell without a value: a formula with an error, or one never computed"),
    fix: BilingualText(
      vi: "mở sổ bằng chương trình bảng tính, sửa công thức, lưu lại rồi nạp lại",
      en: "open the workbook in a spreadsheet program, correct the formula, save and ingest again"))

  static let ingestTableCodes: [DiagnosticCode] = [
    encodingDoubtful, headingAmbiguous, numbersAmbiguous, datesAmbiguous, answerChoiceAmbiguous, answerNumberAmbiguous,
    answerDateAmbiguous, sheetLeft, encodingUnknown, recordCellWithoutValue,
  ]
}
