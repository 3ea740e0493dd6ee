internal import CivilCalendar
internal import Diagnostics
internal import Estimation
internal import FileSystem
internal import Geography
internal import Proceedings
internal import Programmes
internal import Reporting

/// A programme with the register of the bodies it names.
struct ProgrammeInputs: Sendable {
  let programme: Programme
  let agencies: AgencyRegister
}

extension PipelineDefinition {
  /// Reads the programme's tables and the register of bodies.
  func readProgramme() throws(StageFailure) -> ProgrammeInputs? {
    guard let programme else { return nil }
    let agencies = try AgencyRegister.read(
      bytes: try readFile(at: path(programme.agencies)), source: path(programme.agencies))
    let read = try Programme.read(agencies: agencies) { (file) throws(StageFailure) in
      let path = join(path(programme.folder), file.rawValue + ".csv")
      return (try readFile(at: path), path)
    }
    return ProgrammeInputs(programme: read, agencies: agencies)
  }
}

extension PipelineRun {
  /// Adds the tables of the programme: tasks with how they stand, lines of reporting, bodies that ended, milestones, the
  /// ground it was made for.
  func addProgramme(to result: inout EstimationResult) throws(StageFailure) {
    guard let inputs = programme else { return }
    let (programme, agencies) = (inputs.programme, inputs.agencies)
    let standings = taskStandings(in: result)
    let known = Set(programme.tasks.map(\.code))
    let strangers = standings.keys.filter { !known.contains($0) }.sorted()
    if !strangers.isEmpty {
      result.diagnostics.append(
        Diagnostic(
          .programmeTaskUnknown, at: SourcePosition(file: definition.source),
          ["tasks": strangers.joined(separator: ", ")]))
    }
    let ended = programme.agencyTable(on: asOf, agencies: agencies)
    result.tables += [
      programme.taskTable(on: asOf, agencies: agencies, standings: standings),
      programme.lineTable(on: asOf, agencies: agencies), try milestoneTable(programme), ended,
    ].filter { !$0.rows.isEmpty }
    if let area = definition.programme?.area, let crosswalk, let table = areaTable(of: area, crosswalk: crosswalk) {
      result.tables.append(table)
    }
    let orphans = programme.mentionedAgencies.count {
      agencies.agencies[$0]?.isOver(on: asOf) == true && agencies.successors(of: $0, on: asOf).isEmpty
    }
    if orphans > 0 {
      result.diagnostics.append(
        Diagnostic(
          .programmeAgenciesEnded, at: SourcePosition(file: definition.source), ["count": String(orphans)]))
    }
    result.diagnostics += programme.letter(on: asOf, agencies: agencies).diagnostics
    result.diagnostics += milestoneFindings(programme)
  }

  /// The issuer, with the programme's recipients of the day where the pipeline names none.
  func issuer(_ issuer: IssuerFacts) -> IssuerFacts {
    guard let inputs = programme else { return issuer }
    var issuer = issuer
    let letter = inputs.programme.letter(on: asOf, agencies: inputs.agencies)
    let blank = IssuerFacts()
    if issuer.addressees == blank.addressees, !letter.addressees.isEmpty { issuer.addressees = letter.addressees }
    if issuer.recipients == blank.recipients, !letter.copies.isEmpty {
      issuer.recipients = ["Như trên"] + letter.copies
    }
    return issuer
  }

  /// How tasks stand, by their numbers, as the table `tasks` has it.
  private func taskStandings(in result: EstimationResult) -> [String: Programme.TaskStanding] {
    guard let table = result.tables.first(where: { $0.name == "tasks" }),
      let task = table.columns.firstIndex(of: "task"), let state = table.columns.firstIndex(of: "state"),
      let day = table.columns.firstIndex(of: "reported_on")
    else { return [:] }
    var standings: [String: Programme.TaskStanding] = [:]
    for row in table.rows {
      guard case .text(let code) = row[task], case .text(let word) = row[state], case .text(let reported) = row[day],
        let found = PlanTask.State(rawValue: word)
      else { continue }
      standings[code] = Programme.TaskStanding(
        state: word, wording: found.wording, reportedOn: CivilDay(iso: reported))
    }
    return standings
  }

  private func milestoneTable(_ programme: Programme) throws(StageFailure) -> SideTable {
    var table = SideTable(
      name: "programme-milestones", title: BilingualText(vi: "Mốc thời gian", en: "Milestones"),
      columns: ["milestone", "label_vi", "label_en", "planned", "day", "basis", "basis_vi", "source"])
    var days: [String: CivilDay] = [:]
    if let schedule = definition.schedule {
      let holidays = try definition.holidays(of: schedule)
      for step in schedule.steps(before: schedule.due.next(after: asOf), holidays: holidays) {
        days[step.kind.rawValue] = step.day
      }
    }
    for milestone in programme.milestones {
      table.add([
        .text(milestone.name), .text(milestone.label.vietnamese), .text(milestone.label.english), .text(milestone.due),
        .text(days[milestone.name]?.iso ?? ""), .text(milestone.basis),
        .text(milestone.basis == "plan" ? "theo kế hoạch" : "mốc nội bộ"), .text(milestone.source),
      ])
    }
    return table
  }

  /// Milestones that the schedule has on another day than the programme.
  private func milestoneFindings(_ programme: Programme) -> [Diagnostic] {
    guard let schedule = definition.schedule else { return [] }
    return programme.milestones.compactMap { milestone in
      let own = schedule.milestones.first { $0.kind.rawValue == milestone.name }?.day
      guard own != DayOfYear(milestone.due) else { return nil }
      let scheduled = own.map { "\($0.month < 10 ? "0" : "")\($0.month)-\($0.day < 10 ? "0" : "")\($0.day)" } ?? "—"
      return Diagnostic(
        .programmeMilestoneDiffers, at: milestone.position,
        ["milestone": milestone.name, "planned": milestone.due, "scheduled": scheduled])
    }
  }
}
