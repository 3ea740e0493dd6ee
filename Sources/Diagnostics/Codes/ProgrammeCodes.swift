// Codes of programmes and the register of bodies: PROG-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let programmeCodes: [DiagnosticCode] = [
    programmeColumnMissing, programmeCellUnreadable, programmeRowRepeated, programmeAgencyUnknown,
    programmeRecipientReplaced, programmeRecipientEnded, programmeMilestoneDiffers, programmeAgenciesEnded,
    programmeTaskUnknown,
  ]

  /// A table of a programme lacks a column.
  public static let programmeColumnMissing = DiagnosticCode(
    "PROG-001", .error,
    message: BilingualText(vi: "thiếu cột {column}", en: "the column {column} is missing"),
    fix: BilingualText(vi: "thêm cột; các cột cần có: {columns}", en: "add it; the columns are: {columns}"))

  /// A cell that does not hold what its column holds.
  public static let programmeCellUnreadable = DiagnosticCode(
    "PROG-002", .error,
    message: BilingualText(
      vi: "cột {column} cần {expected}, tìm thấy “{found}”",
      en: "the column {column} needs {expected}, found “{found}”"),
    fix: BilingualText(vi: "sửa ô này", en: "correct the cell"))

  /// A key stands twice.
  public static let programmeRowRepeated = DiagnosticCode(
    "PROG-003", .error,
    message: BilingualText(vi: "“{key}” đã có ở dòng {first}", en: "“{key}” stands in line {first} already"),
    fix: BilingualText(vi: "đặt tên khác hoặc xóa dòng thừa", en: "give it another name or delete one row"))

  /// A body that the register does not have.
  public static let programmeAgencyUnknown = DiagnosticCode(
    "PROG-004", .error,
    message: BilingualText(
      vi: "danh bạ cơ quan không có “{agency}”{suggestion}",
      en: "the register of bodies does not have “{agency}”{suggestion}"),
    fix: BilingualText(
      vi: "sửa mã hoặc thêm cơ quan vào danh bạ", en: "correct the key, or add the body to the register")
  )

  /// A recipient that ended, with successors.
  public static let programmeRecipientReplaced = DiagnosticCode(
    "PROG-005", .note,
    message: BilingualText(
      vi: "“{agency}” kết thúc hoạt động ({day}); báo cáo gửi cơ quan kế nhiệm: {successors}",
      en: "“{agency}” ended ({day}); the report goes to its successor: {successors}"),
    fix: BilingualText(
      vi: "ghi thẳng cơ quan kế nhiệm vào danh sách nơi nhận", en: "name the successor in the list of recipients"))

  /// A recipient that ended, without successors.
  public static let programmeRecipientEnded = DiagnosticCode(
    "PROG-006", .warning,
    message: BilingualText(
      vi: "“{agency}” kết thúc hoạt động ({day}) và danh bạ không ghi cơ quan kế nhiệm; không đưa vào nơi nhận",
      en: "“{agency}” ended ({day}) and the register names no successor; it is left out of the recipients"),
    fix: BilingualText(
      vi: "hỏi cơ quan cấp trên và ghi cơ quan kế nhiệm vào danh bạ",
      en: "ask the level above and write the successor into the register"))

  /// A milestone of the programme differs from the schedule's.
  public static let programmeMilestoneDiffers = DiagnosticCode(
    "PROG-007", .warning,
    message: BilingualText(
      vi: "mốc {milestone} của chương trình là {planned}, lịch trong pipeline ghi {scheduled}",
      en: "the programme's milestone {milestone} is {planned}, the schedule of the pipeline says {scheduled}"),
    fix: BilingualText(vi: "ghi cùng một ngày ở cả hai nơi", en: "write the same day in both places"))

  /// Bodies of the plan that ended without a successor.
  public static let programmeAgenciesEnded = DiagnosticCode(
    "PROG-008", .note,
    message: BilingualText(
      vi: "{count} cơ quan của chương trình đã kết thúc hoạt động mà danh bạ chưa ghi cơ quan kế nhiệm",
      en: "{count} bodies of the programme ended and the register names no successor yet"),
    fix: BilingualText(
      vi: "xem bảng programme-agencies và bổ sung danh bạ",
      en: "see the table programme-agencies and complete the register")
  )

  /// A task was reported that the plan does not have.
  public static let programmeTaskUnknown = DiagnosticCode(
    "PROG-009", .warning,
    message: BilingualText(
      vi: "có báo cáo về nhiệm vụ {tasks} mà kế hoạch không có",
      en: "tasks {tasks} were reported that the plan does not have"),
    fix: BilingualText(vi: "sửa số nhiệm vụ trong biểu bm-03", en: "correct the numbers in the form bm-03"))
}
