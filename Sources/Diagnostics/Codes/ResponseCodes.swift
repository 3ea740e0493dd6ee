// Codes of response rates and data quality: RESP-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A list of invitations without a column it needs.
  public static let invitationColumnMissing = DiagnosticCode(
    "RESP-001", .error,
    message: BilingualText(
      vi: "danh sách mời thiếu cột “{column}”", en: "the list of invitations lacks the column “{column}”"),
    fix: BilingualText(
      vi: "thêm cột này: danh sách theo đơn vị cần unit và invited; danh sách mã phiếu cần token và disposition",
      en: "add the column: a list of units needs unit and invited, a list of tokens needs token and disposition"))

  /// A number of people that is none.
  public static let invitationCountUnreadable = DiagnosticCode(
    "RESP-002", .error,
    message: BilingualText(
      vi: "cột “{column}”: cần số người là số nguyên từ 0 trở lên",
      en: "column “{column}”: expected a number of people, a whole number of 0 or more"),
    fix: BilingualText(
      vi: "sửa ô này; chỉ ghi chữ số, không ghi dấu phân cách", en: "correct the cell; digits only, no separators"))

  /// A unit that stands twice in the list.
  public static let invitedUnitRepeated = DiagnosticCode(
    "RESP-003", .error,
    message: BilingualText(
      vi: "đơn vị “{unit}” đã có ở dòng {first}", en: "the unit “{unit}” stands in line {first} already"),
    fix: BilingualText(
      vi: "gộp hai dòng, hoặc đặt tên riêng cho từng đơn vị", en: "join the two lines, or give each unit its own name"))

  /// A disposition that AAPOR does not have.
  public static let dispositionUnknown = DiagnosticCode(
    "RESP-004", .error,
    message: BilingualText(
      vi: "kết quả tiếp cận không có trong bảng mã: cần một trong {expected}",
      en: "the disposition is not in the code list: expected one of {expected}"),
    fix: BilingualText(
      vi: "ghi mã của AAPOR, hoặc để trống khi chưa có kết quả", en: "write AAPOR's code, or leave it blank while open")
  )

  /// A token that stands twice in the list.
  public static let tokenRepeated = DiagnosticCode(
    "RESP-005", .error,
    message: BilingualText(
      vi: "mã phiếu ở dòng này đã có ở dòng {first}", en: "the token of this line stands in line {first} already"),
    fix: BilingualText(vi: "bỏ một trong hai dòng", en: "remove one of the two lines"))

  /// Nobody was invited.
  public static let invitationListEmpty = DiagnosticCode(
    "RESP-006", .warning,
    message: BilingualText(
      vi: "danh sách mời không có người nào; không tính được tỷ lệ trả lời",
      en: "the list of invitations invites nobody; there are no response rates"),
    fix: BilingualText(vi: "bổ sung các đơn vị được mời", en: "add the units that were invited"))

  /// More answers than invitations.
  public static let moreAnswersThanInvitations = DiagnosticCode(
    "RESP-007", .warning,
    message: BilingualText(
      vi: "{domain} “{level}”: nhận {received} phiếu nhưng chỉ mời {invited} người; phần dư không tính vào tỷ lệ",
      en: "{domain} “{level}”: {received} answers to {invited} invitations; the surplus does not count in the rates"),
    fix: BilingualText(
      vi: "kiểm tra số người được mời và phiếu gửi trùng", en: "check the number invited, and answers sent twice"))

  /// Answers from units that were not invited.
  public static let unlistedUnits = DiagnosticCode(
    "RESP-008", .warning,
    message: BilingualText(
      vi: "{count} phiếu không ghi đơn vị hoặc ghi đơn vị không có trong danh sách mời; không tính vào tỷ lệ",
      en: "{count} answers name no unit, or one that is not on the list; they do not count in the rates"),
    fix: BilingualText(
      vi: "bổ sung đơn vị vào danh sách, hoặc sửa tên cho khớp", en: "add the units to the list, or correct their names"
    ))

  /// Units of which nothing came.
  public static let silentUnits = DiagnosticCode(
    "RESP-009", .note,
    message: BilingualText(
      vi: "{count} trên {units} đơn vị được mời chưa có phiếu nào",
      en: "{count} of {units} invited units have not answered yet"),
    fix: BilingualText(
      vi: "xem bảng response và nhắc các đơn vị", en: "see the table response, and remind them"))

  /// Estimates without doubtful interviews could not be made.
  public static let doubtfulNotCompared = DiagnosticCode(
    "RESP-010", .warning,
    message: BilingualText(
      vi: "không ước lượng được khi bỏ các phiếu đáng ngờ: {reason}",
      en: "no estimates could be made without the doubtful interviews: {reason}"),
    fix: BilingualText(
      vi: "xem quy tắc unmatched của các biên, hoặc cách mẫu được chia lớp",
      en: "see the rule unmatched of the margins, or how the sample is stratified"))

  /// A question that the form does not ask once per record.
  public static let responseQuestionUnknown = DiagnosticCode(
    "RESP-011", .error,
    message: BilingualText(
      vi: "câu hỏi “{name}” (khóa {key}) không có trong phiếu, hoặc nằm trong nhóm lặp",
      en: "the question “{name}” (key {key}) is not in the form, or stands inside a repeat"),
    fix: BilingualText(vi: "sửa tên câu hỏi trong mục response", en: "correct the name in the section response"))

  /// Every code of this stage.
  static let responseCodes: [DiagnosticCode] = [
    invitationColumnMissing, invitationCountUnreadable, invitedUnitRepeated, dispositionUnknown, tokenRepeated,
    invitationListEmpty, moreAnswersThanInvitations, unlistedUnits, silentUnits, doubtfulNotCompared,
    responseQuestionUnknown,
  ]
}
