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

  /// Most numbers of a table are those of other records: its program counts from one in every survey.
  public static let numbersOfAnotherSurvey = DiagnosticCode(
    "INGEST-202", .error,
    message: BilingualText(
      vi:
        "{program} đánh số phiếu từ 1 trong mỗi cuộc khảo sát, và {count} số ở cột '{column}' đã là của phiếu khác trong "
        + "kho; tệp chưa được nhận",
      en:
        "{program} numbers records from 1 in every survey, and {count} numbers of the column '{column}' are those of "
        + "other records in the store; nothing of the file was taken in"),
    fix: BilingualText(
      vi:
        "thêm vào tệp ánh xạ một dòng như `key_prefix: KS2026-`, mỗi cuộc khảo sát một chữ riêng, rồi nhận lại; nếu tệp là "
        + "bản sửa của chính cuộc khảo sát ấy, ghi `key: {column}`",
      en:
        "write a line such as `key_prefix: S2026-` into the mapping, another text for each survey, and take it in again; "
        + "if the file is a later export of that very survey, write `key: {column}`"))

  /// A question has the name of a column in which a program writes what is its own.
  public static let columnOfProgram = DiagnosticCode(
    "INGEST-203", .warning,
    message: BilingualText(
      vi: "cột '{column}' là của {program}, không phải câu trả lời cho câu '{question}'",
      en: "the column '{column}' is {program}'s own and holds no answers to '{question}'"),
    fix: BilingualText(
      vi: "nếu cột này là câu trả lời, ghi `{column}: {question}` dưới `columns` và cột khóa `key` vào tệp ánh xạ",
      en: "if it holds the answers, write `{column}: {question}` under `columns` and name a `key` in the mapping"))

  /// A record came after the figures of its wave were closed.
  public static let recordOfFrozenWave = DiagnosticCode(
    "INGEST-204", .warning,
    message: BilingualText(
      vi: "phiếu đến sau khi kỳ của nó đã chốt số liệu, hoặc sửa một phiếu của kỳ đã chốt: được giữ riêng, không tính",
      en: "the record came after its wave was frozen, or edits a record of a frozen wave: it is kept apart, not counted"
    ),
    fix: BilingualText(
      vi:
        "xem bằng `ykien problems list --late`; muốn tính thì bỏ chốt: `ykien store unfreeze … --wave … --reason …`",
      en: "look at it with `ykien problems list --late`; to count it, run `ykien store unfreeze … --wave … --reason …`")
  )

  /// Why a late record is held.
  public static let recordAfterFreeze = DiagnosticCode(
    "INGEST-205", .warning,
    message: BilingualText(
      vi: "phiếu đến sau khi kỳ {wave} đã chốt số liệu ngày {day}",
      en: "the record came after the wave {wave} was frozen on {day}"),
    fix: BilingualText(
      vi: "muốn tính thì bỏ chốt: `ykien store unfreeze … --wave {wave} --reason …`",
      en: "to count it, run `ykien store unfreeze … --wave {wave} --reason …`"))

  static let ingestVersionCodes: [DiagnosticCode] = [
    rowsChanged, recordReplaced, numbersOfAnotherSurvey, columnOfProgram, recordOfFrozenWave,
    recordAfterFreeze,
  ]
}
