import Foundation
import Testing

/// Requirements:
/// 1. Lists on the terminal hold no answer; files with answers are the owner's alone.
/// 2. A decision keeps the accounting law.
@Suite("Records held apart")
struct ProblemsTests {
  private let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]

  private func filled() throws -> Workspace {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    try workspace.write(
      "KEY,consent,age,view,wish\nk1,yes,40,2,a\nk2,yes,7777,1,b\nk3,yes,41,5,secretwish\n", to: "a.csv")
    #expect(try workspace.run(["ingest", "a.csv"] + store).status == 0)
    return workspace
  }

  @Test("Held records are listed without answers, and shown and exported to files of mode 0600")
  func listed() throws {
    let workspace = try filled()
    let list = try workspace.run(["problems", "list"] + store)
    #expect(list.status == 0, "\(list.errors)")
    #expect(list.output.contains("a.csv:2") && list.output.contains("a.csv:3") && list.output.contains("all: 2\n"))
    #expect(!list.output.contains("7777") && !list.output.contains("secretwish"))
    let json = try workspace.run(["problems", "list", "--format", "json"] + store).output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [[String: Any]]]
    #expect(object?["problems"]?.count == 2)
    #expect(try workspace.run(["problems", "export", "-o", "p.csv"] + store).status == 0)
    #expect(try workspace.text("p.csv").contains("7777"))
    #expect(try workspace.run(["problems", "show", "-o", "p.txt", "2"] + store).status == 0)
    #expect(try workspace.text("p.txt").contains("secretwish"))
    for name in ["p.csv", "p.txt"] {
      let file = workspace.folder.appending(path: name).path
      #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    }
    #expect(try workspace.run(["problems", "show", "-o", "none.txt", "9"] + store).status == 1)
    #expect(!workspace.exists("none.txt"))
    #expect(try workspace.run(["problems", "show", "-o", "none.txt", "x"] + store).status == 64)
  }

  @Test("Rejected records are counted in the ledger, erased, and not held again; a corrected one is taken in")
  func rejected() throws {
    let workspace = try filled()
    #expect(try workspace.run(["problems", "reject", "1", "9"] + store).status == 1)
    #expect(try workspace.run(["problems", "list"] + store).output.contains("all: 2\n"))
    #expect(try workspace.run(["problems", "reject", "1"] + store).output == "1\n")
    #expect(try workspace.run(["problems", "list"] + store).output.contains("all: 1\n"))
    let status = try workspace.run(["store", "status", "--format", "json"] + store).output
    #expect(status.contains(#""action": "rejected", "accepted": 0, "quarantined": 1, "withheld": 0"#))
    let words = "store status --form forms/small --store sqlite:s.sqlite"
    let vietnamese = try workspace.shell("LANG=vi_VN.UTF-8 ykien \(words)").output
    #expect(vietnamese.contains(": loại: 1 phiếu cách ly\n") && !vietnamese.contains("reject"), "\(vietnamese)")
    #expect(
      try workspace.run(words.split(separator: " ").map(String.init)).output.contains(": rejected: 1 quarantined\n"))
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").status == 0)
    // Saved anew with a corrected row before it.
    try workspace.write("KEY,consent,age,view,wish\nk2,yes,77,1,b\nk2,yes,7777,1,b\n", to: "b.csv")
    let again = try workspace.run(["ingest", "b.csv", "--format", "json"] + store)
    #expect(try Accounting(printed: again.output) == Accounting(read: 2, accepted: 1, quarantined: 1))
    #expect(try workspace.run(["problems", "list"] + store).output.contains("all: 1\n"))
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").status == 0)
  }

  @Test("After the form was corrected, retry takes in what is right now and leaves the rest with its reasons")
  func retried() throws {
    let workspace = try filled()
    let old = SmallForm.good.replacing("<age>40", with: "<age>130")
    try workspace.write(SmallForm.submission("old", old), to: "in/old.xml")
    try workspace.write(SmallForm.submission("none", "<consent>yes</consent><age>x</age>"), to: "in/none.xml")
    #expect(try workspace.run(["ingest", "in"] + store).status == 0)
    #expect(try workspace.run(["problems", "retry"] + store).output == "records released: 0\nstill quarantined: 4\n")
    // Version 2 of the form: older people, and one more choice.
    for (file, old, new) in [
      ("survey.csv", ". <= 120", ". <= 140"), ("choices.csv", "agree,2,", "agree,5,Rất đồng ý,\nagree,2,"),
      ("settings.csv", "small,1,", "small,2,"),
    ] {
      let text = try workspace.text("forms/small/\(file)")
      #expect(text.contains(old))
      try workspace.write(text.replacing(old, with: new), to: "forms/small/\(file)")
    }
    let retried = try workspace.run(["problems", "retry"] + store)
    #expect(retried.status == 0, "\(retried.errors)")
    #expect(retried.output == "records released: 2\nstill quarantined: 2\n", "\(retried.output) \(retried.errors)")
    let status = try workspace.run(["store", "status", "--format", "json"] + store).output
    #expect(status.contains(#""records": 3"#), "\(status)")
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").output.contains("the store is sound"))
    #expect(try workspace.run(["problems", "retry"] + store).output == "records released: 0\nstill quarantined: 2\n")
    // A table that is gone keeps its held records.
    try workspace.write("KEY,consent\n", to: "a.csv")
    let gone = try workspace.run(["problems", "retry"] + store)
    #expect(gone.errors.contains("STORE-055"))
    #expect(gone.output == "records released: 0\nstill quarantined: 2\n")
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").status == 0)
  }

  @Test("A held record does not come back without the key by which it was held")
  func losesNoKey() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    try workspace.write("key: no\n", to: "m.yaml")
    try workspace.write("no,consent,age,view,wish\nr1,yes,40,2,a\nr2,yes,7777,1,b\n", to: "a.csv")
    #expect(try workspace.run(["ingest", "--mapping", "m.yaml", "a.csv"] + store).status == 0)
    let without = try workspace.run(["problems", "accept", "1", "--reason", "checked"] + store)
    #expect(without.errors.contains("INGEST-174"), "\(without.errors)")
    #expect(try workspace.run(["problems", "list"] + store).output.contains("all: 1\n"))
    let with = try workspace.run(["problems", "accept", "1", "--reason", "checked", "--mapping", "m.yaml"] + store)
    #expect(with.output.contains("records released: 1\n"), "\(with.output) \(with.errors)")
    #expect(try workspace.run(["show", "-o", "shown.txt", "r2"] + store).status == 0)
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").status == 0)
  }
}
