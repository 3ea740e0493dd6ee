// Ingest: findings about whole files, INGEST-001 to 029; 005 (a table not in UTF-8) is no longer made.
extension DiagnosticCode {
  /// A file is neither CSV nor XML nor a zip archive of them.
  public static let sourceKindUnknown = DiagnosticCode(
    "INGEST-001", .error,
    message: BilingualText(
      vi: "không nhận ra loại tệp: cần CSV, XML OpenRosa hoặc zip",
      en: "unknown kind of file: expected CSV, OpenRosa XML or zip"),
    fix: BilingualText(
      vi: "lưu bảng tính thành CSV (UTF-8) rồi nạp lại",
      en: "save the workbook as CSV (UTF-8), then ingest that file"))

  /// A file with the same bytes was taken in before.
  public static let sourceUnchanged = DiagnosticCode(
    "INGEST-002", .note,
    message: BilingualText(
      vi: "tệp đã được nạp trước đây, không có gì thay đổi",
      en: "the file was taken in before; nothing has changed"),
    fix: BilingualText(
      vi: "không cần làm gì",
      en: "nothing needs to be done"))

  /// A zip archive is damaged.
  public static let archiveUnreadable = DiagnosticCode(
    "INGEST-003", .error,
    message: BilingualText(
      vi: "tệp zip bị hỏng hoặc không phải zip",
      en: "the zip archive is damaged, or no archive"),
    fix: BilingualText(
      vi: "tải lại hoặc nén lại tệp rồi nạp lại",
      en: "download or create the archive again, then ingest it again"))

  /// A member of an archive is encrypted, damaged or suspiciously large.
  public static let memberRefused = DiagnosticCode(
    "INGEST-004", .error,
    message: BilingualText(
      vi: "không giải nén được thành phần trong tệp zip ({reason})",
      en: "a member of the archive is not unpacked ({reason})"),
    fix: BilingualText(
      vi: "nén lại tệp không đặt mật khẩu, hoặc giải nén rồi nạp từng tệp",
      en: "create the archive again without a password, or unpack it and ingest the files"))

  /// A table has no header row.
  public static let headerMissing = DiagnosticCode(
    "INGEST-006", .error,
    message: BilingualText(
      vi: "tệp không có dòng tiêu đề",
      en: "the file has no header row"),
    fix: BilingualText(
      vi: "thêm dòng đầu tiên ghi tên các câu hỏi",
      en: "add a first row that names the questions"))

  /// The key column named in the mapping is not in the table.
  public static let keyColumnMissing = DiagnosticCode(
    "INGEST-007", .error,
    message: BilingualText(
      vi: "không có cột khóa '{column}' trong dòng tiêu đề",
      en: "the header has no key column '{column}'"),
    fix: BilingualText(
      vi: "sửa mục 'key' trong tệp ánh xạ, hoặc thêm cột này vào bảng",
      en: "correct 'key' in the mapping, or add the column to the table"))

  /// No column of a table belongs to a question of the form.
  public static let noColumnMatches = DiagnosticCode(
    "INGEST-008", .error,
    message: BilingualText(
      vi: "không cột nào ứng với câu hỏi của phiếu '{form}'",
      en: "no column belongs to a question of the form '{form}'"),
    fix: BilingualText(
      vi: "kiểm tra xem có đúng tệp và đúng phiếu không, hoặc viết tệp ánh xạ",
      en: "check that file and form belong together, or write a mapping"))

  /// Columns belong to no question.
  public static let columnUnknown = DiagnosticCode(
    "INGEST-009", .note,
    message: BilingualText(
      vi: "{count} cột không ứng với câu hỏi nào và bị bỏ qua: {columns}",
      en: "{count} columns belong to no question and are ignored: {columns}"),
    fix: BilingualText(
      vi: "thêm chúng vào 'columns' của tệp ánh xạ nếu cần",
      en: "add them to 'columns' of the mapping if they are needed"))

  /// Questions have no column.
  public static let columnMissing = DiagnosticCode(
    "INGEST-010", .note,
    message: BilingualText(
      vi: "{count} câu hỏi không có cột nào, coi như không được hỏi: {fields}",
      en: "{count} questions have no column and count as not shown: {fields}"),
    fix: BilingualText(
      vi: "thêm chúng vào 'columns' của tệp ánh xạ nếu bảng có cột này dưới tên khác",
      en: "add them to 'columns' of the mapping if the table has them under another name"))

