// Codes of the command line: CLI-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A value of an option that cannot be used.
  public static let commandLineValue = DiagnosticCode(
    "CLI-001", .error,
    message: BilingualText(
      vi: "“{value}” không hợp lệ cho {option}: cần {expected}",
      en: "“{value}” is no value for {option}: expected {expected}"),
    fix: BilingualText(vi: "xem `--help` của lệnh", en: "see the command's `--help`"))

  /// A format of a questionnaire that this version cannot write.
  public static let commandLineFormat = DiagnosticCode(
    "CLI-002", .error,
    message: BilingualText(
      vi: "Phiên bản này chưa tạo được phiếu dạng “{format}”",
      en: "This version cannot write questionnaires as “{format}”"),
    fix: BilingualText(vi: "dùng một trong: {known}", en: "use one of: {known}"))

  /// A program that is needed and not there.
  public static let commandLineMissingProgram = DiagnosticCode(
    "CLI-003", .warning,
    message: BilingualText(vi: "Không thấy chương trình “{program}”", en: "The program “{program}” is not there"),
    fix: BilingualText(vi: "cài gói Debian {package}", en: "install the Debian package {package}"))

  static let commandLineCodes: [DiagnosticCode] = [commandLineValue, commandLineFormat, commandLineMissingProgram]
}
