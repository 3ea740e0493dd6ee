internal import CivilCalendar
internal import Diagnostics

extension Milestone.Kind {
  /// The step's name in a table.
  var name: BilingualText {
    switch self {
    case .dataCutoff: BilingualText(vi: "chốt số liệu", en: "data cut-off")
    case .unitDue: BilingualText(vi: "đơn vị gửi báo cáo", en: "units deliver")
    case .unionDue: BilingualText(vi: "Liên hiệp hội lập xong báo cáo", en: "the union's report is ready")
    case .finalDue: BilingualText(vi: "gửi báo cáo", en: "the report leaves the house")
    }
  }
}

extension ReadinessObstacle {
  /// The word by which a program knows it.
  var code: String {
    switch self {
    case .noStore: "no_store"
    case .noRecords: "no_records"
    case .simulatedAnswers: "simulated_answers"
    case .cutoffAhead: "cutoff_ahead"
    case .noReport: "no_report"
    case .reportBeforeCutoff: "report_before_cutoff"
    case .reportOfEarlierRound: "report_of_earlier_round"
    case .newerAnswers: "newer_answers"
    case .lostAnswers: "lost_answers"
    case .missingFile: "missing_file"
    }
  }

  /// What a person reads.
  func text(in language: InterfaceLanguage) -> String {
    let wording: BilingualText =
      switch self {
      case .noStore: BilingualText(vi: "chưa nhận phiếu nào", en: "no answers were taken in yet")
      case .noRecords: BilingualText(vi: "kho chưa có phiếu nào của kỳ này", en: "the store has no record of this wave")
      case .simulatedAnswers:
        BilingualText(vi: "số liệu là mô phỏng, chưa có câu trả lời thật", en: "the answers are simulated")
      case .cutoffAhead(let day):
        BilingualText(
          vi: "còn nhận phiếu đến hết ngày \(day.text(in: .vietnamese))",
          en: "answers still come in until the end of \(day.text(in: .english))")
      case .noReport: BilingualText(vi: "chưa lập báo cáo", en: "there is no report")
      case .reportBeforeCutoff(let written, let cutoff):
        BilingualText(
          vi: "báo cáo lập ngày \(written.text(in: .vietnamese)), "
            + "chưa qua ngày chốt số liệu \(cutoff.text(in: .vietnamese))",
          en: "the report of \(written.text(in: .english)) was not written "
            + "after the data cut-off of \(cutoff.text(in: .english))")
      case .reportOfEarlierRound(let written):
        BilingualText(
          vi: "báo cáo lập ngày \(written.text(in: .vietnamese)) là của kỳ trước",
          en: "the report of \(written.text(in: .english)) belongs to the round before")
      case .newerAnswers:
        BilingualText(vi: "có phiếu mới sau khi lập báo cáo", en: "answers came in after the report was written")
      case .lostAnswers:
        BilingualText(
          vi: "báo cáo có tính các phiếu mà sau đó đã bị xóa hoặc thay đổi",
          en: "the report counts records that were erased or changed since")
      case .missingFile(let path):
        BilingualText(vi: "không có tệp \(path.printable)", en: "there is no file \(path.printable)")
      }
    return wording[language]
  }
}

extension ReadinessRemark {
  /// The word by which a program knows it.
  var code: String {
    switch self {
    case .openQuarantine: "open_quarantine"
    case .lateUnits: "late_units"
    }
  }

  /// What a person reads.
  func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.openQuarantine(let count), .vietnamese): "\(count) phiếu đang bị cách ly, không tính vào số liệu"
    case (.openQuarantine(1), .english): "1 record is quarantined and counts in no figure"
    case (.openQuarantine(let count), .english): "\(count) records are quarantined and count in no figure"
    case (.lateUnits(let count), .vietnamese): "\(count) đơn vị còn quá ít người trả lời"
    case (.lateUnits(1), .english): "1 unit has too few answers"
    case (.lateUnits(let count), .english): "\(count) units have too few answers"
    }
  }
}

extension CivilDay {
  /// The day as people write it: `14/12/2026` in Vietnamese, `2026-12-14` in English.
  func text(in language: InterfaceLanguage) -> String {
    guard language == .vietnamese else { return iso }
    return iso.split(separator: "-").reversed().joined(separator: "/")
  }
}

/// How far a day is away.
func distance(_ days: Int, in language: InterfaceLanguage) -> String {
  switch (language, days) {
  case (.vietnamese, 0): "hôm nay"
  case (.vietnamese, 1...): "còn \(days) ngày"
  case (.vietnamese, _): "đã qua \(-days) ngày"
  case (.english, 0): "today"
  case (.english, 1): "in 1 day"
  case (.english, -1): "1 day ago"
  case (.english, 1...): "in \(days) days"
  case (.english, _): "\(-days) days ago"
  }
}
