import Diagnostics
import Estimation
import Foundation
import FormDefinition
import Responses
import Testing

@testable import Reporting

/// Forms and templates of the project, and estimates made up by rule so that every figure is known.
enum ReportFixtures {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func form(_ name: String) throws -> Form {
    var sheets: [String: [UInt8]] = [:]
    for sheet in ["survey", "choices", "settings", "indicators"] {
      sheets[sheet] = try bytes("forms/\(name)/\(sheet).csv")
    }
    return try #require(Form.read(FormSheets(source: "forms/\(name)", sheets: sheets)).form)
  }

  static func template(_ name: String) throws -> ReportTemplate {
    let folder = root.appending(path: "reports/\(name)")
    var files: [String: [UInt8]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[file] = try bytes("reports/\(name)/\(file)")
    }
    return ReportTemplate.read(files: files, source: "reports/\(name)")
  }

  static func template(text: String, style: TemplateSettings.Style = .plain) -> ReportTemplate {
    ReportTemplate.read(
      files: ["template.md": Array(text.utf8), "template.yaml": Array("style: \(style.rawValue)\n".utf8)],
      source: "reports/test")
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  /// Facts with every kind of content; each domain is a question of the form.
  static func facts(_ form: Form, domains: [String] = [], suppressed: Bool = false) -> ReportFacts {
    var rows = SyntheticRows(form: form, domains: domains)
    rows.isSuppressed = suppressed
    var facts = ReportFacts(form: form, estimates: EstimatesTable(rows: rows.all))
    facts.wave = "2026"
    facts.firstDay = CalendarDay(year: 2025, month: 12, day: 15)
    facts.lastDay = CalendarDay(year: 2026, month: 12, day: 14)
    facts.asOf = CalendarDay(year: 2026, month: 7, day: 9)
    facts.weighting.responseCount = 2950
    facts.weighting.effectiveCount = 1873.4
    facts.weighting.designEffect = 1.5747
    var accounting = IngestAccounting()
    (accounting.read, accounting.accepted, accounting.identical) = (3104, 3000, 12)
    (accounting.quarantined, accounting.declined, accounting.withheld) = (7, 60, 25)
    facts.accounting = accounting
    return facts
  }

  /// A frame of four qualifications, for the form of the annual report.
  static func addFrame(to facts: inout ReportFacts) {
    let levels: [(String, Double, Int, Double)] = [
      ("doctor", 90, 148, 0.0502), ("master", 2114, 590, 0.2), ("bachelor", 32510, 1475, 0.5),
      ("college", 6210, 737, 0.2498),
    ]
    facts.weighting.margins = levels.map { level, population, respondents, share in
      MarginLevel(
        variable: "prof_qualification", level: level, population: population, respondents: respondents,
        shareBefore: share, shareAfter: population / 40924)
    }
    facts.weighting.frames = [
      FrameSource(
        variable: "prof_qualification", asOf: CalendarDay(year: 2022, month: 8, day: 31),
        source: "Chương trình hành động",
        definition: "Từ cao đẳng trở lên")
    ]
    facts.weighting.unmatched = [
      UnmatchedLevel(variable: "prof_qualification", level: "other", respondents: 31, treatment: .excluded),
      UnmatchedLevel(variable: "prof_qualification", level: "", respondents: 19, treatment: .excluded),
    ]
  }
}

/// Rows for every indicator of a form, with values that follow from the place of the item.
struct SyntheticRows {
  let form: Form
  let domains: [String]
  var isSuppressed = false

  var all: [EstimateRow] {
    form.indicators.flatMap { indicator -> [EstimateRow] in
      indicator.items.enumerated().flatMap { place, item -> [EstimateRow] in
        rows(indicator, item, place: place, domain: "", level: "")
          + domains.flatMap { domain in
            levels(of: domain).enumerated().flatMap { number, level in
              rows(indicator, item, place: place + 3 * number + 1, domain: domain, level: level)
            }
          }
      }
    }
  }

  private func levels(of question: String) -> [String] {
    form.placedQuestions.first { $0.question.name == question }?.question.type.choiceList
      .flatMap { form.choiceLists[$0]?.substantive.map(\.name) } ?? []
  }

  private func rows(_ indicator: Indicator, _ item: IndicatorItem, place: Int, domain: String, level: String)
    -> [EstimateRow]
  {
    func row(_ statistic: Statistic, _ value: Double, half: Double, answer: String = "") -> EstimateRow {
      var row = EstimateRow(
        form: form.identifier, wave: "2026", indicator: indicator.name, item: item.name, statistic: statistic,
        level: answer, domain: domain, domainLevel: level)
      if isSuppressed {
        row.flags = [.suppressed]
        return row
      }
      row.estimate = value
      row.lowerLimit = value - half
      row.upperLimit = value + half
      row.baseCount = domain.isEmpty ? 2900 - place * 7 : 240 - place
      row.flags = [.modelled]
      return row
    }
    let spread = Double((place * 37) % 23) / 23
    switch indicator.kind {
    case .consensus:
      let codes = indicator.scale
      let raw = codes.indices.map { 1 + Double(($0 * 5 + place * 3) % 7) + (Double($0) * spread * 3) }
      let sum = raw.reduce(0, +)
      let shares = raw.map { $0 / sum }
      let agree = zip(codes, shares).filter { indicator.agree.contains($0.0) }.reduce(0) { $0 + $1.1 }
      return zip(codes, shares).map { row(.proportion, $1, half: 0.011, answer: $0) } + [
        row(.agree, agree, half: 0.0183),
        row(.disagree, 1 - agree - (codes.count % 2 == 1 ? shares[codes.count / 2] : 0), half: 0.02),
        row(.netAgree, 2 * agree - 1, half: 0.03), row(.mean, 2 + 2 * spread, half: 0.04),
        row(.consensus, 0.4 + 0.5 * spread, half: 0.01), row(.agreement, 0.9 * spread - 0.1, half: 0.02),
      ]
    case .need:
      let importance = 3.2 + 1.5 * spread
      let provision = 2.1 + 1.4 * Double((place * 11) % 14) / 14
      return [
        row(.importance, importance, half: 0.05), row(.provision, provision, half: 0.05),
        row(.gap, importance - provision, half: 0.07), row(.pni, (importance - provision) * importance, half: 0.3),
        row(.pniModified, (importance - provision) / provision, half: 0.05),
      ]
    case .share, .multiple:
      let codes = levels(of: item.name)
      let sum = Double(codes.count * (codes.count + 1)) / 2
      return codes.enumerated().map { row(.proportion, Double($0 + 1) / sum, half: 0.015, answer: $1) }
    case .ranking:
      guard place == 0 else { return [] }
      // As estimated: options are levels; places asked one by one share the empty item.
      let codes = levels(of: item.name)
      return codes.enumerated().flatMap { number, code in
        [
          row(.borda, Double((number * 3) % 5), half: 0.05, answer: code),
          row(.topShare, Double((number * 3) % 5) / 6 + 0.1, half: 0.02, answer: code),
        ].map { row in
          var row = row
          if indicator.items.count > 1 { row.item = "" }
          return row
        }
      }
    default: return []
    }
  }
}
