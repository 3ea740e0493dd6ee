import DelimitedText
import Foundation
import Testing

/// Requirements:
/// 1. From estimates, changes, groups, targets, themes, quotes and a former wave together no suppressed count of an answer
///    can be worked out, though sectors, sexes and degrees stayed the same.
/// 2. No figure of themes, phrases or targets rests on fewer people than the minimum, and quotes say nothing of who wrote.
@Suite("A reader of everything published", .serialized)
struct RecoveryTests {
  private static let items = (1...6).map { "q\($0)" }
  private static let sectors = [("a", 7), ("b", 12), ("c", 30), ("d", 90), ("e", 121)]
  private static let wishes = [
    "Mong được nâng lương", "Cần nhà ở cho cán bộ", "Đề nghị tăng thu nhập", "Thiếu phòng thí nghiệm",
    "Không có ý kiến",
  ]

  /// Both waves of the same people, whose opinions changed.
  private static func table() -> String {
    var lines = ["KEY,day,consent_quote,sex,sector,degree,wish," + items.joined(separator: ",")]
    var state: UInt64 = 11
    func chance() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31)
    }
    var people: [[String]] = []
    for (sector, count) in sectors {
      for _ in 0..<count {
        let sex = chance() < 0.03 ? "x" : chance() < 0.5 ? "f" : "m"
        let degree = chance() < 0.06 ? "3" : chance() < 0.5 ? "1" : "2"
        people.append([sex, sector, degree])
      }
    }
    for day in ["2025-06-01", "2026-06-01"] {
      for (number, person) in people.enumerated() {
        let isFirst = number % 5 < 3
        let answers = items.indices.map { item -> String in
          let agrees = item == 0 || (item % 2 == 0) == isFirst
          return String(agrees ? (chance() < 0.6 ? 5 : 4) - (chance() < 0.1 ? 2 : 0) : chance() < 0.6 ? 1 : 2)
        }
        let wish = wishes[Int(chance() * 4.3)]
        lines.append((["uuid:\(day)-\(number)", day, "yes"] + person + [wish] + answers).joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func workspace() throws -> Workspace {
    let workspace = try Workspace(withProject: true)
    try workspace.write(
      "type,name,label,required\ndate,day,Day,\nselect_one yn,consent_quote,Quote?,\nselect_one sex,sex,Sex,\n"
        + "select_one sector,sector,Sector,\nselect_one degree,degree,Degree,\ntext,wish,Wish,\n"
        + items.map { "select_one five,\($0),Item \($0),\n" }.joined(), to: "forms/f/survey.csv")
    try workspace.write(
      "list_name,name,label\nyn,yes,Yes\nyn,no,No\nsex,f,F\nsex,m,M\nsex,x,X\n"
        + ["a", "b", "c", "d", "e"].map { "sector,\($0),\($0)\n" }.joined()
        + (1...3).map { "degree,\($0),\($0)\n" }.joined() + (1...5).map { "five,\($0),\($0)\n" }.joined(),
      to: "forms/f/choices.csv")
    try workspace.write("form_title,form_id,version\nF,f,1\n", to: "forms/f/settings.csv")
    try workspace.write(
      "name,kind,items,label::en,group,scale,agree,reverse,params\n"
        + "views,consensus,\(items.joined(separator: " ")),Views,,,4 5,,\nwho,share,sex sector degree,Who,,,,,\n"
        + "wishes,text,wish,Wishes,,,,,\n", to: "forms/f/indicators.csv")
    try workspace.write(table(), to: "inbox/answers.csv")
    let register =
      "target,label_vi,label_en,measure,definition,unit,baseline,baseline_date,value,value_high,due,goal,"
      + "geography_level,geography_code,geography_valid_from,source\n"
    try workspace.write(
      register
        + sectors.map { "t\($0.0),T,T,m\($0.0),d,share,0.1,2025-01-01,0.9,,2030-12-31,at_least,nation,,,X\n" }
        .joined(), to: "pipelines/t.csv")
    try workspace.write(pipeline(2025, minimumCell: 1, ""), to: "pipelines/y2025.yaml")
    try workspace.write(
      pipeline(
        2026, minimumCell: 3,
        """
        groups: {seed: 3}
        trends: {former: [{wave: 2025, estimates: pipelines/e.csv}], statistics: [proportion, agree, mean]}
        texts: {questions: [wish], phrases: {count: 20}, quotes: {consent: [consent_quote], count: 3}}
        targets:
          register: pipelines/t.csv
          from:
            estimates:
        \(sectors.map {
          "      - {indicator: views, item: q3, statistic: agree, domain: sector, domain_level: \($0.0), measure: m\($0.0),"
            + " definition: d, geography_level: nation}"
        }.joined(separator: "\n"))

        """), to: "pipelines/y2026.yaml")
    let outcome = try workspace.run(
      "ingest", "--form", "forms/f", "--store", "sqlite:var/s.sqlite", "inbox/answers.csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let published = try workspace.run("estimate", "pipelines/y2025.yaml", "--to", "csv", "-o", "pipelines/e.csv")
    #expect(published.status == 0, "\(published.errors)")
    return workspace
  }

  private static func pipeline(_ wave: Int, minimumCell: Int, _ keys: String) -> String {
    "name: y\(wave)\nform: forms/f\nstore: sqlite:var/s.sqlite\nwave: \(wave)\n"
      + "period: {field: day, from: \(wave)-01-01, to: \(wave)-12-31}\nsources: [{files: 'inbox/*.csv'}]\n"
      + "by: [sex, sector]\ndisclosure: {minimum_count: 10, minimum_cell: \(minimumCell)}\n" + keys
  }

  private static func rows(_ text: String) -> [[String: String]] {
    let table = DelimitedTable(bytes: Array(text.utf8), source: "out.csv")
    return table.rows.map { row in
      Dictionary(uniqueKeysWithValues: table.header.enumerated().map { ($1, row[$0]) })
    }
  }

  @Test("No suppressed count follows from estimates, changes, groups, targets and a former wave together")
  func recovery() throws {
    let workspace = try Self.workspace()
    let outcome = try workspace.run("estimate", "pipelines/y2026.yaml", "--to", "csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for code in ["EST-101", "EST-121", "EST-122"] { #expect(!outcome.errors.contains(code), "\(outcome.errors)") }
    let rows = Self.rows(outcome.output)
    let former = Self.rows(try workspace.text("pipelines/e.csv"))
    #expect(rows.contains { $0["statistic"] == "change" && $0["estimate"] != "" })
    #expect(rows.contains { $0["item"] == "opinion_group" && $0["estimate"] != "" })
    #expect(rows.contains { $0["statistic"] == "target_latest" && $0["estimate"] != "" })
    let stable: Set = ["sex", "sector", "degree"]
    var reader = PublishedReader(
      rows, single: stable.union(Self.items).union(["opinion_group"]), people: Self.sectors.reduce(0) { $0 + $1.1 })
    #expect(reader.secrets.count > 100)
    // Targets give the share of their row.
    for row in rows where row["statistic"] == "target_latest" {
      guard let value = Double(row["estimate"] ?? ""), let sector = row["indicator"]?.dropFirst() else { continue }
      reader.share(
        "agree", "", at: .init(item: "q3", domain: "sector", level: String(sector), answer: ""), value)
    }
    // A change and the former figure give the present one.
    let before = Dictionary(former.map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    for row in rows where row["statistic"] == "change" {
      let parts = (row["level"] ?? "").split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      var own = row
      own["statistic"] = parts[1]
      own["level"] = parts.count > 2 ? parts[2] : ""
      guard let change = Double(row["estimate"] ?? ""), let then = Double(before[Self.key(own)]?["estimate"] ?? "")
      else { continue }
      reader.share(parts[1], own["level"] ?? "", at: PublishedReader.place(own), then + change)
    }
    // Nobody changed sex, sector or degree; what was published of them before is no secret now, nor is sex by sector where
    // sector by sex is published.
    var known = Set(rows.filter { $0["estimate"] != "" }.map(PublishedReader.place))
    for row in former where row["statistic"] == "proportion" && stable.contains(row["item"] ?? "") {
      guard let share = Double(row["estimate"] ?? ""), let count = Double(row["n"] ?? "") else { continue }
      reader.count(PublishedReader.place(row), (share * count).rounded())
      known.insert(PublishedReader.place(row))
    }
    let solved = reader.solved().filter { !known.contains($0) && !known.contains($0.turned) }
    #expect(solved.isEmpty, "\(solved)")
  }

  private static func key(_ row: [String: String]) -> [String] {
    ["indicator", "item", "statistic", "level", "domain", "domain_level"].map { row[$0] ?? "" }
  }

  @Test("Themes, phrases, quotes and targets tell of nobody fewer than the minimum")
  func sideTables() throws {
    let workspace = try Self.workspace()
    let rows = Self.rows(try workspace.run("estimate", "pipelines/y2026.yaml", "--to", "csv").output)
    let themes = rows.filter { $0["item"] == "wish" && $0["statistic"] == "proportion" && $0["estimate"] != "" }
    #expect(!themes.isEmpty)
    for row in themes {
      let count = (Double(row["estimate"] ?? "") ?? 0) * (Double(row["n"] ?? "") ?? 0)
      #expect(count < 0.5 || count > 2.5, "\(row)")
    }
    // A theme's count in a suppressed level follows from the whole less the others only when one level is suppressed.
    for theme in Set(themes.compactMap { $0["level"] }) {
      for domain in ["sex", "sector"] {
        let hidden = rows.filter {
          $0["item"] == "wish" && $0["statistic"] == "proportion" && $0["level"] == theme && $0["domain"] == domain
            && $0["estimate"] == ""
        }
        #expect(hidden.count != 1, "\(theme) by \(domain)")
      }
    }
    let phrases = Self.rows(
      try workspace.run("estimate", "pipelines/y2026.yaml", "--table", "phrases", "--to", "csv").output)
    for row in phrases { #expect((Int(row["people"] ?? "") ?? 0) >= 10) }
    #expect(try workspace.run("texts", "quotes", "pipelines/y2026.yaml").status == 0)
    let queue = "var/s.sqlite.quotes.csv"
    // Whoever decides on quotes sees no more of the writers than a reader will.
    #expect(try workspace.text(queue).contains("theme,question,quote,approved"))
    // No target has a figure whose row is suppressed.
    for sector in Self.sectors.map(\.0) {
      let source = rows.first {
        $0["item"] == "q3" && $0["statistic"] == "agree" && $0["domain"] == "sector" && $0["domain_level"] == sector
      }
      let latest = rows.first { $0["indicator"] == "t\(sector)" && $0["statistic"] == "target_latest" }
      #expect(source != nil)
      #expect((source?["estimate"] ?? "") == (latest?["estimate"] ?? ""), "\(sector)")
    }
  }
}
