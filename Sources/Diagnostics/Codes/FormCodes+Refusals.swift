// Codes of the form stage: headings, rows and sheets that other tools refuse too. Identifiers are never reused.
extension DiagnosticCode {
  static let formRefusalCodes: [DiagnosticCode] = [
    formColumnWithoutLanguages, formHeadingIncomplete, formMediumUnknown, formBigImageAlone, formAuditName,
    formTableListMixed, formEntitiesUnsupported, formEncryptionUnsupported, formLoopListMissing,
    formNamespaceUndeclared,
  ]

  /// A column that holds no text for readers names a language.
  public static let formColumnWithoutLanguages = DiagnosticCode(
    "FORM-170", .error,
    message: BilingualText(
      vi: "cột \"{column}\" không chia theo ngôn ngữ", en: "the column \"{column}\" does not come in languages"),
    fix: BilingualText(vi: "viết tiêu đề là {column}", en: "write the heading as {column}"))

  /// A heading such as `bind` without what follows.
  public static let formHeadingIncomplete = DiagnosticCode(
    "FORM-171", .error,
    message: BilingualText(
      vi: "tiêu đề \"{name}\" thiếu phần sau dấu ::", en: "the heading \"{name}\" lacks what follows ::"),
    fix: BilingualText(vi: "viết như {example}", en: "write it like {example}"))

  /// A heading names a medium that no client shows.
  public static let formMediumUnknown = DiagnosticCode(
    "FORM-172", .error,
    message: BilingualText(
      vi: "không có loại phương tiện \"{name}\"", en: "there is no medium \"{name}\""),
    fix: BilingualText(
      vi: "dùng media::image, media::big-image, media::audio hoặc media::video",
      en: "use media::image, media::big-image, media::audio or media::video"))

  /// A large picture without the small one.
  public static let formBigImageAlone = DiagnosticCode(
    "FORM-173", .error,
    message: BilingualText(vi: "big-image cần có image", en: "a big-image needs an image"),
    fix: BilingualText(vi: "điền cột image", en: "fill in the image column"))

  /// The log of the interview has a name of its own.
  public static let formAuditName = DiagnosticCode(
    "FORM-184", .error,
    message: BilingualText(
      vi: "dòng audit phải mang tên audit", en: "the audit row must be named audit"),
    fix: BilingualText(vi: "để trống cột name", en: "leave the name column empty"))

  /// The selects of a table have several lists.
  public static let formTableListMixed = DiagnosticCode(
    "FORM-185", .error,
    message: BilingualText(
      vi: "nhóm table-list dùng danh sách \"{first}\" nhưng câu này dùng \"{list}\"",
      en: "the table-list group uses the list \"{first}\" and this question uses \"{list}\""),
    fix: BilingualText(
      vi: "dùng chung một danh sách trong nhóm table-list, hoặc bỏ table-list",
      en: "use one list in the whole group, or remove table-list"))

  /// Entities are not written.
  public static let formEntitiesUnsupported = DiagnosticCode(
    "FORM-186", .error,
    message: BilingualText(
      vi: "biểu mẫu tạo thực thể (entities), ykien không hỗ trợ",
      en: "the form declares entities, which ykien does not support"),
    fix: BilingualText(
      vi: "bỏ trang entities và cột save_to, hoặc dùng pyxform với ODK Central",
      en: "remove the entities sheet and the save_to column, or use pyxform with ODK Central"))

  /// Encrypted submissions cannot be read.
  public static let formEncryptionUnsupported = DiagnosticCode(
    "FORM-187", .error,
    message: BilingualText(
      vi: "biểu mẫu mã hóa phiếu trả lời (public_key), ykien không hỗ trợ",
      en: "the form encrypts its submissions (public_key), which ykien does not support"),
    fix: BilingualText(
      vi: "bỏ cột public_key; ykien bảo vệ phiếu bằng kho dữ liệu riêng",
      en: "remove the public_key column; ykien protects answers in its own store"))

  /// A loop says nothing to loop over.
  public static let formLoopListMissing = DiagnosticCode(
    "FORM-189", .error,
    message: BilingualText(
      vi: "begin loop thiếu tên danh sách", en: "the loop lacks the name of its list"),
    fix: BilingualText(
      vi: "viết begin loop over ten_danh_sach, hoặc dùng begin repeat",
      en: "write begin loop over my_list, or use begin repeat"))

  /// A name has a prefix that no namespace is declared for.
  public static let formNamespaceUndeclared = DiagnosticCode(
    "FORM-190", .error,
    message: BilingualText(
      vi: "tiền tố \"{prefix}\" của tên \"{name}\" chưa được khai báo",
      en: "the prefix \"{prefix}\" of the name \"{name}\" is not declared"),
    fix: BilingualText(
      vi: "khai báo ở cột namespaces của trang settings: {prefix}=\"http://…\", hoặc bỏ dấu hai chấm",
      en: "declare it in the namespaces column of the settings sheet: {prefix}=\"http://…\", or remove the colon"))
}
