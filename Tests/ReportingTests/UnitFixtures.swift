import Diagnostics
import Estimation
import FormDefinition
import Responses

@testable import Reporting

/// Facts of an annual pipeline with units, a former wave, targets, petitions and a calendar, and what may befall them.
enum UnitFixtures {
  static func facts(_ mutation: TextMutationTests.Mutation) throws -> ReportFacts {
    let form = try ReportFixtures.form("pks-01")
    var facts = ReportFixtures.facts(
      form, domains: ["prof_sector", "prof_gender"],
      suppressed: [.allSuppressed, .oneRespondent].contains(mutation))
    ReportFixtures.addFrame(to: &facts)
    facts.unitQuestion = "prof_sector"
    facts.asOf = CalendarDay(year: 2026, month: 11, day: mutation == .overdue ? 30 : 9)
    facts.isSimulated = mutation != .realAnswers
    facts.milestones = milestones
    facts.estimates.rows += changes(of: facts.estimates.rows)
    facts.tables =
      SideFixtures.tables.filter { !["response", "targets"].contains($0.name) } + [
        response(form, mutation), targets, petitions,
      ]
    change(&facts, mutation)
    return facts
  }

  private static func change(_ facts: inout ReportFacts, _ mutation: TextMutationTests.Mutation) {
    var rows = facts.estimates.rows
    switch mutation {
    case .noAwareness: rows.removeAll { $0.indicator == "a_awareness" }
    case .noNeeds: rows.removeAll { $0.indicator == "needs" }
    case .onlyQuestionsWithoutScale:
      rows.removeAll { row in !["sector", "gender"].contains(row.indicator) }
    case .oneRespondent: few(&facts, 1)
    case .noRespondents:
      few(&facts, 0)
      rows = []
    case .noFormerWave: rows.removeAll { $0.statistic == .change }
    case .nothingComparable:
      for place in rows.indices where rows[place].statistic == .change {
        (rows[place].estimate, rows[place].flags) = (nil, [.notComparable])
      }
    case .nothingChanged:
      for place in rows.indices where rows[place].statistic == .change { rows[place].adjustedPValue = 0.6 }
    case .unreliable:
      for place in rows.indices { rows[place].flags.append(.unreliable) }
    case .smallUnits:
      for place in rows.indices where rows[place].domain == "prof_sector" {
        (rows[place].estimate, rows[place].lowerLimit, rows[place].upperLimit) = (nil, nil, nil)
        (rows[place].baseCount, rows[place].flags) = (nil, [.suppressed])
      }
    case .noUnits:
      facts.unitQuestion = nil
      facts.tables = []
    case .noTables: facts.tables = []
    case .noSchedule: facts.milestones = [:]
    default: break
    }
    facts.estimates = EstimatesTable(rows: rows)
  }

  private static func few(_ facts: inout ReportFacts, _ count: Int) {
    facts.weighting = WeightingFacts()
    facts.weighting.responseCount = count
    facts.accounting?.read = count
    facts.accounting?.accepted = count
    facts.tables.removeAll { $0.name == "headcount" }
  }

  private static var milestones: [ReportMilestone: CalendarDay] {
    [.dataCutoff: (11, 15), .unitDue: (11, 25), .unionDue: (12, 1), .finalDue: (12, 14)].compactMapValues {
      CalendarDay(year: 2026, month: $0.0, day: $0.1)
    }
  }

  /// The first two statements rose and fell for sure, the others by chance.
  private static func changes(of rows: [EstimateRow]) -> [EstimateRow] {
    let agree = rows.filter { $0.statistic == .agree && $0.domain.isEmpty }
    return agree.enumerated().map { place, row in
      var change = EstimateRow(
        form: row.form, wave: row.wave, indicator: row.indicator, item: row.item, statistic: .change,
        level: "2025:agree")
      guard !row.flags.contains(.suppressed) else {
        change.flags = [.suppressed]
        return change
      }
      change.estimate = [0.06, -0.04][safe: place] ?? 0.002
      change.lowerLimit = (change.estimate ?? 0) - 0.02
      change.upperLimit = (change.estimate ?? 0) + 0.02
      change.pValue = place < 2 ? 0.001 : 0.8
      change.adjustedPValue = change.pValue
      change.baseCount = row.baseCount
      return change
    }
  }

