// Codes of records that come in several versions, and of their tables: INGEST-200 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A table that is read again has not the tables of rows beside it with which it was taken in.
  public static let rowsChanged = DiagnosticCode(
    "INGEST-200", .error,
    message: BilingualText(
      vi: "bên cạnh bảng này không còn đúng các tệp dòng lặp như khi được nhận",
      en: "the files with rows of repeats beside this table are not those with which it was taken in"),
    fix: BilingualText(
      vi:
        "để lại các tệp cũ vào thư mục của bảng; hoặc nhận bảng với các tệp mới bằng `ykien ingest` rồi loại phiếu cũ",
      en:
        "put the old files back beside the table; or take it in with the new ones with `ykien ingest`, then reject what "
        + "it replaced"))

  /// A person decided that a record takes the place of the one with its key.
  public static let recordReplaced = DiagnosticCode(
    "INGEST-201", .warning,
    message: BilingualText(
      vi: "phiếu được nhận thay cho phiếu cùng khóa; phiếu cũ được giữ làm bản trước, không còn được tính",
      en: "the record took the place of the one with its key, which is kept as an earlier version and counted no more"),
    fix: BilingualText(
      vi: "không cần làm gì; `ykien show` cho xem cả hai bản",
      en: "nothing is to be done; `ykien show` shows both"))

  static let ingestVersionCodes: [DiagnosticCode] = [rowsChanged, recordReplaced]
}
