// Codes of the form stage: attributes set by hand, FORM-140 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let formAttributeCodes: [DiagnosticCode] = [formAttributeInvalid, formAttributePrefixUnknown]

  /// A column sets an attribute whose name cannot stand in XML.
  public static let formAttributeInvalid = DiagnosticCode(
    "FORM-140", .warning,
    message: BilingualText(
      vi: "\"{name}\" không phải là tên thuộc tính XML; cột này bị bỏ qua",
      en: "\"{name}\" is no name of an XML attribute; the column is left out"),
    fix: BilingualText(
      vi: "đặt tên bằng chữ cái, chữ số, \"_\", \"-\", \".\", bắt đầu bằng chữ cái, ví dụ bind::odk:length",
      en: "use letters, digits, \"_\", \"-\", \".\", beginning with a letter, as in bind::odk:length"))

  /// A column sets an attribute with a prefix for which no namespace is declared.
  public static let formAttributePrefixUnknown = DiagnosticCode(
    "FORM-141", .warning,
    message: BilingualText(
      vi: "tiền tố \"{prefix}\" của thuộc tính \"{name}\" chưa được khai báo; cột này bị bỏ qua",
      en: "the prefix \"{prefix}\" of the attribute \"{name}\" is not declared; the column is left out"),
    fix: BilingualText(
      vi: "khai báo trong cột namespaces của trang settings: {prefix}=\"địa chỉ\"",
      en: "declare it in the column namespaces of the settings sheet: {prefix}=\"address\""))
}