  private static func response(_ form: Form, _ mutation: TextMutationTests.Mutation) -> SideTable {
    var table = SideTable(
      name: "response", title: BilingualText(vi: "Tỷ lệ trả lời", en: "Response"),
      columns: ["domain", "level", "label", "invited", "received", "rr2", "last_day", "flag"])
    let received = [.oneRespondent: 1, .noRespondents: 0][mutation] ?? 1200
    table.add([
      .text(""), .text(""), .text(""), .count(2400), .count(received), .number(Double(received) / 2400),
      .text(received == 0 ? "" : "2026-11-08"), .text(""),
    ])
    let codes = form.placedQuestions.first { $0.question.name == "prof_sector" }?.question.type.choiceList
      .flatMap { form.choiceLists[$0]?.substantive.map(\.name) }
    for code in codes ?? [] {
      let (answers, flag): (Int?, String) =
        switch mutation {
        case .wholeUnit: (200, "")
        case .silentUnit, .noRespondents, .oneRespondent: (0, "silent")
        case .smallUnits: (nil, "suppressed")
        case .surplusUnit: (230, "surplus")
        case .unknownUnits: (nil, "unknown")
        default: (117, "")
        }
      table.add([
        .text("unit"), .text(code), .text("Đơn vị mẫu \(code)"), .count(200), .count(answers),
        .number(answers.map { min(1, Double($0) / 200) }), .text(answers == nil ? "" : "2026-11-08"), .text(flag),
      ])
    }
    table.add([
      .text("unit"), .text("overseas"), .text("Đơn vị mẫu ngoài phiếu"), .count(40), .count(0), .number(0), .text(""),
      .text("silent"),
    ])
    return table
  }

  private static var targets: SideTable {
    var table = SideTable(
      name: "targets", title: BilingualText(vi: "Tiến độ thực hiện chỉ tiêu", en: "Targets"),
      columns: [
        "target", "label_vi", "label_en", "unit", "value", "due", "baseline", "baseline_date", "latest", "latest_date",
        "progress", "projection", "projection_low", "projection_high", "state", "state_vi", "state_en",
      ])
    let states = [
      ("on_track", "đúng tiến độ", "on track"), ("reached", "đã đạt", "reached"),
      ("off_track", "chậm tiến độ", "off track"), ("unknown", "chưa đủ số liệu", "not enough figures"),
    ]
    for (place, (state, vietnamese, english)) in states.enumerated() {
      let latest: Double? = state == "unknown" ? nil : 44_000
      table.add([
        .text("t\(place)"), .text("Chỉ tiêu mẫu \(place + 1)"), .text("Sample target \(place + 1)"), .text("people"),
        .number(50_000), .text("2030-12-31"), .number(40_924), .text("2022-08-31"), .number(latest),
        .text(latest == nil ? "" : "2026-11-15"), .number(latest.map { _ in 0.34 }), .number(nil), .number(nil),
        .number(nil), .text(state), .text(vietnamese), .text(english),
      ])
    }
    return table
  }

  private static var petitions: SideTable {
    var table = SideTable(
      name: "petitions-summary", title: BilingualText(vi: "Kiến nghị", en: "Petitions"),
      columns: ["domain", "level", "petitions", "on_time_share", "resolved_share", "median_days_to_answer"])
    table.add([.text(""), .text(""), .count(42), .number(30.0 / 42), .number(0.5), .number(18)])
    table.add([.text("agency"), .text("Cơ quan mẫu"), .count(42), .number(30.0 / 42), .number(nil), .number(18)])
    return table
  }
}

extension Array {
  fileprivate subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
