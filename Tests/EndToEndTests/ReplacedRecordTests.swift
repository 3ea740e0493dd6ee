import Foundation
import Testing

/// Requirements:
/// 1. A record held for the key of another takes its place when a person accepts it, and the old one becomes an earlier
///    version.
/// 2. Nothing is replaced that was held for another reason.
/// 3. The accounting law holds, and the record that counts is the one that later ones are compared with.
@Suite("Records that take the place of others")
struct ReplacedRecordTests {
  private let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]

  private func filled(_ second: String) throws -> Workspace {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    try workspace.write("KEY,consent,age,view,wish\nk1,yes,40,2,old\nk2,yes,50,1,other\n", to: "a.csv")
    try workspace.write("KEY,consent,age,view,wish\n\(second)\n", to: "b.csv")
    #expect(try workspace.run(["ingest", "a.csv", "b.csv"] + store).status == 0)
    return workspace
  }

  private func isSound(_ workspace: Workspace) throws {
    let verified = try workspace.run("store", "verify", "--store", "sqlite:s.sqlite")
    #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
  }

  private func exported(_ workspace: Workspace) throws -> String {
    #expect(try workspace.run(["export", "--to", "csv", "-o", "out.csv"] + store).status == 0)
    return try workspace.text("out.csv")
  }

  @Test("An accepted record takes the place of the one with its key, which is kept as an earlier version")
  func replaced() throws {
    let workspace = try filled("k1,yes,41,2,new")
    let accepted = try workspace.run(["problems", "accept", "--reason", "called", "1"] + store)
    #expect(accepted.output == "records released: 1\nstill quarantined: 0\n", "\(accepted.output) \(accepted.errors)")
    #expect(accepted.errors.contains("[INGEST-201]"), "\(accepted.errors)")
    let out = try exported(workspace)
    #expect(out.contains("new") && out.contains("other") && !out.contains("old"), "\(out)")
    let status = try workspace.run(["store", "status", "--format", "json"] + store).output
    #expect(status.contains(#""records": 2"#), "\(status)")
    try isSound(workspace)
    // The record that counts is the same when it comes again; the old one is in conflict.
    try workspace.write("KEY,consent,age,view,wish\nk1,yes,41,2,new\nk1,yes,40,2,old\n", to: "c.csv")
    let again = try workspace.run(["ingest", "c.csv", "--format", "json"] + store)
    #expect(try Accounting(printed: again.output) == Accounting(read: 2, identical: 1, quarantined: 1))
    try isSound(workspace)
    // Both versions are one person's.
    #expect(try workspace.run("forget", "--store", "sqlite:s.sqlite", "k1").status == 0)
    #expect(try !exported(workspace).contains("new"))
    try isSound(workspace)
  }

  @Test("A record held for its answers replaces nothing unseen; accepted again, for its key, it does")
  func unseen() throws {
    let workspace = try filled("k1,yes,7777,2,new")
    let first = try workspace.run(["problems", "accept", "--reason", "called", "1"] + store)
    #expect(first.status == 1 && first.output.contains("still quarantined: 1"), "\(first.output)")
    #expect(first.errors.contains("INGEST-037"), "\(first.errors)")
    #expect(try exported(workspace).contains("old"))
    let second = try workspace.run(["problems", "accept", "--reason", "called", "1"] + store)
    #expect(second.output == "records released: 1\nstill quarantined: 0\n", "\(second.output) \(second.errors)")
    let out = try exported(workspace)
    #expect(out.contains("7777") && !out.contains("old"), "\(out)")
    try isSound(workspace)
  }

  @Test("Of two records held for one key only one is taken in at once")
  func twice() throws {
    let workspace = try filled("k1,yes,41,2,new\nk1,yes,42,2,newer")
    let accepted = try workspace.run(["problems", "accept", "--reason", "called", "1", "2"] + store)
    #expect(accepted.output == "records released: 1\nstill quarantined: 1\n", "\(accepted.output) \(accepted.errors)")
    try isSound(workspace)
    let again = try workspace.run(["problems", "accept", "--reason", "called", "2"] + store)
    #expect(again.output == "records released: 1\nstill quarantined: 0\n", "\(again.output) \(again.errors)")
    #expect(try exported(workspace).contains("newer"))
    try isSound(workspace)
  }
}
