// Edits, bulk files and doubtful records: INGEST-150 to INGEST-169. Identifiers are never reused.
extension DiagnosticCode {
  /// A record took the place of an earlier version.
  public static let editApplied = DiagnosticCode(
    "INGEST-150", .note,
    message: BilingualText(
      vi: "phiếu là bản sửa và thay phiếu '{original}'",
      en: "the record is an edit and takes the place of '{original}'"),
    fix: BilingualText(
      vi: "không cần làm gì; bản cũ được giữ riêng và không còn tính vào số liệu",
      en: "nothing needs to be done; the earlier version is kept apart and counted no more"))

  /// A record edits one that is not there.
  public static let editOfUnknown = DiagnosticCode(
    "INGEST-151", .warning,
    message: BilingualText(
      vi: "phiếu là bản sửa của phiếu '{original}', nhưng kho chưa có phiếu đó",
      en: "the record edits '{original}', which is not in the store"),
    fix: BilingualText(
      vi: "nạp cả phiếu gốc nếu có; khi đến sau, phiếu gốc sẽ không được tính thêm",
      en: "take the original in too if there is one; coming later, it will not be counted besides"))

  /// A record edits a version that another one has replaced.
  public static let editOutdated = DiagnosticCode(
    "INGEST-152", .error,
    message: BilingualText(
      vi: "phiếu sửa phiếu '{original}', nhưng phiếu đó đã được một bản sửa khác thay",
      en: "the record edits '{original}', which another edit has replaced already"),
    fix: BilingualText(
      vi: "xem bản sửa nào đúng; bản đang có trong kho được giữ",
      en: "find out which edit is right; the one in the store is kept"))

  /// A record came after its edit.
  public static let recordSuperseded = DiagnosticCode(
    "INGEST-153", .note,
    message: BilingualText(
      vi: "phiếu đã có bản sửa trong kho hoặc trong cùng đợt nạp; được giữ làm bản cũ, không tính vào số liệu",
      en: "the record has been replaced by an edit that is there; it is kept as an earlier version and not counted"),
    fix: BilingualText(vi: "không cần làm gì", en: "nothing needs to be done"))

  /// An edit takes consent back.
  public static let editDeclined = DiagnosticCode(
    "INGEST-154", .warning,
    message: BilingualText(
      vi: "bản sửa không còn đồng ý tham gia, nên không được lưu; phiếu gốc vẫn được tính",
      en: "the edit takes consent back and was not stored; the original is still counted"),
    fix: BilingualText(
      vi: "xóa phiếu gốc bằng `ykien forget` nếu người trả lời muốn rút phiếu",
      en: "erase the original by `ykien forget` if the respondent withdraws"))

  static let ingestIdentityCodes: [DiagnosticCode] = [
    editApplied, editOfUnknown, editOutdated, recordSuperseded, editDeclined,
  ]
}
