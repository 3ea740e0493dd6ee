// Codes of the calendar: PIPE-100 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// The file of days off lacks a column.
  public static let pipelineHolidayColumn = DiagnosticCode(
    "PIPE-100", .error,
    message: BilingualText(
      vi: "tệp ngày nghỉ không có cột \"{column}\"", en: "the file of days off has no column \"{column}\""),
    fix: BilingualText(
      vi: "dòng tiêu đề là day,kind,name; kind là off (nghỉ) hoặc work (làm bù)",
      en: "the headings are day,kind,name; kind is off or work"))

  /// A row of the file of days off says nothing that can be used.
  public static let pipelineHolidayUnreadable = DiagnosticCode(
    "PIPE-101", .error,
    message: BilingualText(
      vi: "cột {column} cần {expected}", en: "column {column} needs {expected}"),
    fix: BilingualText(vi: "sửa ô này", en: "correct this cell"))

  /// A pipeline without the schedule that was asked for.
  public static let pipelineNoSchedule = DiagnosticCode(
    "PIPE-102", .error,
    message: BilingualText(
      vi: "tệp pipeline không có lịch chạy (schedule, run_at)",
      en: "the pipeline has no schedule to run by (schedule, run_at)"),
    fix: BilingualText(
      vi: "thêm mục schedule với due và run_at; xem Documentation/calendar.vi.md",
      en: "add the section schedule with due and run_at; see Documentation/calendar.md"))

  static let pipelineCalendarCodes: [DiagnosticCode] = [
    pipelineHolidayColumn, pipelineHolidayUnreadable, pipelineNoSchedule,
  ]
}
