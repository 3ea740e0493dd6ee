import Archive
import Foundation
import Testing

/// Requirements:
/// 1. Held records of a zip's members and of a workbook's sheets are moved on like others.
/// 2. Only held records are read again: what was rejected, or taken in, stays as it is.
@Suite("Held records from archives and workbooks")
struct ContainerRetryTests {
  private let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]
  private let header = ["KEY", "consent", "age", "view", "wish"]

  /// Version 2 of the small form: older people may answer.
  private func correctForm(_ workspace: Workspace) throws {
    for (file, old, new) in [("survey.csv", ". <= 120", ". <= 140"), ("settings.csv", "small,1,", "small,2,")] {
      let text = try workspace.text("forms/small/\(file)")
      try workspace.write(text.replacing(old, with: new), to: "forms/small/\(file)")
    }
  }

  private func workbook(_ oldAge: String = "130") throws -> [UInt8] {
    try MinimalWorkbook.bytes([
      ("Phiếu", [header, ["w1", "yes", "40", "2", "a"], ["w2", "yes", oldAge, "1", "b"]]),
      ("Xã khác", [header, ["w3", "yes", "131", "2", "c"], ["w4", "yes", "999", "2", "d"]]),
    ])
  }

  @Test("Members of an archive, sheets of a workbook and a workbook in an archive are read again after a correction")
  func retried() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    let archive = try ZipWriter.archive([
      ZipWriter.Member(
        name: "xa-a.csv", bytes: Array("KEY,consent,age,view,wish\nz1,yes,132,2,x\nz2,yes,41,2,y\n".utf8)),
      ZipWriter.Member(
        name: "p.xml", bytes: Array(SmallForm.submission("z3", SmallForm.good.replacing("40", with: "133")).utf8)),
      ZipWriter.Member(
        name: "so.xlsx", bytes: try MinimalWorkbook.bytes([("Sổ", [header, ["z4", "yes", "134", "2", "z"]])])),
    ])
    try workspace.write(Data(archive), to: "goi.zip")
    try workspace.write(Data(try workbook()), to: "so.xlsx")
    let taken = try workspace.run(["ingest", "goi.zip", "so.xlsx", "--format", "json"] + store)
    #expect(try Accounting(printed: taken.output) == Accounting(read: 8, accepted: 2, quarantined: 6))
    #expect(try workspace.run(["problems", "retry"] + store).output == "records released: 0\nstill quarantined: 6\n")
    try correctForm(workspace)
    let retried = try workspace.run(["problems", "retry"] + store)
    #expect(retried.output == "records released: 5\nstill quarantined: 1\n", "\(retried.output) \(retried.errors)")
    let verified = try workspace.run("store", "verify", "--store", "sqlite:s.sqlite")
    #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
    #expect(try workspace.run(["export", "--to", "csv", "-o", "out.csv"] + store).status == 0)
    let out = try workspace.text("out.csv")
    for key in ["w1", "w2", "w3", "z1", "z2", "uuid:z3", "z4"] { #expect(out.contains(key), "\(key)") }
  }

  @Test("An archive or workbook that was changed is not read; its unchanged members are")
  func changed() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    func archive(_ last: String) throws -> Data {
      Data(
        try ZipWriter.archive([
          ZipWriter.Member(name: "a.csv", bytes: Array("KEY,consent,age,view\nz1,yes,132,2\n".utf8)),
          ZipWriter.Member(name: "b.csv", bytes: Array("KEY,consent,age,view\nz2,yes,\(last),2\n".utf8)),
        ]))
    }
    try workspace.write(try archive("133"), to: "goi.zip")
    try workspace.write(Data(try workbook()), to: "so.xlsx")
    #expect(try workspace.run(["ingest", "goi.zip", "so.xlsx"] + store).status == 0)
    try correctForm(workspace)
    try workspace.write(try archive("134"), to: "goi.zip")
    try workspace.write(Data(try workbook("135")), to: "so.xlsx")
    let retried = try workspace.run(["problems", "retry"] + store)
    #expect(retried.output == "records released: 1\nstill quarantined: 4\n", "\(retried.output) \(retried.errors)")
    #expect(retried.errors.contains("goi.zip!/b.csv") && retried.errors.contains("so.xlsx!/"))
    #expect(retried.errors.contains("STORE-055"))
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").status == 0)
  }

  @Test("A mapping that says how numbers are written moves on what could be read in two ways")
  func mapped() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    for (file, old, new) in [("survey.csv", "integer,age", "decimal,age")] {
      let text = try workspace.text("forms/small/\(file)")
      try workspace.write(text.replacing(old, with: new), to: "forms/small/\(file)")
    }
    try workspace.write("KEY;consent;age;view\nk1;yes;40,125;2\nk2;yes;41,500;1\n", to: "a.csv")
    let taken = try workspace.run(["ingest", "a.csv", "--format", "json"] + store)
    #expect(try Accounting(printed: taken.output) == Accounting(read: 2, quarantined: 2), "\(taken.errors)")
    try workspace.write("decimal: \",\"\n", to: "m.yaml")
    let retried = try workspace.run(["problems", "retry", "--mapping", "m.yaml"] + store)
    #expect(retried.output == "records released: 2\nstill quarantined: 0\n", "\(retried.output) \(retried.errors)")
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").status == 0)
  }

  @Test("What a person rejected stays rejected when its table is read again")
  func rejected() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    try workspace.write("KEY,consent,age,view\nk1,yes,130,2\nk2,yes,131,1\n", to: "a.csv")
    #expect(try workspace.run(["ingest", "a.csv"] + store).status == 0)
    #expect(try workspace.run(["problems", "reject", "1"] + store).status == 0)
    try correctForm(workspace)
    let retried = try workspace.run(["problems", "retry"] + store)
    #expect(retried.output == "records released: 1\nstill quarantined: 0\n", "\(retried.output) \(retried.errors)")
    let status = try workspace.run(["store", "status", "--format", "json"] + store).output
    #expect(status.contains(#""records": 1"#), "\(status)")
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").status == 0)
  }
}
