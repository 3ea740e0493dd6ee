// Codes of YAML files, whatever they describe: YAML-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// The text is not YAML.
  public static let yamlSyntax = DiagnosticCode(
    "YAML-001", .error,
    message: BilingualText(
      vi: "tệp không đúng cú pháp YAML: {problem}", en: "the file is not valid YAML: {problem}"),
    fix: BilingualText(
      vi: "xem lại dấu hai chấm, thụt dòng bằng dấu cách và dấu nháy ở chỗ này",
      en: "look at colons, indentation by spaces and quotes at this place"))

  /// A key stands twice in one mapping.
  public static let yamlDuplicateKey = DiagnosticCode(
    "YAML-002", .error,
    message: BilingualText(vi: "khóa “{key}” xuất hiện hai lần", en: "the key “{key}” stands twice"),
    fix: BilingualText(vi: "bỏ một trong hai", en: "remove one of them"))

  /// A key is not a text.
  public static let yamlKey = DiagnosticCode(
    "YAML-003", .error,
    message: BilingualText(vi: "khóa phải là một từ, không phải danh sách", en: "a key must be a word, not a list"),
    fix: BilingualText(vi: "viết khóa dạng `tên: giá trị`", en: "write the key as `name: value`"))

  /// Values nest too deep or multiply through aliases.
  public static let yamlTooLarge = DiagnosticCode(
    "YAML-004", .error,
    message: BilingualText(
      vi: "tệp lồng quá sâu hoặc quá lớn (tối đa 64 cấp, 200.000 giá trị)",
      en: "the file nests too deep or is too large (at most 64 levels, 200,000 values)"),
    fix: BilingualText(vi: "bỏ bớt các cấp lồng và bí danh (*)", en: "remove levels of nesting and aliases (*)"))

  static let yamlCodes: [DiagnosticCode] = [yamlSyntax, yamlDuplicateKey, yamlKey, yamlTooLarge]
}
