import Archive
import Foundation
import Testing

/// Requirements:
/// 1. Held records whose rows of repeats stand in other files are moved on with these, and never without them.
/// 2. Held submissions of files of many are moved on like others, also out of an archive.
@Suite("Held records with rows elsewhere, and of files of many submissions")
struct RowsRetryTests {
  private let store = ["--form", "forms/house", "--store", "sqlite:s.sqlite"]

  private func house() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(
      """
      type,name,label,constraint
      integer,size,Size,. <= 10
      begin repeat,member,Member,
      text,who,Who,
      integer,age,Age,
      end repeat,,,

      """, to: "forms/house/survey.csv")
    try workspace.write("list_name,name,label\n", to: "forms/house/choices.csv")
    try workspace.write("form_title,form_id,version\nH,house,1\n", to: "forms/house/settings.csv")
    try workspace.write(
      "SubmissionDate,size,KEY\n2026-01-01T00:00:00Z,2,uuid:a\n2026-01-01T00:00:00Z,12,uuid:b\n", to: "in/h.csv")
    return workspace
  }

  private let members = """
    who,age,PARENT_KEY,KEY
    An,30,uuid:a,uuid:a/member[1]
    Cúc,40,uuid:b,uuid:b/member[1]
    Bình,7,uuid:b,uuid:b/member[2]

    """

  private func correct(_ workspace: Workspace, _ form: String, _ old: String, _ new: String) throws {
    for (file, old, new) in [("survey.csv", old, new), ("settings.csv", "\(form),1", "\(form),2")] {
      let text = try workspace.text("forms/\(form)/\(file)")
      #expect(text.contains(old))
      try workspace.write(text.replacing(old, with: new), to: "forms/\(form)/\(file)")
    }
  }

  private func isSound(_ workspace: Workspace) throws {
    let verified = try workspace.run("store", "verify", "--store", "sqlite:s.sqlite")
    #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
  }

  @Test(
    "A table is read again with its rows, whatever their file is called, with a mapping or without",
    arguments: ["h-member.csv", "nguoi.csv"], [nil, "decimal: \",\"\n"])
  func rows(name: String, mapping: String?) throws {
    let workspace = try house()
    try workspace.write(members, to: "in/\(name)")
    if let mapping { try workspace.write(mapping, to: "m.yaml") }
    let options = mapping == nil ? [] : ["--mapping", "m.yaml"]
    let taken = try workspace.run(["ingest", "in", "--format", "json"] + options + store)
    #expect(
      try Accounting(printed: taken.output) == Accounting(read: 2, accepted: 1, quarantined: 1), "\(taken.errors)")
    try correct(workspace, "house", ". <= 10", ". <= 20")
    let retried = try workspace.run(["problems", "retry"] + options + store)
    #expect(retried.output == "records released: 1\nstill quarantined: 0\n", "\(retried.output) \(retried.errors)")
    try isSound(workspace)
    #expect(try workspace.run(["export", "--to", "json", "-o", "out.json"] + store).status == 0)
    let out = try workspace.text("out.json")
    #expect(out.contains("Cúc") && out.contains("Bình"), "\(out)")
  }

  @Test("A table whose rows are others now, or gone, is not read again: records would lose their rows")
  func changed() throws {
    let workspace = try house()
    try workspace.write(members, to: "in/h-member.csv")
    #expect(try workspace.run(["ingest", "in"] + store).status == 0)
    try correct(workspace, "house", ". <= 10", ". <= 20")
    for text in [members.replacing("Cúc,40", with: "Cúc,41"), ""] {
      try workspace.write(text, to: "in/h-member.csv")
      let retried = try workspace.run(["problems", "retry"] + store)
      #expect(retried.output == "records released: 0\nstill quarantined: 1\n", "\(retried.output) \(retried.errors)")
      #expect(retried.errors.contains("STORE-055") && retried.errors.contains("INGEST-200"), "\(retried.errors)")
    }
    try workspace.write(members, to: "in/h-member.csv")
    let retried = try workspace.run(["problems", "retry"] + store)
    #expect(retried.output == "records released: 1\nstill quarantined: 0\n", "\(retried.output) \(retried.errors)")
    try isSound(workspace)
  }

  /// A file of three submissions: one right, one of a person too old for the form, one that is no number.
  private func bulk(_ prefix: String) -> String {
    let ages = ["40", "130", "x"]
    let submissions = ages.enumerated().map { number, age in
      SmallForm.submission("\(prefix)\(number)", SmallForm.good.replacing("40", with: age))
        .replacing("<?xml version=\"1.0\"?>\n", with: "")
    }
    return "<submissions>\n" + submissions.joined(separator: "\n") + "\n</submissions>\n"
  }

  @Test("Submissions of a file of many, alone or in an archive, are moved on, accepted and known again")
  func many() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]
    try workspace.write(bulk("f"), to: "in/all.xml")
    let archive = try ZipWriter.archive([
      ZipWriter.Member(name: "x/all.xml", bytes: Array(bulk("z").utf8)),
      ZipWriter.Member(name: "y/one.xml", bytes: Array(SmallForm.submission("y", SmallForm.good).utf8)),
    ])
    try workspace.write(Data(archive), to: "in/goi.zip")
    let taken = try workspace.run(["ingest", "in", "--format", "json"] + store)
    #expect(
      try Accounting(printed: taken.output) == Accounting(read: 7, accepted: 3, quarantined: 4), "\(taken.errors)")
    let list = try workspace.run(["problems", "list"] + store).output
    #expect(list.contains("in/all.xml:2") && list.contains("in/goi.zip!/x/all.xml:3"), "\(list)")
    // The bytes in the store are read, not the files.
    for file in ["in/all.xml", "in/goi.zip"] {
      try FileManager.default.removeItem(at: workspace.folder.appending(path: file))
    }
    try correct(workspace, "small", ". <= 120", ". <= 140")
    let retried = try workspace.run(["problems", "retry"] + store)
    #expect(retried.output == "records released: 2\nstill quarantined: 2\n", "\(retried.output) \(retried.errors)")
    try isSound(workspace)
    let numbers = try workspace.run(["problems", "list"] + store).output.split(separator: "\n").dropLast().compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    let accepted = try workspace.run(["problems", "accept", "--reason", "called"] + numbers + store)
    #expect(accepted.output == "records released: 2\nstill quarantined: 0\n", "\(accepted.output) \(accepted.errors)")
    try isSound(workspace)
    try workspace.write(bulk("f"), to: "again.xml")
    let again = try workspace.run(["ingest", "again.xml", "--format", "json"] + store)
    #expect(try Accounting(printed: again.output).read == 3)
    #expect(try workspace.run(["export", "--to", "csv", "-o", "out.csv"] + store).status == 0)
    let out = try workspace.text("out.csv")
    for key in ["uuid:f0", "uuid:f1", "uuid:f2", "uuid:z0", "uuid:z1", "uuid:z2", "uuid:y"] {
      #expect(out.contains(key))
    }
  }
}
