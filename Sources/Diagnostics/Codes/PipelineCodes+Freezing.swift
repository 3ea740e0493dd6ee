// Codes of runs over frozen waves: PIPE-060 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// The wave is to be frozen at a cut-off that the pipeline does not name.
  public static let pipelineFreezeWithoutCutoff = DiagnosticCode(
    "PIPE-060", .error,
    message: BilingualText(
      vi: "`freeze: data_cutoff` cần có `period` và mốc `schedule.milestones.data_cutoff`",
      en: "`freeze: data_cutoff` needs `period` and the milestone `schedule.milestones.data_cutoff`"),
    fix: BilingualText(
      vi: "thêm các mục ấy, hoặc ghi thẳng ngày: `freeze: 2026-11-20`",
      en: "add them, or write the day itself: `freeze: 2026-11-20`"))

  /// The wave was frozen because its day is over.
  public static let pipelineWaveFrozen = DiagnosticCode(
    "PIPE-061", .note,
    message: BilingualText(
      vi: "kỳ {wave} hết hạn nhận ngày {day}: đã chốt số liệu với {count} phiếu",
      en: "the wave {wave} ended on {day} and is frozen now, with {count} records"),
    fix: BilingualText(
      vi: "phiếu đến sau được giữ riêng; muốn tính thêm thì dùng `ykien store unfreeze`",
      en: "what comes later is kept apart; to count it after all, use `ykien store unfreeze`"))

  /// The wave would be frozen.
  public static let pipelineWaveToFreeze = DiagnosticCode(
    "PIPE-062", .note,
    message: BilingualText(
      vi: "kỳ {wave} hết hạn nhận ngày {day}: sẽ chốt số liệu", en: "the wave {wave} ended on {day} and would be frozen"
    ),
    fix: BilingualText(vi: "không cần làm gì", en: "nothing is to be done"))

  /// Records that a report of a frozen wave counts were erased.
  public static let pipelineFrozenErased = DiagnosticCode(
    "PIPE-063", .warning,
    message: BilingualText(
      vi: "{count} phiếu của kỳ {wave} đã bị xóa sau khi lập báo cáo này",
      en: "{count} records of the wave {wave} were erased after this report was made"),
    fix: BilingualText(
      vi: "lập lại báo cáo và thay các bản đã phát hành", en: "make the report again and replace the copies handed out")
  )

  /// The wave was unfrozen after a report of it.
  public static let pipelineWaveThawed = DiagnosticCode(
    "PIPE-064", .warning,
    message: BilingualText(
      vi: "kỳ {wave} đã được bỏ chốt số liệu sau khi lập báo cáo này",
      en: "the wave {wave} was unfrozen after this report was made"),
    fix: BilingualText(
      vi: "xem lý do bằng `ykien store status`; lập lại báo cáo nếu số liệu đã khác",
      en: "`ykien store status` says why; make the report again if its figures differ"))

  static let pipelineFreezeCodes: [DiagnosticCode] = [
    pipelineFreezeWithoutCutoff, pipelineWaveFrozen, pipelineWaveToFreeze, pipelineFrozenErased, pipelineWaveThawed,
  ]
}
