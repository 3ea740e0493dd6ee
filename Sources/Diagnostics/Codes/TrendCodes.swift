// Codes of trends: TREND-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// Items whose series break.
  public static let trendBreaks = DiagnosticCode(
    "TREND-001", .note,
    message: BilingualText(
      vi: "không so sánh được với kỳ {wave} vì câu hỏi hoặc thang đo đã đổi: {items}",
      en: "not comparable with wave {wave}, because wording or scale changed: {items}"),
    fix: BilingualText(
      vi: "đọc riêng từng kỳ; sổ đăng ký câu hỏi ghi chỗ đứt đoạn",
      en: "read each wave by itself; the registry of items names the break"))

  /// Items whose codes differ though the registry knows of no break.
  public static let trendScaleDiffers = DiagnosticCode(
    "TREND-002", .warning,
    message: BilingualText(
      vi: "kỳ {wave} dùng các mã trả lời khác cho các câu mà sổ đăng ký không ghi là đã đổi: {items}",
      en: "wave {wave} has other answer codes for items that the registry does not list as changed: {items}"),
    fix: BilingualText(
      vi: "ghi các câu này vào sổ đăng ký với trạng thái rescaled",
      en: "list them in the registry with the status rescaled"))

  /// Items that the former wave did not ask.
  public static let trendItemsNew = DiagnosticCode(
    "TREND-003", .note,
    message: BilingualText(
      vi: "kỳ {wave} không có số liệu của: {items}", en: "wave {wave} has no figures for: {items}"),
    fix: BilingualText(vi: "không cần làm gì", en: "nothing"))

  /// No row in common.
  public static let trendNothingCommon = DiagnosticCode(
    "TREND-004", .warning,
    message: BilingualText(
      vi: "kỳ {wave} không có ước lượng nào chung với kỳ này nên không tính được thay đổi",
      en: "wave {wave} has no estimate in common with this one, so no change is given"),
    fix: BilingualText(
      vi: "kiểm tra tệp ước lượng, khoảng thời gian và kho của kỳ đó",
      en: "check that wave's table of estimates, its period and its store"))

  /// A column is missing.
  public static let trendColumnMissing = DiagnosticCode(
    "TREND-005", .error,
    message: BilingualText(vi: "thiếu cột {column}", en: "the column {column} is missing"),
    fix: BilingualText(vi: "thêm cột {column} vào dòng tiêu đề", en: "add the column {column} to the heading"))

  /// A row of the registry that cannot be read.
  public static let trendRegistryRow = DiagnosticCode(
    "TREND-006", .error,
    message: BilingualText(
      vi: "dòng này cần item, version và status là same, reworded hoặc rescaled",
      en: "this row needs an item, a version, and a status that is same, reworded or rescaled"),
    fix: BilingualText(vi: "sửa dòng này trong sổ đăng ký câu hỏi", en: "correct the row in the registry of items"))

  /// A row of a published table that cannot be read.
  public static let trendEstimateRow = DiagnosticCode(
    "TREND-007", .error,
    message: BilingualText(
      vi: "dòng này không phải dòng của bảng ước lượng: {column} không đọc được",
      en: "this is no row of a table of estimates: {column} cannot be read"),
    fix: BilingualText(
      vi: "dùng tệp estimates.csv do ykien ghi, không sửa bằng tay",
      en: "use the file estimates.csv as ykien wrote it"))

  /// Nobody answered in the former wave.
  public static let trendWaveEmpty = DiagnosticCode(
    "TREND-008", .warning,
    message: BilingualText(
      vi: "kho không có phiếu nào của kỳ {wave}", en: "the store has no records of wave {wave}"),
    fix: BilingualText(
      vi: "kiểm tra period và store của kỳ đó trong mục trends",
      en: "check that wave's period and store in the key trends"))

  /// Too few respondents in both waves.
  public static let trendOverlapSmall = DiagnosticCode(
    "TREND-009", .note,
    message: BilingualText(
      vi: "quá ít người trả lời cả kỳ {wave} lẫn kỳ này; hai kỳ được coi là độc lập",
      en: "too few people answered both in wave {wave} and in this one; the waves are taken as independent"),
    fix: BilingualText(
      vi: "không cần làm gì; nếu lẽ ra phải nhiều, kiểm tra trends.panel",
      en: "nothing; if there should be many, check trends.panel"))

  static let trendCodes: [DiagnosticCode] = [
    trendBreaks, trendScaleDiffers, trendItemsNew, trendNothingCommon, trendColumnMissing, trendRegistryRow,
    trendEstimateRow, trendWaveEmpty, trendOverlapSmall,
  ]
}
