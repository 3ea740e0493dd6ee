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

  static let exportCodes: [DiagnosticCode] = [
    exportTooLarge, exportTextCut, exportStoreChanged, exportFailed, exportSimulated,
  ]
}
