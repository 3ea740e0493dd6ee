extension ScheduleInstallation {
  /// Lines for a crontab: an hourly look whether the planned run is still owed, which makes up for one that was missed
  /// while the machine was off, and the daily check.
  ///
  /// cron goes by the machine's own time zone; an hourly look needs none, and the check is at most a day late.
  public var cronLines: [String] {
    let folder = "cd \(folder.quotedForCron)"
    let program = program.quotedForCron
    let file = pipelineFile.quotedForCron
    var lines: [String] = []
    if schedule.runAt != nil {
      lines.append("5 * * * * \(folder) && \(program) run \(file) --if-due\(told(of: "run_failed"))")
    }
    lines.append(
      "\(checkMinute) \(checkHour) * * * \(folder) && \(program) schedule check \(file)\(told(of: "check_failed"))")
    return lines
  }

  private func told(of event: String) -> String {
    guard let notification else { return "" }
    let variables = "YKIEN_PIPELINE=\(pipeline.quotedForCron) YKIEN_EVENT=\(event)"
    return " || \(variables) /bin/sh -c \(notification.quotedForCron)"
  }
}

extension String {
  /// The text as one word of a shell in a crontab, in which `%` would end the line (crontab(5)).
  fileprivate var quotedForCron: String {
    var text = "'"
    for scalar in unicodeScalars where scalar.value >= 32 && scalar.value != 127 {
      switch scalar {
      case "'": text += "'\\''"
      case "%": text += "\\%"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "'"
  }
}
