extension DiagnosticCode {
  /// A select from a file of a format that is not read.
  public static let formFileFormatUnknown = DiagnosticCode(
    "FORM-150", .error,
    message: BilingualText(
      vi: "tệp lựa chọn “{name}” không phải .csv, .xml hoặc .geojson",
      en: "the file of choices “{name}” is not .csv, .xml or .geojson"),
    fix: BilingualText(
      vi: "ghi tên tệp có phần mở rộng sau loại câu hỏi, như select_one_from_file xa.csv",
      en: "write the file's name with its extension after the type, as in select_one_from_file cities.csv"))

  /// Answers to another question serve as choices of a question of an unfit type.
  public static let formAnswersAsChoicesUnfit = DiagnosticCode(
    "FORM-151", .error,
    message: BilingualText(
      vi: "câu hỏi loại {type} không dùng được câu trả lời của câu khác làm lựa chọn",
      en: "a question of type {type} cannot use the answers to another question as choices"),
    fix: BilingualText(
      vi: "dùng select_one hoặc rank", en: "use select_one or rank"))

  /// Two different tables have one name.
  public static let formInstanceConflict = DiagnosticCode(
    "FORM-152", .error,
    message: BilingualText(
      vi: "tên bảng “{name}” dùng cho hai nguồn khác nhau: {first} và {second}",
      en: "the name “{name}” stands for two different tables: {first} and {second}"),
    fix: BilingualText(
      vi: "đặt tên khác cho một tệp hoặc danh sách", en: "give one of the files or lists another name"))
}

extension DiagnosticCode {
  static let formExternalCodes: [DiagnosticCode] = [
    formFileFormatUnknown, formAnswersAsChoicesUnfit, formInstanceConflict,
  ]
}
