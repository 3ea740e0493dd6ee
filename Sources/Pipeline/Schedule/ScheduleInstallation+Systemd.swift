extension ScheduleInstallation {
  /// A unit of systemd: the name of its file and its text.
  public struct Unit: Sendable, Hashable {
    /// The name of the file.
    public let name: String
    /// Its text.
    public let text: String
  }

  /// The units: a service and a timer for the run (when the schedule has one), the same for the daily check, and a service
  /// that notifies.
  ///
  /// `Persistent=true` makes up for a run that was missed while the machine was off (systemd.timer(5)).
  public var systemdUnits: [Unit] {
    var units: [Unit] = []
    if let run = schedule.runAt {
      let clock = "\(run.hour.paddedToTwo):\(run.minute.paddedToTwo):00"
      units.append(
        service(
          "", "run of \(pipeline)", command: ["run", pipelineFile], failed: "run_failed", succeeded: "run_done"))
      units.append(
        timer(
          "", "run of \(pipeline)",
          calendar: "*-\(run.day.month.paddedToTwo)-\(run.day.day.paddedToTwo) \(clock) Asia/Ho_Chi_Minh"))
    }
    units.append(
      service(
        "-check", "daily check of \(pipeline)", command: ["schedule", "check", pipelineFile], failed: "check_failed"))
    units.append(
      timer(
        "-check", "daily check of \(pipeline)",
        calendar: "*-*-* \(checkHour.paddedToTwo):\(checkMinute.paddedToTwo):00 Asia/Ho_Chi_Minh"))
    if let notification {
      units.append(
        Unit(
          name: "\(stem)-notify@.service",
          text: """
            [Unit]
            Description=ykien: %i of \(described)

            [Service]
            Type=oneshot
            WorkingDirectory=\(folder.escapedForUnit)
            Environment=\("YKIEN_PIPELINE=\(pipeline)".quotedForUnit) YKIEN_EVENT=%i
            ExecStart=/bin/sh -c \(notification.quotedForUnit)

            """))
    }
    return units
  }

  /// The names of the timers, to be switched on.
  public var timers: [String] { systemdUnits.map(\.name).filter { $0.hasSuffix(".timer") } }

  private var described: String { pipeline.escapedForUnit }

  private func service(
    _ suffix: String, _ what: String, command: [String], failed: String, succeeded: String? = nil
  ) -> Unit {
    var text = "[Unit]\nDescription=ykien: \(what.escapedForUnit)\n"
    if notification != nil {
      text += "OnFailure=\(stem)-notify@\(failed).service\n"
      if let succeeded { text += "OnSuccess=\(stem)-notify@\(succeeded).service\n" }
    }
    text += """

      [Service]
      Type=oneshot
      WorkingDirectory=\(folder.escapedForUnit)
      ExecStart=\(([program] + command).map(\.quotedForUnit).joined(separator: " "))

      """
    return Unit(name: "\(stem)\(suffix).service", text: text)
  }

  private func timer(_ suffix: String, _ what: String, calendar: String) -> Unit {
    Unit(
      name: "\(stem)\(suffix).timer",
      text: """
        [Unit]
        Description=ykien: \(what.escapedForUnit)

        [Timer]
        OnCalendar=\(calendar)
        Persistent=true

        [Install]
        WantedBy=timers.target

        """)
  }
}

extension String {
  /// The text in a unit: percent signs doubled, control characters left out (systemd.unit(5), specifiers).
  fileprivate var escapedForUnit: String {
    var text = ""
    for scalar in unicodeScalars where scalar.value >= 32 && scalar.value != 127 {
      text += scalar == "%" ? "%%" : String(scalar)
    }
    return text
  }

  /// The text as one argument of a command line in a unit (systemd.service(5), command lines).
  fileprivate var quotedForUnit: String {
    var text = "\""
    for scalar in escapedForUnit.unicodeScalars {
      switch scalar {
      case "\\", "\"": text += "\\" + String(scalar)
      case "$": text += "$$"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
