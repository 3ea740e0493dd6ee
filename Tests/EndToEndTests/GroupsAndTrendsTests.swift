import DelimitedText
import Foundation
import Testing

/// Requirements:
/// 1. Two camps among the answers are found from a pipeline file, with their profile and what divides them.
/// 2. Changes since a former wave come from the store, with panels, and from a published table, and agree.
/// 3. What is suppressed in a wave or a group is in no change and no figure of groups.
@Suite("Opinion groups and trends by pipeline files", .serialized)
struct GroupsAndTrendsTests {
  private static let items = (1...8).map { "q\($0)" }

  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(
      "type,name,label,required,constraint\ndate,day,Day,,\ntext,person,Person,,\nselect_one sex,sex,Sex,,\n"
        + Self.items.map { "select_one five,\($0),Item \($0),,\n" }.joined(), to: "forms/f/survey.csv")
    try workspace.write(
      "list_name,name,label\nsex,f,F\nsex,m,M\nsex,x,X\n" + (1...5).map { "five,\($0),\($0)\n" }.joined(),
      to: "forms/f/choices.csv")
    try workspace.write("form_title,form_id,version\nF,f,1\n", to: "forms/f/settings.csv")
    try workspace.write(
      "name,kind,items,label::en,group,scale,agree,reverse,params\n"
        + "views,consensus,\(Self.items.joined(separator: " ")),Views,,,4 5,,\nsex,share,sex,Sex,,,,,\n",
      to: "forms/f/indicators.csv")
    try workspace.write(table(), to: "inbox/answers.csv")
    return workspace
  }

  /// Two waves of 300 people, half of whom answered twice; camps of 60 and 40 % that disagree on all items but the first.
  private func table() -> String {
    var lines = ["KEY,day,person,sex," + Self.items.joined(separator: ",")]
    var state: UInt64 = 7
    func chance() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31)
    }
    for (wave, day) in [(0, "2025-06-01"), (1, "2026-06-01")] {
      for number in 0..<300 {
        let isFirst = number % 5 < 3
        let answers = Self.items.indices.map { item -> String in
          let agrees = item == 0 || (item % 2 == 0) == isFirst
          return String(agrees ? (chance() < 0.6 ? 5 : 4) - (chance() < 0.1 ? 2 : 0) : chance() < 0.6 ? 1 : 2)
        }
        let sex = number < 4 ? "x" : number % 2 == 0 ? "f" : "m"
        let person = "p\(wave == 1 && number >= 150 ? number + 300 : number)"
        lines.append((["uuid:\(wave)-\(number)", day, person, sex] + answers).joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func pipeline(_ wave: Int, _ keys: String) -> String {
    "name: y\(wave)\nform: forms/f\nstore: sqlite:var/s.sqlite\nwave: \(wave)\n"
      + "period: {field: day, from: \(wave)-01-01, to: \(wave)-12-31}\nsources: [{files: 'inbox/*.csv'}]\n"
      + "by: [sex]\ndisclosure: {minimum_count: 10, minimum_cell: 3}\n" + keys
  }

  private func estimates(_ workspace: Workspace, _ path: String) throws -> [[String: String]] {
    let outcome = try workspace.run("estimate", path, "--to", "csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = DelimitedTable(bytes: Array(outcome.output.utf8), source: path)
    return table.rows.map { row in
      Dictionary(uniqueKeysWithValues: table.header.enumerated().map { ($1, row[$0]) })
    }
  }

  @Test("Two camps are found, described, and mapped without points")
  func groups() throws {
    let workspace = try workspace()
    try workspace.write(pipeline(2026, "groups: {seed: 3}\n"), to: "pipelines/y2026.yaml")
    #expect(
      try workspace.run("ingest", "--form", "forms/f", "--store", "sqlite:var/s.sqlite", "inbox/answers.csv").status
        == 0)
    let rows = try estimates(workspace, "pipelines/y2026.yaml")
    func value(_ item: String, _ statistic: String, _ level: String, group: String = "") -> Double? {
      rows.first {
        $0["item"] == item && $0["statistic"] == statistic && $0["level"] == level && $0["domain_level"] == group
      }.flatMap { Double($0["estimate"] ?? "") }
    }
    #expect(abs((value("opinion_group", "proportion", "g1") ?? 0) - 0.6) < 0.01)
    #expect((value("q3", "agree", "", group: "g1") ?? 0) > 0.8)
    #expect((value("q1", "group_consensus", "agree") ?? 0) > (value("q3", "group_consensus", "agree") ?? 1))
    #expect((value("q3", "representativeness", "agree", group: "g1") ?? 0) > 10)
    #expect((value("q3", "group_divide", "agree:g1-g2") ?? 0) > 0.8)
    #expect(value("", "stability", "") == 1)
    #expect(!rows.contains { $0["item"] == "opinion_group" && $0["domain"] == "opinion_group" })
    // Four people of a third sex: nothing of them by group, and nothing that gives them back.
    for row in rows where row["domain"] == "sex" && row["domain_level"] == "x" { #expect(row["estimate"] == "") }
    for row in rows where row["domain"] == "opinion_group" && row["item"] == "sex" && row["level"] == "x" {
      #expect(row["estimate"] == "")
    }
    let map = try workspace.run("estimate", "pipelines/y2026.yaml", "--table", "opinion-map", "--to", "csv")
    #expect(map.status == 0, "\(map.errors)")
    for line in map.output.split(separator: "\n") where line.hasPrefix("cell,") {
      #expect((line.split(separator: ",").last.flatMap { Double($0) } ?? 0) >= 10.0 / 300 - 1e-12, "\(line)")
    }
  }

  @Test("Changes come from the store, from panels and from a published table")
  func trends() throws {
    let workspace = try workspace()
    #expect(
      try workspace.run("ingest", "--form", "forms/f", "--store", "sqlite:var/s.sqlite", "inbox/answers.csv").status
        == 0)
    let former = "trends:\n  former: [{wave: 2025, period: {field: day, from: 2025-01-01, to: 2025-12-31}}]\n"
    try workspace.write(pipeline(2025, ""), to: "pipelines/y2025.yaml")
    try workspace.write(pipeline(2026, former), to: "pipelines/store.yaml")
    try workspace.write(pipeline(2026, former + "  panel: person\n"), to: "pipelines/panel.yaml")
    try workspace.write(
      pipeline(2026, "trends:\n  former: [{wave: 2025, estimates: pipelines/e.csv}]\n  registry: pipelines/r.csv\n"),
      to: "pipelines/published.yaml")
    try workspace.write("item,version,status\nq2,0,reworded\n", to: "pipelines/r.csv")
    let published = try workspace.run("estimate", "pipelines/y2025.yaml", "--to", "csv", "-o", "pipelines/e.csv")
    #expect(published.status == 0, "\(published.errors)")
    let files = ["store", "panel", "published"]
    let changes = try files.map { name in
      try estimates(workspace, "pipelines/\(name).yaml").filter { $0["statistic"] == "change" }
    }
    #expect(changes[0].count == 8 * 2 * 4)
    #expect(changes[0] == changes[2])
    #expect(changes[0].count == changes[1].count)
    var smaller = 0
    for (independent, panel) in zip(changes[0], changes[1]) {
      #expect(independent["estimate"] == panel["estimate"])
      let errors = [independent, panel].map { Double($0["standard_error"] ?? "") ?? 0 }
      if errors[1] < 0.9 * errors[0] { smaller += 1 }
    }
    #expect(smaller > 20)
    for row in changes[0] where row["domain_level"] == "x" {
      #expect(row["estimate"] == "" && row["flag"]?.contains("suppressed") == true)
    }
  }

  @Test("A former wave without answers and a table that is not there are said")
  func degenerate() throws {
    let workspace = try workspace()
    #expect(
      try workspace.run("ingest", "--form", "forms/f", "--store", "sqlite:var/s.sqlite", "inbox/answers.csv").status
        == 0)
    try workspace.write(
      pipeline(2026, "trends: {former: [{wave: 2020, period: {field: day, from: 2020-01-01, to: 2020-12-31}}]}\n"),
      to: "pipelines/empty.yaml")
    let empty = try workspace.run("estimate", "pipelines/empty.yaml", "--to", "csv")
    #expect(empty.status == 0)
    #expect(empty.errors.contains("TREND-008"), "\(empty.errors)")
    try workspace.write(
      pipeline(2026, "trends: {former: [{wave: 2020, estimates: pipelines/none.csv}]}\n"), to: "pipelines/none.yaml")
    #expect(try workspace.run("estimate", "pipelines/none.yaml").status == 66)
    try workspace.write(pipeline(2026, "groups: {items: [q9]}\n"), to: "pipelines/unknown.yaml")
    let unknown = try workspace.run("estimate", "pipelines/unknown.yaml")
    #expect(unknown.status == 65)
    #expect(unknown.errors.contains("GROUP-006"), "\(unknown.errors)")
  }
}
