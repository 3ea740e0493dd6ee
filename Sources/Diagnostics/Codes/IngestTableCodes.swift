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

  static let ingestTableCodes: [DiagnosticCode] = [encodingDoubtful]
}
