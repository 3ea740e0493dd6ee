// Codes of exports: EXPORT-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A table is larger than a sheet of Excel.
  public static let exportTooLarge = DiagnosticCode(
    "EXPORT-001", .error,
    message: BilingualText(
      vi: "bảng {table} có {count} dòng hoặc cột, một sheet Excel chỉ chứa {limit}",
      en: "the table {table} has {count} rows or columns, a sheet of Excel holds {limit}"),
    fix: BilingualText(vi: "xuất bằng --to csv", en: "export with --to csv"))

  /// Texts are longer than the format holds.
  public static let exportTextCut = DiagnosticCode(
    "EXPORT-002", .warning,
    message: BilingualText(
      vi: "cột {column}: {count} câu trả lời dài hơn {limit} byte, đã bị cắt bớt",
      en: "column {column}: {count} texts are longer than {limit} bytes and were cut"),
    fix: BilingualText(
      vi: "lấy cột này bằng --to csv hoặc --to json", en: "take this column from --to csv or --to json"))

  /// Records were erased between two scans.
  public static let exportStoreChanged = DiagnosticCode(
    "EXPORT-003", .error,
    message: BilingualText(
      vi: "kho bị sửa trong lúc xuất; chưa ghi tệp nào", en: "the store changed during the export; no file was written"),
    fix: BilingualText(vi: "chạy lại lệnh", en: "run the command again"))

  /// A library that writes files failed.
  public static let exportFailed = DiagnosticCode(
    "EXPORT-004", .error,
    message: BilingualText(
      vi: "thư viện {library} không ghi được tệp ({reason})", en: "{library} could not write the file ({reason})"),
    fix: BilingualText(
      vi: "kiểm tra dung lượng còn trống; nếu vẫn lỗi, dùng --to csv",
      en: "look at the free space of the disk; if that is not it, use --to csv"))

  /// The answers are invented.
  public static let exportSimulated = DiagnosticCode(
    "EXPORT-005", .warning,
    message: BilingualText(
      vi: "câu trả lời đã xuất là số liệu mô phỏng, không phải của người thật",
      en: "the exported answers are simulated, not those of people"),
    fix: BilingualText(vi: "không dùng để báo cáo", en: "do not report them"))

  /// Small groups of a public file could be recognised.
  public static let exportSmallGroups = DiagnosticCode(
    "EXPORT-006", .warning,
    message: BilingualText(
      vi:
        "theo {questions}: nhóm nhỏ nhất {smallest} phiếu; trong {count} phiếu có {single} phiếu duy nhất, {three} phiếu trong nhóm dưới 3, {five} phiếu trong nhóm dưới 5",
      en:
        "by {questions}: the smallest group has {smallest} records; of {count} records {single} are unique, {three} are in groups below 3, {five} in groups below 5"
    ),
    fix: BilingualText(
      vi: "bỏ hoặc gộp câu hỏi trước khi công bố; --quasi nêu những câu hỏi có thể làm lộ người trả lời",
      en:
        "leave out or merge questions before publishing; --quasi names the questions by which people can be recognised")
  )

  /// Groups of a public file are smaller than allowed.
  public static let exportGroupsBelowLimit = DiagnosticCode(
    "EXPORT-007", .error,
    message: BilingualText(
      vi:
        "không xuất: theo {questions}, nhóm nhỏ nhất có {smallest} phiếu, ít hơn {limit}; trong {count} phiếu có {single} phiếu duy nhất, {three} phiếu trong nhóm dưới 3, {five} phiếu trong nhóm dưới 5",
      en:
        "nothing is written: by {questions} the smallest group has {smallest} records, fewer than {limit}; of {count} records {single} are unique, {three} are in groups below 3, {five} in groups below 5"
    ),
    fix: BilingualText(
      vi: "gộp các mức nhỏ, bỏ câu hỏi khỏi biểu mẫu xuất, hoặc chỉ công bố bảng của ykien estimate",
      en: "merge small levels, leave questions out, or publish tables of ykien estimate only"))

  /// A question by which people could be recognised is not in the file.
  public static let exportQuestionUnknown = DiagnosticCode(
    "EXPORT-008", .error,
    message: BilingualText(
      vi: "--quasi nêu \"{field}\", không phải câu hỏi nào của tệp công bố{suggestion}",
      en: "--quasi names \"{field}\", which is no question of a public file{suggestion}"),
    fix: BilingualText(
      vi: "ghi tên câu hỏi chọn từ danh sách hoặc câu hỏi số, cách nhau bằng dấu phẩy",
      en: "name questions with lists or numbers, separated by commas"))

  /// How small the groups of a public file are.
  public static let exportGroups = DiagnosticCode(
    "EXPORT-009", .note,
    message: BilingualText(
      vi: "theo {questions}: nhóm nhỏ nhất {smallest} phiếu trong {count} phiếu; {five} phiếu trong nhóm dưới 5",
      en: "by {questions}: the smallest group has {smallest} of {count} records; {five} are in groups below 5"),
    fix: BilingualText(
      vi: "xem lại danh sách --quasi nếu còn câu hỏi khác có thể làm lộ người trả lời",
      en: "look at --quasi again if people can be recognised by other questions"))

  static let exportCodes: [DiagnosticCode] = [
    exportTooLarge, exportTextCut, exportStoreChanged, exportFailed, exportSimulated, exportSmallGroups,
    exportGroupsBelowLimit, exportQuestionUnknown, exportGroups,
  ]
}
