internal import CivilCalendar
internal import Diagnostics
public import Estimation

extension PetitionReport {
  /// The name under which rows of petitions stand among the indicators.
  public static let indicator = "petitions"

  /// By what petitions are divided, all first, and how each part stands. A petition whose theme speaks of several needs
  /// counts with each.
  public var summaries: [(domain: String, level: String, summary: PetitionSummary)] {
    let parts: [(String, (Petition) -> String)] = [
      ("petition_theme", \.theme), ("responsible_agency", \.agency), ("agency_level", \.level),
      ("petition_origin", \.origin),
    ]
    var summaries = [("", "", PetitionSummary(petitions))]
    for (domain, text) in parts {
      let groups = petitions.grouped(by: text).sorted { $0.name < $1.name }
      summaries += groups.map { (domain, $0.name, PetitionSummary($0.members)) }
    }
    return summaries + needSummaries
  }

  private var needSummaries: [(domain: String, level: String, summary: PetitionSummary)] {
    guard let needs else { return [] }
    let names = Set(needs.needs.values.flatMap(\.self)).sorted()
    return names.map { need in
      ("need", need, PetitionSummary(petitions.filter { needs.needs[$0.theme]?.contains(need) ?? false }))
    }
  }

  /// Rows of the estimates table: the share of petitions in each state, and the share with each theme; `n` is the number
  /// of petitions.
  public func rows(wave: String) -> [EstimateRow] {
    if petitions.isEmpty { return [] }
    func row(_ item: String, _ level: String, _ share: Double?, _ summary: PetitionSummary) -> EstimateRow {
      var row = EstimateRow(
        form: form, wave: wave, indicator: Self.indicator, item: item, statistic: .proportion, level: level)
      row.estimate = share
      row.baseCount = summary.total
      if isSimulated { row.flags.append(.simulated) }
      return row
    }
    let all = PetitionSummary(petitions)
    let themes = petitions.grouped(by: \.theme).sorted { $0.name < $1.name }.map { theme in
      row("petition_theme", theme.name, Double(theme.members.count) / Double(all.total), all)
    }
    let states = summaries.flatMap { domain, level, summary in
      Petition.State.allCases.compactMap { state -> EstimateRow? in
        guard let share = summary.share(state) else { return nil }
        var row = row("petition_state", state.rawValue, share, summary)
        (row.domain, row.domainLevel) = (domain, level)
        return row
      }
    }
    return themes + states
  }

  /// The tables beside the estimates: `petitions`, `petitions-summary`. What was asked and answered is left out, because
  /// texts may name people.
  public var tables: [SideTable] { petitions.isEmpty ? [] : [petitionTable, summaryTable] }

  private var petitionTable: SideTable {
    var table = SideTable(
      name: "petitions", title: BilingualText(vi: "Kiến nghị của trí thức", en: "Petitions of intellectuals"),
      columns: [
        "keeper", "petition", "theme", "needs", "origin", "agency", "agency_level", "received_on", "deadline",
        "answered_on", "state", "days_late", "outcome",
      ])
    for petition in petitions {
      table.add([
        .text(petition.keeper), .text(petition.code), .text(petition.theme),
        .text((needs?.needs[petition.theme] ?? []).joined(separator: " ")), .text(petition.origin),
        .text(petition.agency), .text(petition.level), .text(petition.receivedOn?.iso ?? ""),
        .text(petition.deadline?.iso ?? ""), .text(petition.answeredOn?.iso ?? ""), .text(petition.state.rawValue),
        .count(petition.daysLate(on: asOf)), .text(petition.outcome),
      ])
    }
    return table
  }

  private var summaryTable: SideTable {
    var table = SideTable(
      name: "petitions-summary",
      title: BilingualText(
        vi: "Kết quả giải quyết kiến nghị theo nội dung và cơ quan", en: "Petitions by theme, need and agency"),
      columns: ["domain", "level", "petitions"] + Petition.State.allCases.map(\.rawValue) + outcomes
        + ["on_time_share", "resolved_share", "median_days_to_answer"])
    for (domain, level, summary) in summaries {
      table.add(
        [.text(domain), .text(level), .count(summary.total)]
          + Petition.State.allCases.map { .count(summary.count($0)) }
          + outcomes.map { .count(summary.outcomes[$0] ?? 0) }
          + [
            .number(summary.onTimeShare), .number(summary.resolvedShare), .number(.median(of: summary.days)),
          ])
    }
    return table
  }
}
