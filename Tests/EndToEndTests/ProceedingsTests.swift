import Foundation
import Testing

/// Requirements:
/// 1. Tasks, petitions and consultations are reached from their pipelines, as of the day asked for.
/// 2. The sheet of a consultation is its owner's alone, and what an official fills in is read back and kept.
@Suite("Proceedings from pipelines", .serialized)
struct ProceedingsTests {
  @Test("Tasks are as of the day: more are late later on")
  func tasks() throws {
    let workspace = try Workspace(withProject: true)
    #expect(try workspace.run("run", "pipelines/bm-03.yaml").status == 0)
    func late(_ day: String) throws -> Int {
      let outcome = try workspace.run(
        "estimate", "pipelines/bm-03.yaml", "--as-of", day, "--table", "tasks", "--to", "csv")
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output.split(separator: "\n").count { $0.contains(",late,2") }
    }
    #expect(try late("2026-10-01") < late("2027-06-01"))
    let none = try workspace.run("estimate", "pipelines/bm-03.yaml", "--as-of", "2026-01-01", "--to", "csv")
    #expect(none.status == 0 && none.errors.contains("PROC-005") && none.errors.contains("PROC-002"))
    #expect(!none.output.contains(",tasks,task_status,"))
  }

  @Test("The sheet of a consultation is written for its owner alone, read back, and never loses what was filled in")
  func sheet() throws {
    let workspace = try Workspace(withProject: true)
    #expect(try workspace.run("run", "pipelines/pks-02.yaml").status == 0)
    let sheet = ["consultation", "sheet", "pipelines/pks-02.yaml", "-o", "var/tiep-thu.csv"]
    let first = try workspace.run(sheet)
    #expect(first.status == 0 && first.output == "var/tiep-thu.csv\n", "\(first.errors)")
    let path = workspace.folder.appending(path: "var/tiep-thu.csv").path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let text = try workspace.text("var/tiep-thu.csv")
    let filled = text.replacing(
      /(?m),,,,$/, with: ",explained,Đã giải trình,Sở mô phỏng 1,2026-07-01", maxReplacements: 1)
    #expect(filled != text)
    try workspace.write(filled, to: "var/tiep-thu.csv")
    let table = try workspace.run("estimate", "pipelines/pks-02.yaml", "--table", "consultation", "--to", "csv")
    #expect(table.output.contains(",explained,Đã giải trình,Sở mô phỏng 1,2026-07-01,"), "\(table.errors)")
    #expect(!table.output.contains("Lý do mô phỏng"), "reasons are not published")
    #expect(try workspace.run(sheet).status == 0)
    #expect(try workspace.text("var/tiep-thu.csv") == filled)
    let other = try workspace.run("consultation", "sheet", "pipelines/bm-05.yaml", "-o", "x.csv")
    #expect(other.status == 64 && other.errors.contains("PIPE-080") && !workspace.exists("x.csv"))
  }
}