  /// Two columns belong to one question.
  public static let columnRepeated = DiagnosticCode(
    "INGEST-011", .warning,
    message: BilingualText(
      vi: "cột '{column}' ứng với câu hỏi đã có cột khác, bị bỏ qua",
      en: "column '{column}' belongs to a question that has a column already and is ignored"),
    fix: BilingualText(
      vi: "giữ lại một cột cho mỗi câu hỏi",
      en: "keep one column per question"))

  /// An entry of a mapping cannot be used.
  public static let mappingUnusable = DiagnosticCode(
    "INGEST-012", .error,
    message: BilingualText(
      vi: "mục '{entry}' của tệp ánh xạ không dùng được: cần {expected}",
      en: "entry '{entry}' of the mapping cannot be used: expected {expected}"),
    fix: BilingualText(
      vi: "sửa tệp ánh xạ theo hướng dẫn",
      en: "correct the mapping as the documentation says"))

  /// The form has repeats, whose answers are not read.
  public static let repeatsNotRead = DiagnosticCode(
    "INGEST-013", .warning,
    message: BilingualText(
      vi: "bảng này không có dòng của các nhóm lặp: {groups}",
      en: "this table has no rows of the form's repeats: {groups}"),
    fix: BilingualText(
      vi: "xem các câu trả lời này trong tệp gốc",
      en: "look for these answers in the original files"))

  /// Submissions state another version of the form.
  public static let versionDiffers = DiagnosticCode(
    "INGEST-014", .note,
    message: BilingualText(
      vi: "phiếu ghi phiên bản '{found}', bộ câu hỏi đang dùng là '{expected}'",
      en: "submissions state version '{found}', the form is version '{expected}'"),
    fix: BilingualText(
      vi: "kiểm tra xem hai phiên bản có hỏi giống nhau không",
      en: "check that both versions ask the same"))

  /// Further findings of one code are not listed.
  public static let diagnosticsOmitted = DiagnosticCode(
    "INGEST-015", .note,
    message: BilingualText(
      vi: "còn {count} phát hiện {code} không liệt kê ở đây",
      en: "{count} more findings {code} are not listed here"),
    fix: BilingualText(
      vi: "xem đầy đủ trong tệp problems",
      en: "see all of them in the problems file"))

  /// The accounting does not balance: a fault of ours.
  public static let accountingUnbalanced = DiagnosticCode(
    "INGEST-016", .error,
    message: BilingualText(
      vi: "số phiếu đọc được không khớp với tổng các loại ({read} ≠ {sum})",
      en: "records read do not equal the sum of what became of them ({read} ≠ {sum})"),
    fix: BilingualText(
      vi: "báo lỗi này cho nhóm phát triển",
      en: "report this fault to the developers"))

  /// A file changed while it was read.
  public static let sourceChanged = DiagnosticCode(
    "INGEST-017", .error,
    message: BilingualText(
      vi: "tệp bị thay đổi trong khi đang đọc",
      en: "the file changed while it was being read"),
    fix: BilingualText(
      vi: "chờ tệp được ghi xong rồi nạp lại",
      en: "wait until it is written completely, then ingest it again"))

  /// A rule of the form whose value does not follow from a record's answers.
  public static let ruleNotJudged = DiagnosticCode(
    "INGEST-018", .note,
    message: BilingualText(
      vi: "cột {column} của '{field}' không tính được từ câu trả lời, nên không dùng để xét phiếu",
      en: "the {column} of '{field}' does not follow from the answers and judges no record"),
    fix: BilingualText(
      vi:
        "không cần làm gì; muốn kiểm tra khi nạp thì viết lại không dùng hàm của thiết bị, mẫu không hỗ trợ, nhóm lặp",
      en: "nothing to do; to have it checked, write it without device functions, unsupported patterns and repeats"))

  static let ingestFileCodes: [DiagnosticCode] = [
    sourceKindUnknown, sourceUnchanged, archiveUnreadable, memberRefused, headerMissing,
    keyColumnMissing, noColumnMatches, columnUnknown, columnMissing, columnRepeated, mappingUnusable, repeatsNotRead,
    versionDiffers, diagnosticsOmitted, accountingUnbalanced, sourceChanged, ruleNotJudged,
  ]
}
