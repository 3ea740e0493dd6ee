// Codes of targets and what they are held against: TARGET-001 to TARGET-019. Identifiers are never reused.
extension DiagnosticCode {
  static let targetCodes: [DiagnosticCode] = [
    targetColumnMissing, targetCellUnreadable, targetRepeated, targetRangeReversed, targetShareOutside,
    targetBaselineIncomplete, targetRegisterEmpty, observationRepeated, observationsConflict, observationOutside,
    targetWithoutObservations, targetDefinitionsDiffer, targetAreaNotComparable, targetDuePast, targetTrendImpossible,
    observationsAfterDay, observationsUnused, targetBaselineDiffers, targetMetFromTheStart,
  ]

  /// A register or a list of observations lacks a column.
  public static let targetColumnMissing = DiagnosticCode(
    "TARGET-001", .error,
    message: BilingualText(vi: "thiếu cột {column}", en: "the column {column} is missing"),
    fix: BilingualText(
      vi: "thêm cột; các cột cần có: {columns}", en: "add it; the columns are: {columns}"))

  /// A cell that does not hold what its column holds.
  public static let targetCellUnreadable = DiagnosticCode(
    "TARGET-002", .error,
    message: BilingualText(
      vi: "cột {column} cần {expected}, tìm thấy “{found}”", en: "the column {column} needs {expected}, found “{found}”"
    ),
    fix: BilingualText(
      vi: "sửa ô này; số dùng dấu chấm thập phân và không có dấu phân cách hàng nghìn",
      en: "correct the cell; numbers have a decimal point and no marks between thousands"))

  /// A target stands twice.
  public static let targetRepeated = DiagnosticCode(
    "TARGET-003", .error,
    message: BilingualText(
      vi: "chỉ tiêu “{target}” đã có ở dòng {first}", en: "the target “{target}” stands in line {first} already"),
    fix: BilingualText(vi: "đặt tên khác hoặc xóa dòng thừa", en: "give it another name or delete one row"))

  /// A range without its ends, or ends where there is no range.
  public static let targetRangeReversed = DiagnosticCode(
    "TARGET-004", .error,
    message: BilingualText(
      vi: "value_high cần có, và không nhỏ hơn value, khi và chỉ khi goal là between",
      en: "value_high is needed, and not below value, when goal is between, and only then"),
    fix: BilingualText(
      vi: "ghi cận trên của khoảng, hoặc để trống khi chỉ tiêu là một số",
      en: "write the upper end of the range, or leave it empty when the target is one number"))

  /// A share outside 0…1.
  public static let targetShareOutside = DiagnosticCode(
    "TARGET-005", .error,
    message: BilingualText(
      vi: "tỷ lệ ở cột {column} phải từ 0 đến 1", en: "a share in the column {column} is from 0 to 1"),
    fix: BilingualText(vi: "ghi 0.25 thay cho 25%", en: "write 0.25 for 25 %"))

  /// A baseline without a day, a day without a baseline, or one that is not before the due date.
  public static let targetBaselineIncomplete = DiagnosticCode(
    "TARGET-006", .error,
    message: BilingualText(
      vi: "baseline và baseline_date phải cùng có hoặc cùng trống, và baseline_date phải trước due",
      en: "baseline and baseline_date are both there or both empty, and baseline_date is before due"),
    fix: BilingualText(
      vi: "ghi cả số liệu gốc và ngày của số liệu, hoặc để trống cả hai",
      en: "write the baseline with its day, or leave both empty"))

  /// A register without targets.
  public static let targetRegisterEmpty = DiagnosticCode(
    "TARGET-007", .warning,
    message: BilingualText(vi: "danh sách chỉ tiêu không có dòng nào", en: "the register of targets has no rows"),
    fix: BilingualText(vi: "thêm chỉ tiêu hoặc bỏ khóa targets", en: "add targets or leave out the key targets"))

  /// The same figure twice.
  public static let observationRepeated = DiagnosticCode(
    "TARGET-008", .note,
    message: BilingualText(
      vi: "số liệu {measure} ngày {day} của {area} có hai lần, cùng giá trị; chỉ dùng một",
      en: "the figure of {measure} on {day} for {area} stands twice, with the same value; it counts once"),
    fix: BilingualText(vi: "xóa dòng thừa", en: "delete one of the rows"))

  /// Two figures of one thing on one day.
  public static let observationsConflict = DiagnosticCode(
    "TARGET-009", .warning,
    message: BilingualText(
      vi: "có nhiều giá trị khác nhau của {measure} ngày {day} cho {area}; không dùng giá trị nào",
      en: "there are different figures of {measure} on {day} for {area}; none of them is used"),
    fix: BilingualText(
      vi: "giữ số liệu đúng, xóa các số liệu khác", en: "keep the right figure and delete the others"))

