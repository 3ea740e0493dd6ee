import Foundation
import Testing

/// Requirements:
/// 1. A frozen wave's report comes out with the same bytes whatever comes later; what came is listed.
/// 2. A wave freezes by itself after its day, once; a person may undo it, with a reason.
/// 3. Erasing beats freezing; the report made anew says so.
/// 4. A run that gives the same files is remembered without touching them.
@Suite("Frozen waves of pipelines")
struct FrozenWaveTests {
  private let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]

  /// Simulated rows of a year; the report prints how many came late.
  private func filled(_ wave: String) throws -> Workspace {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    let survey = try workspace.text("forms/small/survey.csv")
    try workspace.write(
      survey.replacing("integer,age", with: "date,day,Ngày,,,\ninteger,age"), to: "forms/small/survey.csv")
    try workspace.write(
      """
      name: p
      form: forms/small
      store: sqlite:s.sqlite
      wave: \(wave)
      period: {field: day, from: 2026-01-01, to: 2026-12-14}
      sources: [{files: "inbox/*.csv"}, {files: "inbox/*.xml"}]
      disclosure: {minimum_count: 1}
      report: {template: reports/r, output: out}
      schedule: {due: 12-15, milestones: {data_cutoff: 11-15}}

      """, to: "pipelines/p.yaml")
    try workspace.write("# Simulated\n\nLate: {{ count late }}, read: {{ count read }}.\n", to: "reports/r/template.md")
    let rows = (0..<20).map { "k\($0),yes,2026-0\($0 % 9 + 1)-10,\(20 + $0),\($0 % 2 + 1),wish \($0)" }
    try workspace.write("KEY,consent,day,age,view,wish\n\(rows.joined(separator: "\n"))\n", to: "inbox/a.csv")
    try workspace.write(SmallForm.submission("x1", ""), to: "elsewhere.xml")
    return workspace
  }

  /// A new record, an edit, one of the next wave, and one that was there.
  private func sendLate(_ workspace: Workspace) throws {
    try workspace.write(
      """
      KEY,consent,day,age,view,wish
      l1,yes,2026-05-05,33,1,late
      k3,yes,2026-04-10,23,2,wish 3

      """, to: "inbox/b.csv")
    let edit = """
      <?xml version="1.0"?>
      <data id="small" version="1"><consent>yes</consent><day>2026-05-06</day><age>50</age><view>2</view>\
      <wish>better</wish><meta><instanceID>uuid:e1</instanceID><deprecatedID>k5</deprecatedID></meta></data>
      """
    try workspace.write(edit, to: "inbox/e.xml")
  }

  private func run(_ workspace: Workspace, _ more: [String] = [], status: Int32 = 0) throws -> String {
    let outcome = try workspace.run(["run", "pipelines/p.yaml", "--as-of", "2026-11-21"] + more)
    #expect(outcome.status == status, "\(outcome.output) \(outcome.errors)")
    return outcome.output + outcome.errors
  }

  private func verify(_ workspace: Workspace) throws {
    let verified = try workspace.run("store", "verify", "--store", "sqlite:s.sqlite")
    #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
  }

  private func estimates(_ workspace: Workspace) throws -> String {
    try workspace.run("estimate", "pipelines/p.yaml", "--to", "csv").output
  }

  @Test("After a freeze by hand the report stays to the byte, and late answers are listed")
  func byHand() throws {
    let workspace = try filled("2026")
    _ = try run(workspace)
    let frozen = try workspace.run("store", "freeze", "--wave", "2026", "pipelines/p.yaml")
    #expect(frozen.status == 0 && frozen.output.contains("records: 20, late: 0"), "\(frozen.output)")
    #expect(try workspace.run("store", "freeze", "--wave", "2026", "pipelines/p.yaml").errors.contains("STORE-090"))
    _ = try run(workspace)
    let report = try workspace.bytes("out/latest/p.html")
    #expect(try workspace.text("out/latest/p.html").contains("Late: 0, read: 20."))
    let figures = try estimates(workspace)
    let manifest = try workspace.bytes("out/latest/manifest.json")

    try sendLate(workspace)
    let taken = try workspace.run(["ingest", "inbox", "--format", "json"] + store)
    #expect(taken.output.contains("\"withheld\": 2"), "\(taken.output)")
    #expect(try estimates(workspace) == figures)
    let again = try run(workspace, ["--verify", "out/latest/manifest.json"])
    #expect(!again.contains("PIPE-112") && again.contains("p.html: the same bytes"), "\(again)")
    #expect(try workspace.bytes("out/latest/p.html") == report)
    #expect(try workspace.bytes("out/latest/manifest.json") == manifest)
    let listed = try workspace.run(["problems", "list", "--late"] + store).output
    #expect(listed.contains("inbox/b.csv:1") && listed.contains("inbox/e.xml:1") && listed.contains("all: 2"))
    let status = try workspace.run(["store", "status", "--format", "json"] + store).output
    #expect(status.contains("\"records\": 20, \"erased\": 0, \"late\": 2"), "\(status)")
    try verify(workspace)
    // A new report tells how many came late; every other figure is the same.
    _ = try run(workspace)
    #expect(try workspace.text("out/latest/p.html").contains("Late: 2, read: 20."))
    #expect(try estimates(workspace) == figures)
  }

  @Test("A wave freezes after its day, or after the data cut-off", arguments: ["2026-11-20", "data_cutoff"])
  func byItself(day: String) throws {
    let workspace = try filled("{label: 2026, freeze: \(day)}")
    #expect(try run(workspace, ["--dry-run"]).contains("[PIPE-016]") == false)
    #expect(try run(workspace).contains("[PIPE-061]"))
    try sendLate(workspace)
    #expect(try run(workspace).contains("[INGEST-204]"))
    #expect(try workspace.text("out/latest/p.html").contains("Late: 2, read: 20."))
    let thawed = try workspace.run(
      "store", "unfreeze", "--wave", "2026", "--reason", "the post was late", "pipelines/p.yaml")
    #expect(thawed.status == 0 && thawed.output.contains("late records counted now: 2"), "\(thawed.output)")
    let status = try workspace.run(["store", "status"] + store).output
    #expect(status.contains("the post was late"), "\(status)")
    // What a person undid is not done again by itself.
    #expect(try !run(workspace).contains("[PIPE-061]"))
    #expect(try workspace.run(["export", "--to", "csv", "-o", "out.csv"] + store).status == 0)
    let out = try workspace.text("out.csv")
    #expect(out.contains("better") && out.contains("late") && !out.contains("wish 5\n"), "\(out)")
    try verify(workspace)
  }

  @Test("Before its day a wave is open")
  func early() throws {
    let workspace = try filled("{label: 2026, freeze: 2026-11-21}")
    #expect(try !run(workspace).contains("[PIPE-061]"))
    try workspace.write("name: p\n", to: "pipelines/q.yaml")
    for (wave, code) in [("{freeze: 2026-11-20}", "PIPE-003"), ("{label: x, freeze: soon}", "PIPE-005")] {
      let text = try workspace.text("pipelines/p.yaml")
      try workspace.write(text.replacing("{label: 2026, freeze: 2026-11-21}", with: wave), to: "pipelines/q.yaml")
      let refused = try workspace.run("run", "pipelines/q.yaml")
      #expect(refused.status == 65 && refused.errors.contains("pipelines/q.yaml:4:"), "\(code) \(refused.errors)")
    }
  }

  @Test("Erasing beats freezing: the report is out of date, and the next one says so")
  func erased() throws {
    let workspace = try filled("{label: 2026, freeze: 2026-11-20}")
    _ = try run(workspace)
    let manifest = "out/2026-11-21/manifest.json"
    // The clock of files has seconds.
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try workspace.run("forget", "--store", "sqlite:s.sqlite", "k7").status == 0)
    try verify(workspace)
    #expect(try workspace.run("estimate", "pipelines/p.yaml").errors.contains("[PIPE-030]"))
    #expect(try run(workspace, ["--verify", manifest], status: 1).contains("[PIPE-063]"))
    _ = try run(workspace)
    #expect(try workspace.text("out/latest/manifest.json").contains("\"erased\" : 1"))
    #expect(try run(workspace, ["--verify", "out/latest/manifest.json"]).contains("the same bytes"))
  }

  @Test("An input that changes without effect is found once, and earlier outputs stay")
  func withoutEffect() throws {
    let workspace = try filled("2026")
    _ = try run(workspace)
    let manifest = try workspace.bytes("out/2026-11-21/manifest.json")
    let text = try workspace.text("pipelines/p.yaml")
    try workspace.write(text + "# a remark\n", to: "pipelines/p.yaml")
    #expect(try run(workspace).contains("The report lies at"))
    #expect(try run(workspace).contains("estimate and report: is skipped (nothing has changed)"))
    #expect(try workspace.bytes("out/2026-11-21/manifest.json") == manifest)
    #expect(!workspace.exists("out/2026-11-21.2"))
  }
}
