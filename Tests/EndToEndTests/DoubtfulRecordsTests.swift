import Foundation
import Testing

/// Requirements:
/// 1. `ingest` and `run` report doubtful records among those just taken in, by the section `quality` of the pipeline.
/// 2. What was said is not said again; a new record like an earlier one is reported with it.
@Suite("Doubtful records, through the program")
struct DoubtfulRecordsTests {
  private let store = ["--form", "forms/block", "--store", "sqlite:var/s.sqlite"]

  /// A form with a block of ten statements and the moments of the interview.
  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    let items = (1...10).map { "select_one five,a\($0),A\($0)\n" }.joined()
    try workspace.write("type,name,label\nstart,start,\nend,end,\n" + items, to: "forms/block/survey.csv")
    let choices = "list_name,name,label\n" + (1...5).map { "five,\($0),L\($0)\n" }.joined()
    try workspace.write(choices, to: "forms/block/choices.csv")
    try workspace.write("form_title,form_id,version\nB,block,1\n", to: "forms/block/settings.csv")
    return workspace
  }

  private func table(_ rows: [(key: String, minutes: Int, answers: String)]) -> String {
    var text = "KEY,start,end," + (1...10).map { "a\($0)" }.joined(separator: ",") + "\n"
    for row in rows {
      let cells = row.answers.map(String.init).joined(separator: ",")
      text += "\(row.key),2026-01-01T08:00:00+07:00,2026-01-01T08:\(row.minutes < 10 ? "0" : "")"
      text += "\(row.minutes):00+07:00,\(cells)\n"
    }
    return text
  }

  @Test("A pipeline reports what is doubtful by its own limits, and only about records just taken in")
  func run() throws {
    let workspace = try workspace()
    try workspace.write(
      """
      name: p
      form: forms/block
      store: sqlite:var/s.sqlite
      wave: "2026"
      sources: [{files: "inbox/*.csv"}]
      quality: {fastest_minutes: 3, straight_line_items: 8}

      """, to: "pipelines/p.yaml")
    try workspace.write(
      table([("k1", 20, "1234512345"), ("k2", 2, "5432154321"), ("k3", 20, "3333333333"), ("k4", 9, "1111111125")]),
      to: "inbox/a.csv")
    let first = try workspace.run("run", "pipelines/p.yaml")
    #expect(first.errors.contains("[INGEST-157]") && first.errors.contains("k3"), "\(first.errors)")
    #expect(first.errors.contains("[INGEST-158]") && first.errors.contains("k2"))
    #expect(!first.errors.contains("[INGEST-156]"))
    try workspace.write(table([("k5", 9, "1234512345"), ("k6", 9, "1234512344")]), to: "inbox/b.csv")
    let second = try workspace.run("run", "pipelines/p.yaml")
    #expect(second.errors.contains("[INGEST-156]"), "\(second.errors)")
    #expect(second.errors.contains("k1; k5"))
    #expect(!second.errors.contains("[INGEST-157]") && !second.errors.contains("[INGEST-158]"))
    let third = try workspace.run("run", "pipelines/p.yaml")
    #expect(!third.errors.contains("[INGEST-15"), "\(third.errors)")
  }

  @Test("ingest judges by the pipeline's limits when it is named")
  func ingest() throws {
    let workspace = try workspace()
    try workspace.write("quality: {straight_line_items: 9, near_duplicates: false}\n", to: "q.yaml")
    let rows = [("k1", 20, "1111111123"), ("k2", 20, "1111111123")]
    try workspace.write(table(rows), to: "a.csv")
    let loose = try workspace.run(["ingest", "a.csv", "--pipeline", "q.yaml"] + store)
    #expect(!loose.errors.contains("[INGEST-15"), "\(loose.errors)")
    try workspace.write(table(rows.map { ($0.0 + "x", $0.1, $0.2) }), to: "b.csv")
    let usual = try workspace.run(["ingest", "b.csv", "--format", "json"] + store)
    #expect(usual.output.contains("\"INGEST-156\": 1"), "\(usual.output)")
    #expect(usual.errors.contains("k1; k2"), "\(usual.errors)")
    try workspace.write("quality: {fastest: 3}\n", to: "q.yaml")
    let wrong = try workspace.run(["ingest", "b.csv", "--pipeline", "q.yaml"] + store)
    #expect(wrong.status == 65 && wrong.errors.contains("q.yaml:1:") && wrong.errors.contains("fastest_minutes"))
  }
}
