// Codes of reading and writing files: FILE-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A file or folder that should be read does not exist.
  public static let fileMissing = DiagnosticCode(
    "FILE-001", .error,
    message: BilingualText(vi: "không tìm thấy tệp hoặc thư mục", en: "no such file or folder"),
    fix: BilingualText(
      vi: "kiểm tra lại đường dẫn và tên tệp", en: "check the path and the spelling of the name"))

  /// A file or folder exists and may not be read.
  public static let fileForbidden = DiagnosticCode(
    "FILE-002", .error,
    message: BilingualText(
      vi: "không có quyền truy cập tệp hoặc thư mục", en: "no permission to use this file or folder"),
    fix: BilingualText(
      vi: "cấp quyền cho người đang chạy chương trình, hoặc chọn tệp khác",
      en: "grant access to the user who runs the program, or choose another file"))

  /// Reading failed on the way.
  public static let fileUnreadable = DiagnosticCode(
    "FILE-003", .error,
    message: BilingualText(vi: "đọc tệp bị lỗi ({reason})", en: "reading failed ({reason})"),
    fix: BilingualText(
      vi: "kiểm tra ổ đĩa hoặc thiết bị chứa tệp rồi chạy lại", en: "check the disk that holds it and run again"))

  /// Writing failed.
  public static let fileUnwritable = DiagnosticCode(
    "FILE-004", .error,
    message: BilingualText(vi: "không ghi được tệp ({reason})", en: "writing failed ({reason})"),
    fix: BilingualText(
      vi: "kiểm tra quyền ghi và dung lượng còn trống của ổ đĩa, rồi chạy lại",
      en: "check the permission to write and the free space of the disk, then run again"))

  /// A file is longer than the program is ready to hold in memory.
  public static let fileTooLarge = DiagnosticCode(
    "FILE-005", .error,
    message: BilingualText(
      vi: "tệp dài hơn giới hạn {limit} byte", en: "the file is longer than the limit of {limit} bytes"),
    fix: BilingualText(
      vi: "kiểm tra xem có đúng tệp cần dùng không; nếu đúng, chia nhỏ tệp",
      en: "check that it is the right file; if so, split it"))

  /// Another process holds the lock.
  public static let fileLocked = DiagnosticCode(
    "FILE-006", .error,
    message: BilingualText(
      vi: "một tiến trình khác đang giữ khóa", en: "another process holds the lock"),
    fix: BilingualText(
      vi: "chờ tiến trình kia chạy xong rồi thử lại", en: "wait until the other process has finished, then try again"))

  /// A path cannot name a file.
  public static let pathUnusable = DiagnosticCode(
    "FILE-007", .error,
    message: BilingualText(
      vi: "đường dẫn không dùng được ({reason})", en: "the path cannot be used ({reason})"),
    fix: BilingualText(vi: "sửa lại đường dẫn", en: "correct the path"))

  static let fileCodes: [DiagnosticCode] = [
    fileMissing, fileForbidden, fileUnreadable, fileUnwritable, fileTooLarge, fileLocked, pathUnusable,
  ]
}
