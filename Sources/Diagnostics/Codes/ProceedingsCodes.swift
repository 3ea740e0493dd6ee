// Codes of tasks, petitions, consultations and rounds: PROC-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A form without a question that the analysis reads.
  public static let proceedingsQuestionMissing = DiagnosticCode(
    "PROC-001", .error,
    message: BilingualText(
      vi: "phiếu “{form}” không có câu hỏi “{name}” mà mục {key} cần",
      en: "the form “{form}” has no question “{name}”, which {key} needs"),
    fix: BilingualText(
      vi: "dùng mục này với mẫu bm-03 (tasks), bm-05 (petitions) hoặc pks-02 (consultation)",
      en: "use the section with the form bm-03 (tasks), bm-05 (petitions) or pks-02 (consultation)"))

  /// Reports of a day after the one asked for.
  public static let laterReportsLeftOut = DiagnosticCode(
    "PROC-002", .note,
    message: BilingualText(
      vi: "{count} báo cáo chốt sau ngày {day} không được tính",
      en: "{count} reports as of days after {day} were left out"),
    fix: BilingualText(vi: "đặt --as-of muộn hơn để tính cả chúng", en: "use a later --as-of to count them"))

  /// Tasks of which the lead agency did not report.
  public static let tasksWithoutLead = DiagnosticCode(
    "PROC-003", .warning,
    message: BilingualText(
      vi: "{count} nhiệm vụ chưa có báo cáo của cơ quan chủ trì; tính theo báo cáo của cơ quan phối hợp",
      en: "{count} tasks were not reported by their lead agency; what a supporting agency reported counts"),
    fix: BilingualText(
      vi: "xem cờ no_lead_report trong bảng tasks và đôn đốc cơ quan chủ trì",
      en: "see the flag no_lead_report in the table tasks, and remind the lead agencies"))

  /// Tasks that several agencies lead.
  public static let tasksWithSeveralLeads = DiagnosticCode(
    "PROC-004", .warning,
    message: BilingualText(
      vi: "{count} nhiệm vụ có hơn một cơ quan báo là chủ trì; mỗi cơ quan được tính một lần",
      en: "{count} tasks are reported by more than one agency as lead; each agency counts once"),
    fix: BilingualText(
      vi: "đối chiếu phân công trong kế hoạch", en: "compare with the plan who leads"))

  /// Nothing to analyse.
  public static let noProceedings = DiagnosticCode(
    "PROC-005", .warning,
    message: BilingualText(
      vi: "chưa có dòng nào của mục {key} trong kỳ và đến ngày tính",
      en: "there is no entry of {key} in the period and up to the day asked for"),
    fix: BilingualText(vi: "nhận báo cáo trước khi tổng hợp", en: "take reports in first"))

  /// A table of an official without a column.
  public static let proceedingsColumnMissing = DiagnosticCode(
    "PROC-006", .error,
    message: BilingualText(vi: "bảng thiếu cột “{column}”", en: "the table lacks the column “{column}”"),
    fix: BilingualText(vi: "thêm cột này", en: "add the column"))

  /// A need that is tied to a theme that the form does not have.
  public static let needThemeUnknown = DiagnosticCode(
    "PROC-007", .warning,
    message: BilingualText(
      vi: "nhóm kiến nghị “{theme}” trong bảng nối không có trong phiếu",
      en: "the form has no theme “{theme}”, which the table ties to a need"),
    fix: BilingualText(vi: "sửa tên nhóm, hoặc bỏ dòng này", en: "correct the name, or remove the line"))

  /// A theme that no need is tied to.
  public static let themeWithoutNeed = DiagnosticCode(
    "PROC-008", .warning,
    message: BilingualText(
      vi: "nhóm kiến nghị “{theme}” chưa được nối với nhu cầu nào", en: "the theme “{theme}” is tied to no need"),
    fix: BilingualText(
      vi: "thêm dòng theme,need; để trống need nếu nhóm này không nói về nhu cầu nào",
      en: "add a line theme,need; leave need blank for a theme that speaks of none"))

  /// An agency's response that is none of the words.
  public static let clauseResponseUnknown = DiagnosticCode(
    "PROC-009", .error,
    message: BilingualText(
      vi: "cột response cần một trong {expected}", en: "the column response needs one of {expected}"),
    fix: BilingualText(
      vi: "ghi đúng từ, hoặc để trống khi cơ quan chưa trả lời", en: "write the word, or leave it blank while open"))

  /// A response to a clause that nobody commented on.
  public static let clauseUnknown = DiagnosticCode(
    "PROC-010", .warning,
    message: BilingualText(
      vi: "không có ý kiến nào về điều, khoản ở dòng này", en: "nobody commented on the clause of this line"),
    fix: BilingualText(
      vi: "ghi tên văn bản và điều, khoản đúng như trong bảng đã xuất",
      en: "write document and clause as in the sheet that was written"))

  /// A clause that stands twice.
  public static let clauseRepeated = DiagnosticCode(
    "PROC-011", .error,
    message: BilingualText(
      vi: "điều, khoản ở dòng này đã có ở dòng {first}", en: "the clause of this line stands in line {first} already"),
    fix: BilingualText(vi: "gộp hai dòng thành một", en: "join the two lines"))

  /// A day that is none.
  public static let proceedingsDayUnreadable = DiagnosticCode(
    "PROC-012", .error,
    message: BilingualText(vi: "cột {column} cần ngày dạng yyyy-MM-dd", en: "column {column} needs a day yyyy-MM-dd"),
    fix: BilingualText(vi: "sửa ngày ở ô này", en: "correct the day"))

  /// Fewer than two rounds.
  public static let tooFewRounds = DiagnosticCode(
    "PROC-013", .warning,
    message: BilingualText(
      vi: "câu hỏi “{name}” chỉ cho {count} vòng; cần ít nhất hai vòng để so sánh",
      en: "“{name}” tells {count} rounds; two are needed to compare"),
    fix: BilingualText(vi: "nhận phiếu của vòng tiếp theo", en: "take the answers of the next round in"))

  /// Members who rated twice in one round.
  public static let panelKeyRepeated = DiagnosticCode(
    "PROC-014", .warning,
    message: BilingualText(
      vi: "vòng {round}: {count} mã thành viên có hơn một phiếu; phiếu sau cùng được ghép cặp",
      en: "round {round}: {count} members sent more than one answer; the last one is matched"),
    fix: BilingualText(vi: "kiểm tra các phiếu gửi trùng", en: "check answers that were sent twice"))

  /// Every code of this stage.
  static let proceedingsCodes: [DiagnosticCode] = [
    proceedingsQuestionMissing, laterReportsLeftOut, tasksWithoutLead, tasksWithSeveralLeads, noProceedings,
    proceedingsColumnMissing, needThemeUnknown, themeWithoutNeed, clauseResponseUnknown, clauseUnknown, clauseRepeated,
    proceedingsDayUnreadable, tooFewRounds, panelKeyRepeated,
  ]
}
