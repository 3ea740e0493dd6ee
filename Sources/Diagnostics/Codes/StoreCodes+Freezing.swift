// Codes of frozen waves: STORE-085 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A wave is frozen with other days than the pipeline says.
  public static let storeFrozenOtherwise = DiagnosticCode(
    "STORE-085", .error,
    message: BilingualText(
      vi: "Kỳ {wave} đã chốt số liệu, nhưng với khoảng ngày khác khoảng ngày trong tệp pipeline",
      en: "The wave {wave} is frozen, but with other days than those of the pipeline"),
    fix: BilingualText(
      vi: "ghi lại `period` như lúc chốt, hoặc bỏ chốt bằng `ykien store unfreeze` rồi chốt lại",
      en: "write `period` as it was, or unfreeze the wave with `ykien store unfreeze` and freeze it again"))

  /// The figures of a frozen wave count other records than when it was frozen.
  public static let storeFrozenCount = DiagnosticCode(
    "STORE-086", .error,
    message: BilingualText(
      vi: "Kỳ {wave} của phiếu {form} đã chốt số liệu với {expected} phiếu, nay có {found}",
      en: "The wave {wave} of {form} was frozen with {expected} records and now has {found}"),
    fix: BilingualText(vi: "khôi phục từ bản sao lưu", en: "restore a backup"))

  /// A record that was taken in after its wave was frozen stands among those that are counted.
  public static let storeFrozenSource = DiagnosticCode(
    "STORE-087", .error,
    message: BilingualText(
      vi: "{count} phiếu của kỳ {wave} ({form}) được tính tuy nhận sau khi chốt số liệu",
      en: "{count} records of the wave {wave} ({form}) are counted although they came after it was frozen"),
    fix: BilingualText(vi: "khôi phục từ bản sao lưu", en: "restore a backup"))

  /// A late record cannot be read.
  public static let storeLateDamaged = DiagnosticCode(
    "STORE-088", .error,
    message: BilingualText(
      vi: "Phiếu đến muộn số {row} bị hỏng, không đọc lại được", en: "The late record {row} is damaged"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu, hoặc loại phiếu bằng `ykien problems reject` rồi nhận lại tệp",
      en: "restore a backup, or reject it with `ykien problems reject` and take its file in again"))

  /// A wave is to be unfrozen that is not frozen.
  public static let storeNotFrozen = DiagnosticCode(
    "STORE-089", .note,
    message: BilingualText(vi: "Kỳ {wave} không ở trạng thái chốt số liệu", en: "The wave {wave} is not frozen"),
    fix: BilingualText(vi: "không cần làm gì", en: "nothing is to be done"))

  /// A wave is frozen already.
  public static let storeFrozenAlready = DiagnosticCode(
    "STORE-090", .note,
    message: BilingualText(
      vi: "Kỳ {wave} đã chốt số liệu từ ngày {day}", en: "The wave {wave} is frozen since {day}"),
    fix: BilingualText(vi: "không cần làm gì", en: "nothing is to be done"))

  /// The reason for unfreezing is empty.
  public static let storeThawReason = DiagnosticCode(
    "STORE-091", .error,
    message: BilingualText(vi: "Thiếu lý do bỏ chốt số liệu", en: "Unfreezing needs a reason"),
    fix: BilingualText(
      vi: "ghi lý do, không ghi tên người: `--reason \"…\"`", en: "give one, without names of people: `--reason \"…\"`")
  )

  /// Late records could not be counted after all.
  public static let storeLateQuarantined = DiagnosticCode(
    "STORE-092", .warning,
    message: BilingualText(
      vi: "{count} phiếu đến muộn trùng khóa hoặc trùng lần sửa với phiếu khác, nay bị cách ly",
      en: "{count} late records have the key or edit the version of others and are quarantined now"),
    fix: BilingualText(
      vi: "xem và quyết định bằng `ykien problems`", en: "look at them and decide with `ykien problems`"))

  /// The reports that were handed out do not count what is counted now.
  public static let storeThawed = DiagnosticCode(
    "STORE-093", .warning,
    message: BilingualText(
      vi: "Số liệu của kỳ {wave} nay có thể khác báo cáo đã lập",
      en: "The figures of the wave {wave} may differ from reports that were made"),
    fix: BilingualText(
      vi: "lập lại báo cáo bằng `ykien run`", en: "make the report again with `ykien run`"))

  /// Quotes of a person who was erased were taken out of the file in which they waited for a yes.
  public static let storeQuotesRemoved = DiagnosticCode(
    "STORE-094", .note,
    message: BilingualText(
      vi: "Đã bỏ {count} trích dẫn của người này khỏi {file}",
      en: "{count} quotes of this person were taken out of {file}"),
    fix: BilingualText(vi: "không cần làm gì", en: "nothing is to be done"))

  static let storeFreezeCodes: [DiagnosticCode] = [
    storeFrozenOtherwise, storeFrozenCount, storeFrozenSource, storeLateDamaged, storeNotFrozen, storeFrozenAlready,
    storeThawReason, storeLateQuarantined, storeThawed, storeQuotesRemoved,
  ]
}