  /// A figure that cannot be: a negative count, a share outside 0…1.
  public static let observationOutside = DiagnosticCode(
    "TARGET-010", .warning,
    message: BilingualText(
      vi: "số liệu {measure} ngày {day} không thể là {unit}; không dùng",
      en: "the figure of {measure} on {day} cannot be one of {unit}; it is not used"),
    fix: BilingualText(
      vi: "người và số đếm từ 0 trở lên, tỷ lệ từ 0 đến 1", en: "people and counts are 0 or more, shares from 0 to 1"))

  /// Nothing was observed of a target.
  public static let targetWithoutObservations = DiagnosticCode(
    "TARGET-011", .warning,
    message: BilingualText(
      vi: "chỉ tiêu “{target}” chưa có số liệu nào của {measure} theo khái niệm {definition}",
      en: "the target “{target}” has no figure of {measure} under the definition {definition}"),
    fix: BilingualText(
      vi: "bổ sung số liệu vào tệp observations hoặc thu biểu bm-01",
      en: "add figures to a file of observations, or collect the form bm-01"))

  /// Figures under another definition.
  public static let targetDefinitionsDiffer = DiagnosticCode(
    "TARGET-012", .warning,
    message: BilingualText(
      vi:
        "chỉ tiêu “{target}” theo khái niệm {definition}; {count} số liệu theo khái niệm khác ({others}) không được so sánh",
      en:
        "the target “{target}” is for the definition {definition}; {count} figures of others ({others}) are not compared"
    ),
    fix: BilingualText(
      vi: "thống kê lại theo đúng khái niệm của chỉ tiêu", en: "count again under the definition of the target"))

  /// Figures for other areas.
  public static let targetAreaNotComparable = DiagnosticCode(
    "TARGET-013", .warning,
    message: BilingualText(
      vi:
        "chỉ tiêu “{target}” đặt cho {area}; số liệu của địa bàn khác ({others}) ngày {days} không ghép được thành địa bàn đó: không so sánh được",
      en:
        "the target “{target}” was set for {area}; the areas of figures ({others}) on {days} do not make it up: not comparable"
    ),
    fix: BilingualText(
      vi: "thu số liệu theo các đơn vị ghép đúng thành địa bàn của chỉ tiêu",
      en: "collect figures for whole units that make up the area of the target"))

  /// The due date is over.
  public static let targetDuePast = DiagnosticCode(
    "TARGET-014", .note,
    message: BilingualText(
      vi: "chỉ tiêu “{target}” đã hết hạn ngày {day}; không dự báo",
      en: "the target “{target}” was due on {day}; there is no projection"),
    fix: BilingualText(vi: "đặt chỉ tiêu cho kỳ tới", en: "set a target for the next period"))

  /// Observations through which no line can be drawn.
  public static let targetTrendImpossible = DiagnosticCode(
    "TARGET-015", .note,
    message: BilingualText(
      vi: "chỉ tiêu “{target}” có {count} số liệu; cần ít nhất 4 để dự báo, nên chỉ nêu tốc độ",
      en: "the target “{target}” has {count} figures; a projection needs 4, so paces are given only"),
    fix: BilingualText(
      vi: "bổ sung số liệu các năm trước theo cùng khái niệm", en: "add figures of earlier years of the same definition"
    ))

  /// Observations later than the day of the report.
  public static let observationsAfterDay = DiagnosticCode(
    "TARGET-016", .note,
    message: BilingualText(
      vi: "{count} số liệu của chỉ tiêu “{target}” sau ngày {day} chưa được dùng",
      en: "{count} figures of the target “{target}” are after {day} and not used yet"),
    fix: BilingualText(
      vi: "dùng --as-of với ngày muộn hơn để đưa vào", en: "use --as-of with a later day to take them in"))

  /// Figures that no target asks for.
  public static let observationsUnused = DiagnosticCode(
    "TARGET-017", .note,
    message: BilingualText(
      vi: "không chỉ tiêu nào dùng số liệu {measure}{suggestion}",
      en: "no target uses the figures of {measure}{suggestion}"),
    fix: BilingualText(
      vi: "kiểm tra cột measure của hai tệp", en: "check the column measure of both files"))

  /// A figure of the baseline's day differs from it.
  public static let targetBaselineDiffers = DiagnosticCode(
    "TARGET-018", .warning,
    message: BilingualText(
      vi: "số liệu ngày {day} khác số liệu gốc của chỉ tiêu “{target}”; dùng số liệu gốc",
      en: "the figure of {day} differs from the baseline of the target “{target}”; the baseline is used"),
    fix: BilingualText(
      vi: "kiểm tra khái niệm và địa bàn của hai số liệu", en: "check the definition and the area of both figures"))

  /// Nothing had to change.
  public static let targetMetFromTheStart = DiagnosticCode(
    "TARGET-019", .note,
    message: BilingualText(
      vi: "số liệu gốc của chỉ tiêu “{target}” đã đạt mức đề ra; không có tỷ lệ thực hiện",
      en: "the baseline of the target “{target}” meets the goal; there is no progress to tell"),
    fix: BilingualText(vi: "kiểm tra số liệu gốc và giá trị", en: "check the baseline and the value"))
}
