import Foundation
import Testing

/// Requirements:
/// 1. A process killed in the middle leaves whole files in the store or nothing of them.
/// 2. Taking the same file in again gives what an undisturbed ingest gives.
@Suite("Interruption")
struct InterruptionTests {
  @Test("Killed at any moment, an ingest loses nothing and counts nothing twice")
  func killed() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    let records = 60_000
    var text = "KEY,consent,age,view,wish\n"
    for number in 0..<records { text += "k\(number),yes,\(18 + number % 80),\(1 + number % 2),sách \(number)\n" }
    try workspace.write(text, to: "big.csv")
    let command = ["ingest", "--form", "forms/small", "--store", "sqlite:s.sqlite", "big.csv", "--format", "json"]

    var killed = 0
    for round in 0..<6 {
      let running = try workspace.start(
        "ingest", "--form", "forms/small", "--store", "sqlite:s.sqlite", "big.csv", "--format", "json")
      usleep(useconds_t(30_000 + 60_000 * round))
      kill(running.process.processIdentifier, SIGKILL)
      let outcome = try workspace.finish(running)
      if outcome.status == 128 + SIGKILL { killed += 1 }
      // What is there is all of the file or nothing of it.
      let status = try workspace.run("store", "status", "--form", "forms/small", "--store", "sqlite:s.sqlite")
      if status.status == 0 {
        #expect(status.output.contains("records: 0\n") || status.output.contains("records: \(records)\n"))
      } else {
        #expect(status.status == 66, "\(status.errors)")
      }
    }
    #expect(killed > 0, "no round was quick enough to interrupt the ingest")

    let first = try Accounting(printed: try workspace.run(command).output)
    #expect(
      first == Accounting(read: records, accepted: records) || first == Accounting(read: records, identical: records))
    #expect(
      try Accounting(printed: try workspace.run(command).output) == Accounting(read: records, identical: records))
    let status = try workspace.run("store", "status", "--form", "forms/small", "--store", "sqlite:s.sqlite")
    #expect(status.output.contains("records: \(records)\n"), "\(status.output)")
  }

  @Test("A file saved anew with the same answers changes nothing; one changed answer is not taken silently")
  func savedAnew() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    try workspace.write("KEY,consent,age,view,wish\nk1,yes,40,2,a\nk2,yes,41,1,b\n", to: "a.csv")
    try workspace.write("\u{FEFF}KEY;wish;consent;age;view\r\nk2;b;yes;41;1\r\nk1;a;yes;40;2\r\n", to: "b.csv")
    try workspace.write("KEY,consent,age,view,wish\nk1,yes,40,1,a\n", to: "c.csv")
    func ingest(_ file: String) throws -> Accounting {
      let outcome = try workspace.run(
        "ingest", "--form", "forms/small", "--store", "sqlite:s.sqlite", file, "--format", "json")
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try Accounting(printed: outcome.output)
    }
    #expect(try ingest("a.csv") == Accounting(read: 2, accepted: 2))
    #expect(try ingest("b.csv") == Accounting(read: 2, identical: 2))
    #expect(try ingest("c.csv") == Accounting(read: 1, quarantined: 1))
  }

  @Test("Simulated answers and those of people never share a store")
  func simulatedApart() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    let simulated = try workspace.run("simulate", "forms/small", "-n", "50", "--seed", "3", "-o", "rehearsal.csv")
    #expect(simulated.status == 0, "\(simulated.errors)")
    try workspace.write("KEY,consent,age,view,wish\nk1,yes,40,2,a\n", to: "people.csv")
    for (first, second) in [("rehearsal.csv", "people.csv"), ("people.csv", "rehearsal.csv")] {
      let store = ["--form", "forms/small", "--store", "sqlite:\(first).sqlite"]
      #expect(try workspace.run(["ingest", first] + store).status == 0)
      let before = try workspace.run(["store", "status"] + store)
      let refused = try workspace.run(["ingest", second] + store)
      #expect(refused.status == 65)
      #expect(refused.errors.contains("PIPE-017"))
      #expect(try workspace.run(["store", "status"] + store).output == before.output)
      #expect(before.output.contains("(simulated)") == (first == "rehearsal.csv"))
      // What is there already may come again.
      #expect(try workspace.run(["ingest", first] + store).status == 0)
    }
  }

  @Test("A store of which only the empty file is there is looked into, and holds nothing")
  func emptyFile() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    try workspace.write("", to: "s.sqlite")
    let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]
    let status = try workspace.run(["store", "status"] + store)
    #expect(status.status == 0 && status.output.contains("records: 0\n"), "\(status.errors)")
    #expect(try workspace.run(["problems", "list"] + store).status == 0)
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").status != 70)
    #expect(try workspace.run(["show", "-o", "p.txt", "k1"] + store).status == 1)
    #expect(try workspace.run(["export", "--to", "csv", "-o", "e.csv"] + store).status != 70)
    #expect(try workspace.run(["forget", "k1"] + store).status != 70)
  }
}
