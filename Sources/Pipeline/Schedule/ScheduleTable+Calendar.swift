internal import CivilCalendar
public import Diagnostics

extension ScheduleTable {
  /// The steps of every round as a calendar (iCalendar, RFC 5545) for programs such as Outlook: whole days with a reminder
  /// two days before, and the planned run. The same table gives the same bytes.
  public func calendar(language: InterfaceLanguage) -> String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ykien//schedule//\(language.rawValue.uppercased())"]
    for status in statuses {
      for step in status.milestones {
        lines += event(
          "\(status.pipeline)-\(step.kind.rawValue)-\(step.planned.iso)",
          "\(step.kind.name[language]) – \(status.pipeline)", on: step.day, asOf: status.asOf)
      }
      lines += event(
        "\(status.pipeline)-last_day-\(status.lastDay.iso)",
        language.pick("hạn cuối gửi báo cáo", "last day for the report") + " – \(status.pipeline)", on: status.lastDay,
        asOf: status.asOf)
      if let run = status.run {
        // Vietnam keeps UTC+7 all year.
        let minutes = run.hour * 60 + run.minute - 7 * 60
        let day = minutes < 0 ? CivilDay(number: run.day.number - 1) : run.day
        let clock = (minutes + 1440) % 1440
        let start = "\(day.compact)T\((clock / 60).twoDigits)\((clock % 60).twoDigits)00Z"
        lines += [
          "BEGIN:VEVENT", "UID:\("\(status.pipeline)-run-\(run.day.iso)".escapedForCalendar)@ykien",
          "DTSTAMP:\(status.asOf.compact)T000000Z", "DTSTART:\(start)", "DURATION:PT15M",
          "SUMMARY:\((language.pick("ykien chạy", "ykien runs") + " – \(status.pipeline)").escapedForCalendar)",
          "END:VEVENT",
        ]
      }
    }
    for status in retention where status.daysLeft >= 0 {
      let what =
        switch status.step {
        case .deidentify: language.pick("ngày cuối phiếu còn danh tính", "last day before records are de-identified")
        case .purge: language.pick("ngày cuối còn giữ phiếu", "last day before records are purged")
        }
      lines += event(
        "\(status.pipeline)-\(status.step.rawValue)-\(status.day.iso)", "\(what) – \(status.pipeline)", on: status.day,
        asOf: CivilDay(number: status.day.number - status.daysLeft))
    }
    lines.append("END:VCALENDAR")
    return lines.map { $0.foldedForCalendar + "\r\n" }.joined()
  }

  private func event(_ identifier: String, _ summary: String, on day: CivilDay, asOf: CivilDay) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(identifier.escapedForCalendar)@ykien", "DTSTAMP:\(asOf.compact)T000000Z",
      "DTSTART;VALUE=DATE:\(day.compact)", "DTEND;VALUE=DATE:\(CivilDay(number: day.number + 1).compact)",
      "SUMMARY:\(summary.escapedForCalendar)", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY",
      "TRIGGER:-P2D", "DESCRIPTION:\(summary.escapedForCalendar)", "END:VALARM", "END:VEVENT",
    ]
  }
}

extension CivilDay {
  /// The day as `yyyyMMdd`.
  fileprivate var compact: String { iso.filter { $0 != "-" } }
}

extension Int {
  fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

extension String {
  /// The text as a value of iCalendar: `\`, `;`, `,` and line ends escaped, other control characters left out.
  fileprivate var escapedForCalendar: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case ";": text += "\\;"
      case ",": text += "\\,"
      case "\n": text += "\\n"
      default: if scalar.value >= 32 && scalar.value != 127 { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }

  /// The line in pieces of at most 75 bytes, each but the first begun with a space, no character torn.
  fileprivate var foldedForCalendar: String {
    var text = ""
    var room = 75
    for character in unicodeScalars {
      let size = character.utf8.count
      if size > room {
        text += "\r\n "
        room = 74
      }
      text.unicodeScalars.append(character)
      room -= size
    }
    return text
  }
}
