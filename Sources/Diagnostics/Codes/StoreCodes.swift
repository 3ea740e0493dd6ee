// Codes of the store: STORE-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// The store is locked by another process.
  public static let storeLocked = DiagnosticCode(
    "STORE-001", .error,
    message: BilingualText(
      vi: "Kho đang bận vì một tiến trình khác đang ghi", en: "Another process is writing to the store"),
    fix: BilingualText(vi: "chờ tiến trình kia xong rồi thử lại", en: "wait for it to end, then try again"))

  /// The file is no store.
  public static let storeForeign = DiagnosticCode(
    "STORE-002", .error,
    message: BilingualText(vi: "Tệp này không phải kho phiếu của ykien", en: "This file is no store of ykien"),
    fix: BilingualText(vi: "kiểm tra đường dẫn sau sqlite:", en: "check the path after sqlite:"))

  /// The store was written by a later version.
  public static let storeNewer = DiagnosticCode(
    "STORE-003", .error,
    message: BilingualText(
      vi: "Kho ở phiên bản {found}, chương trình này chỉ biết đến {known}",
      en: "The store has version {found}; this program knows up to {known}"),
    fix: BilingualText(vi: "cài bản ykien mới hơn", en: "install a later ykien"))

  /// The store is damaged.
  public static let storeDamaged = DiagnosticCode(
    "STORE-004", .error,
    message: BilingualText(vi: "Kho bị hỏng: {detail}", en: "The store is damaged: {detail}"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu, hoặc xóa kho và nhận lại các tệp phiếu",
      en: "restore a backup, or remove the store and take the files in again"))

  /// The store cannot be written.
  public static let storeNotWritten = DiagnosticCode(
    "STORE-005", .error,
    message: BilingualText(vi: "Không ghi được kho: {detail}", en: "The store cannot be written: {detail}"),
    fix: BilingualText(
      vi: "kiểm tra quyền ghi và dung lượng đĩa, rồi chạy lại; các phiếu đã lưu trước đó vẫn còn nguyên",
      en: "check permissions and disk space, then run again; what was stored before is untouched"))

  /// The store cannot be read.
  public static let storeNotRead = DiagnosticCode(
    "STORE-006", .error,
    message: BilingualText(vi: "Không đọc được kho: {detail}", en: "The store cannot be read: {detail}"),
    fix: BilingualText(
      vi: "kiểm tra tệp và quyền đọc, rồi chạy lại", en: "check the file and its permissions, then run again"))

  /// The store refused an operation: a fault of ours.
  public static let storeRefused = DiagnosticCode(
    "STORE-007", .error,
    message: BilingualText(vi: "Kho từ chối một thao tác: {detail}", en: "The store refused an operation: {detail}"),
    fix: BilingualText(
      vi: "đây là lỗi của chương trình: hãy báo lại kèm thông báo này; kho không bị thay đổi",
      en: "this is a fault of the program: report it with this message; the store was not changed"))

  static let storeCodes: [DiagnosticCode] = [
    storeLocked, storeForeign, storeNewer, storeDamaged, storeNotWritten, storeNotRead,
    storeRefused,
  ]
}
