import DelimitedText
import Foundation
import Testing

/// Requirement: what is simulated, taken in and exported as CSV is what was simulated; taken in again, nothing changes.
@Suite("Answers out of the store")
struct ExportRoundTripTests {
  private static let forms =
    (try? FileManager.default.contentsOfDirectory(atPath: Workspace.project.appending(path: "forms").path))?.sorted()
    ?? []

  /// The cells of a table by key and heading; blank ones left out.
  private func answers(_ file: URL) throws -> [String: [String: String]] {
    let table = DelimitedTable(bytes: Array(try Data(contentsOf: file)), source: file.lastPathComponent)
    var answers: [String: [String: String]] = [:]
    let key = try #require(table.header.firstIndex(of: "KEY"))
    for row in table.rows {
      var cells: [String: String] = [:]
      for (heading, cell) in zip(table.header, row.fields) where !cell.isEmpty && heading != "KEY" {
        cells[heading] = cell
      }
      answers[row.fields[key]] = cells
    }
    return answers
  }

  @Test("CSV in, CSV out", arguments: forms)
  func roundTrip(_ form: String) throws {
    let workspace = try Workspace(withProject: true)
    _ = try workspace.run("simulate", "forms/\(form)", "-n", "40", "--seed", "5", "--to", "csv", "-o", "in.csv")
    func ingestAndExport(_ file: String, _ store: String, _ out: String) throws {
      let ingest = try workspace.run("ingest", "--form", "forms/\(form)", "--store", "sqlite:\(store)", file)
      try #require(ingest.status == 0, "\(ingest.errors)")
      let export = try workspace.run(
        "export", "--form", "forms/\(form)", "--store", "sqlite:\(store)", "--to", "csv", "--exact", "-o", out)
      try #require(export.status == 0, "\(export.errors)")
    }
    try ingestAndExport("in.csv", "first.sqlite", "out.csv")
    let input = try answers(workspace.folder.appending(path: "in.csv"))
    let output = try answers(workspace.folder.appending(path: "out.csv"))
    #expect(!output.isEmpty)
    for (key, cells) in output {
      let given = try #require(input[key])
      for (heading, cell) in cells {
        // Times are written with milliseconds, whoever wrote them.
        let isSame = given[heading] == cell || given[heading].map { cell.hasPrefix($0.prefix(16)) } == true
        #expect(isSame, "\(heading)")
      }
    }
    try ingestAndExport("out.csv", "second.sqlite", "again.csv")
    #expect(try workspace.text("again.csv") == workspace.text("out.csv"))
  }

  @Test("Every format is written; a store that is not there is told")
  func formats() throws {
    let workspace = try Workspace(withProject: true)
    _ = try workspace.run("simulate", "forms/bm-06", "-n", "5", "--seed", "1", "--to", "xml", "-o", "inbox")
    _ = try workspace.run("ingest", "--form", "forms/bm-06", "--store", "sqlite:s.sqlite", "inbox")
    for format in ["csv", "xlsx", "sav", "dta", "ddi", "json"] {
      let outcome = try workspace.run(
        "export", "--form", "forms/bm-06", "--store", "sqlite:s.sqlite", "--to", format, "-o", "out.\(format)")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.hasPrefix("out.\(format)\n"))
      #expect(outcome.errors.contains("EXPORT-005"), "simulated answers are called so")
    }
    let arguments = ["export", "--form", "forms/bm-06", "--to", "csv", "-o", "x.csv", "--store"]
    #expect(try workspace.run(arguments + ["sqlite:none.sqlite"]).status == 66)
    #expect(try workspace.run(arguments + ["none"]).status == 64)
    let unwritable = try workspace.run(
      "export", "--form", "forms/bm-06", "--store", "sqlite:s.sqlite", "--to", "csv", "-o", "none/x.csv")
    #expect(unwritable.status == 73, "\(unwritable.errors)")
    #expect(!FileManager.default.fileExists(atPath: workspace.folder.appending(path: "x.csv").path))
  }
}
