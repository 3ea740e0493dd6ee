public import CivilCalendar
public import Diagnostics
public import Estimation

extension Programme {
  /// How a task stands, by what was reported of it.
  public struct TaskStanding: Sendable, Hashable {
    /// The state's code.
    public var state: String
    /// The state in words.
    public var wording: BilingualText
    /// The day as of which it was reported.
    public var reportedOn: CivilDay?

    /// Creates a standing.
    public init(state: String, wording: BilingualText, reportedOn: CivilDay?) {
      self.state = state
      self.wording = wording
      self.reportedOn = reportedOn
    }
  }

  /// The table `programme-tasks`: each task with those who lead it, by the names of the plan and by those of the day, its
  /// time and how it stands.
  ///
  /// - Parameter standings: by the number of the task; a task that is not there was not reported.
  public func taskTable(
    on day: CivilDay, agencies: AgencyRegister, standings: [String: TaskStanding]
  ) -> SideTable {
    var table = SideTable(
      name: "programme-tasks", title: BilingualText(vi: "Nhiệm vụ của chương trình", en: "Tasks of the programme"),
      columns: [
        "task", "group", "label_vi", "label_en", "lead_vi", "lead_now_vi", "joint_vi", "timing", "timing_vi", "starts",
        "due", "state", "state_vi", "state_en", "reported_on", "source",
      ])
    for task in tasks {
      let standing = standings[task.code]
      table.add([
        .text(task.code), .text(task.group), .text(task.label.vietnamese), .text(task.label.english),
        .text(agencies.names(task.leads)), .text(agencies.names(task.leads, on: day)),
        .text(agencies.names(task.joint)),
        .text(task.timing.rawValue), .text(task.timingWording), .text(task.starts?.iso ?? ""),
        .text(task.due?.iso ?? ""), .text(standing?.state ?? ""),
        .text(standing?.wording.vietnamese ?? "chưa báo cáo"), .text(standing?.wording.english ?? "not reported"),
        .text(standing?.reportedOn?.iso ?? ""), .text(task.source),
      ])
    }
    return table
  }

  /// The table `programme-reporting`: who reports to whom, by the names of the plan and by those of the day.
  public func lineTable(on day: CivilDay, agencies: AgencyRegister) -> SideTable {
    var table = SideTable(
      name: "programme-reporting", title: BilingualText(vi: "Chế độ báo cáo", en: "Lines of reporting"),
      columns: [
        "step", "reporter_vi", "reporter_now_vi", "receiver_vi", "receiver_now_vi", "through_vi", "copy_vi", "due",
        "repeats", "repeats_vi", "source",
      ])
    for line in lines {
      table.add([
        .text(line.step), .text(agencies.names(line.reporters)), .text(agencies.names(line.reporters, on: day)),
        .text(agencies.names(line.receivers)), .text(agencies.names(line.receivers, on: day)),
        .text(agencies.names(line.through, on: day)), .text(agencies.names(line.copies, on: day)), .text(line.due),
        .text(line.repeats), .text(line.wording), .text(line.source),
      ])
    }
    return table
  }

  /// The table `programme-agencies`: the bodies of the plan that no longer exist on a day, with the day they ended and
  /// whoever took their place.
  public func agencyTable(on day: CivilDay, agencies: AgencyRegister) -> SideTable {
    var table = SideTable(
      name: "programme-agencies",
      title: BilingualText(
        vi: "Cơ quan của chương trình đã kết thúc hoạt động và cơ quan kế nhiệm",
        en: "Bodies of the programme that ended, and their successors"),
      columns: ["agency", "label_vi", "label_en", "ended", "successor_vi", "successor_en", "note", "source"])
    for id in mentionedAgencies {
      guard let agency = agencies.agencies[id], agency.isOver(on: day) else { continue }
      let heirs = agencies.successors(of: id, on: day)
      table.add([
        .text(id), .text(agency.label.vietnamese), .text(agency.label.english), .text(agency.ending?.wording ?? ""),
        .text(heirs.isEmpty ? "chưa xác định" : heirs.map(\.label.vietnamese).joined(separator: "; ")),
        .text(heirs.isEmpty ? "not known" : heirs.map(\.label.english).joined(separator: "; ")),
        .text(agency.note), .text(agency.source),
      ])
    }
    return table
  }

  /// The keys of all bodies that the plan names, once each, in its order.
  public var mentionedAgencies: [String] {
    var seen: Set<String> = []
    let all =
      tasks.flatMap { $0.leads + $0.joint }
      + lines.flatMap { $0.reporters + $0.receivers + $0.through + $0.copies } + recipients.compactMap(\.agency)
    return all.filter { seen.insert($0).inserted }
  }
}

extension Programme.Task {
  /// When it is to be done, in words.
  fileprivate var timingWording: String {
    switch timing {
    case .regular: "Thường xuyên"
    case .period:
      [starts, due].compactMap { $0.map { String($0.parts.year) } }.reduce(into: [String]()) { years, year in
        if years.last != year { years.append(year) }
      }.joined(separator: "–")
    case .afterGuidance: "Sau khi có hướng dẫn của Trung ương"
    case .notStated: "Kế hoạch không nêu"
    }
  }
}

extension Programme.Line {
  /// When the step is done, in words; a day of one year or of every year.
  fileprivate var wording: String {
    let parts = due.split(separator: "-").compactMap { Int($0) }
    let day = parts.suffix(2).reversed().map(String.init).joined(separator: "/")
    return switch (repeats, parts.count) {
    case ("yearly", 2...): "hằng năm, chậm nhất ngày \(day)"
    case ("yearly", _): "hằng năm"
    case ("once", 3): "một lần, chậm nhất ngày \(day)/\(parts[0])"
    case ("once", _): "một lần"
    case ("as_needed", _): "khi phát sinh"
    default: "định kỳ"
    }
  }
}

extension AgencyRegister {
  /// The names of bodies as the plan has them.
  func names(_ ids: [String]) -> String {
    ids.compactMap { agencies[$0]?.label.vietnamese }.joined(separator: "; ")
  }

  /// The names of those that stand for bodies on a day; a body that ended without a successor is named with that.
  func names(_ ids: [String], on day: CivilDay) -> String {
    var names: [String] = []
    for id in ids {
      guard let agency = agencies[id] else { continue }
      let heirs = successors(of: id, on: day).map(\.label.vietnamese)
      for name in heirs.isEmpty ? ["[cơ quan kế nhiệm \(agency.label.vietnamese)]"] : heirs where !names.contains(name)
      {
        names.append(name)
      }
    }
    return names.joined(separator: "; ")
  }
}
