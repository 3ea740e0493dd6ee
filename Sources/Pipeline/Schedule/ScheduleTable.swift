internal import CivilCalendar
public import Diagnostics

/// Several pipelines' status on one day, as text and as JSON.
public struct ScheduleTable: Sendable {
  /// The pipelines with a schedule, those due first at the top.
  public let statuses: [ScheduleStatus]
  /// The pipelines without one.
  public let unscheduled: [String]
  /// What was announced for personal data, the earliest day first.
  public let retention: [RetentionStatus]

  /// Creates a table.
  public init(statuses: [ScheduleStatus], unscheduled: [String] = [], retention: [RetentionStatus] = []) {
    self.statuses = statuses.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
      .map(\.element)
    self.unscheduled = unscheduled
    self.retention = retention.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  /// A paragraph for each pipeline, for people; ends in a newline.
  public func text(language: InterfaceLanguage) -> String {
    let isEnglish = language == .english
    var paragraphs = statuses.map { paragraph(for: $0, language: language) }
    if !unscheduled.isEmpty {
      paragraphs.append(
        (isEnglish ? "Without a schedule: " : "Không có lịch: ") + unscheduled.joined(separator: ", ") + ".")
    }
    if !retention.isEmpty {
      paragraphs.append(retention.map { $0.text(in: language) }.joined(separator: "\n"))
    }
    if paragraphs.isEmpty { paragraphs = [isEnglish ? "There are no pipelines." : "Không có pipeline nào."] }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  /// An array with an object for each pipeline that has a schedule or announced days, keys in a fixed order; ends in a newline.
  ///
  /// `days_left` counts to the due day, which itself is too late; a milestone's is negative when it is over.
  public func json() -> String {
    var objects = statuses.map { status in
      let milestones = status.milestones.map { step in
        object([
          ("name", step.kind.rawValue.quotedForJSON), ("day", step.day.iso.quotedForJSON),
          ("days_left", "\(status.daysLeft(to: step))"), ("planned", step.planned.iso.quotedForJSON),
          ("overdue", status.overdue.contains(step) ? "true" : "false"),
        ])
      }
      return object([
        ("pipeline", status.pipeline.quotedForJSON), ("as_of", status.asOf.iso.quotedForJSON),
        ("due", status.due.iso.quotedForJSON),
        ("last_day", status.lastDay.iso.quotedForJSON), ("days_left", "\(status.daysLeft)"),
        ("ready", status.isReady ? "true" : "false"),
        ("obstacles", list(status.obstacles.map { $0.code.quotedForJSON })),
        ("remarks", list(status.remarks.map { $0.code.quotedForJSON })), ("milestones", list(milestones)),
        ("missed_round", status.missedRound.map(\.iso.quotedForJSON) ?? "null"),
        ("retention", list(retention.filter { $0.pipeline == status.pipeline }.map(\.json))),
        ("run_at", status.run.map { ("\($0.day.iso)T\($0.clock):00+07:00").quotedForJSON } ?? "null"),
      ])
    }
    for name in unscheduled where retention.contains(where: { $0.pipeline == name }) {
      let own = retention.filter { $0.pipeline == name }
      objects.append(object([("pipeline", name.quotedForJSON), ("retention", list(own.map(\.json)))]))
    }
    return objects.isEmpty ? "[]\n" : "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"
  }

  private func paragraph(for status: ScheduleStatus, language: InterfaceLanguage) -> String {
    let isEnglish = language == .english
    let due = status.due.text(in: language)
    var lines = [
      isEnglish
        ? "\(status.pipeline.printable): due before \(due), \(distance(status.daysLeft, in: language))"
        : "\(status.pipeline.printable): gửi trước ngày \(due), \(distance(status.daysLeft, in: language))"
    ]
    let names = status.milestones.map { $0.kind.name[language] }
    let width = names.map(\.count).max() ?? 0
    if let missed = status.missedRound {
      let day = missed.text(in: language)
      lines.append(isEnglish ? "  NO REPORT WAS MADE before \(day)" : "  CHƯA CÓ BÁO CÁO nào trước ngày \(day)")
    }
    for (step, name) in zip(status.milestones, names) {
      let padded = name + String(repeating: " ", count: width - name.count)
      var line = "  \(padded)  \(step.day.text(in: language))  \(distance(status.daysLeft(to: step), in: language))"
      if step.day != step.planned {
        let planned = step.planned.text(in: language)
        line += isEnglish ? " (\(planned) is a day off)" : " (\(planned) là ngày nghỉ)"
      }
      if status.overdue.contains(step) { line += isEnglish ? "  OVERDUE" : "  QUÁ HẠN" }
      lines.append(line)
    }
    if let run = status.run {
      let day = run.day.text(in: language)
      lines.append(
        isEnglish ? "  to be run on \(day) at \(run.clock)" : "  dự kiến chạy lúc \(run.clock) ngày \(day)")
    }
    if status.isReady {
      lines.append(isEnglish ? "  ready" : "  sẵn sàng")
    } else {
      lines.append(isEnglish ? "  not ready:" : "  chưa sẵn sàng:")
      lines += status.obstacles.map { "    - \($0.text(in: language))" }
    }
    if !status.remarks.isEmpty {
      lines.append(isEnglish ? "  to be looked at:" : "  cần xem:")
      lines += status.remarks.map { "    - \($0.text(in: language))" }
    }
    return lines.joined(separator: "\n")
  }
}

extension ScheduledRun {
  /// The time of day, `07:00`.
  var clock: String { [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") }
}

private func object(_ members: [(name: String, value: String)]) -> String {
  "{" + members.map { "\($0.name.quotedForJSON): \($0.value)" }.joined(separator: ", ") + "}"
}

private func list(_ values: [String]) -> String { "[" + values.joined(separator: ", ") + "]" }
