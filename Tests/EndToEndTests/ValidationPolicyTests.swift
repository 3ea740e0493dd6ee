import Foundation
import Testing

/// Requirements:
/// 1. The weight of rules decides which records are held; a flagged one is counted by its finding.
/// 2. A record held under one policy is moved on by another.
@Suite("Weight of rules")
struct ValidationPolicyTests {
  private let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]

  private func filled() throws -> Workspace {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    try workspace.write(
      "KEY,consent,age,view,wish\nk1,yes,40,2,a\nk2,yes,7777,1,b\nk3,,,,hidden\nk4,yes,x,1,c\n", to: "a.csv")
    try workspace.write("validation: {questions: {age: {constraint: flag}}}\n", to: "v.yaml")
    return workspace
  }

  @Test("A rule of little weight flags its record, which is accepted as it came")
  func flagged() throws {
    let workspace = try filled()
    let taken = try workspace.run(["ingest", "a.csv", "--pipeline", "v.yaml", "--format", "json"] + store)
    #expect(
      try Accounting(printed: taken.output) == Accounting(read: 4, accepted: 2, quarantined: 1, declined: 1),
      "\(taken.errors)")
    #expect(taken.output.contains("\"INGEST-070\": 1"), "\(taken.output)")
    #expect(taken.errors.contains("warning: [INGEST-070]") && !taken.errors.contains("7777"))
    #expect(try workspace.run(["export", "--to", "csv", "-o", "out.csv"] + store).status == 0)
    #expect(try workspace.text("out.csv").contains("yes,7777,1,b"))
  }

  @Test("Without the policy the record is held; retry with it moves the record on")
  func retried() throws {
    let workspace = try filled()
    let taken = try workspace.run(["ingest", "a.csv", "--format", "json"] + store)
    #expect(
      try Accounting(printed: taken.output) == Accounting(read: 4, accepted: 1, quarantined: 2, declined: 1))
    let retried = try workspace.run(["problems", "retry", "--pipeline", "v.yaml"] + store)
    #expect(retried.output == "records released: 1\nstill quarantined: 1\n", "\(retried.output) \(retried.errors)")
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").status == 0)
  }

  @Test("A question that the form does not have is refused with its place")
  func unknown() throws {
    let workspace = try filled()
    try workspace.write("validation: {questions: {agee: {constraint: flag}}}\n", to: "v.yaml")
    let taken = try workspace.run(["ingest", "a.csv", "--pipeline", "v.yaml"] + store)
    #expect(taken.status == 65 && taken.errors.contains("v.yaml:1:") && taken.errors.contains("age"), "\(taken.errors)")
    #expect(!workspace.exists("s.sqlite"))
  }
}
