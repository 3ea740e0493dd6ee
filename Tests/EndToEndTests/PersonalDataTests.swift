import Foundation
import Testing

/// Requirements:
/// 1. Without consent only a count is kept; without consent to sensitive questions their answers are kept nowhere.
/// 2. A person sees their answers in a file of their own; erased, they are in no file of the store and do not come back.
/// 3. Announced days are carried out by the wave of a pipeline.
@Suite("Personal data")
struct PersonalDataTests {
  private static let uuid = "0f8fad5b-d9cb-469f-a165-70867728950e"
  private static let canary = "Kq7ZwX3vN9tB2mLc8RfJ"
  private let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]

  private func answers(_ wish: String) -> String {
    "<consent>yes</consent><age>40</age><view>2</view><wish>\(wish)</wish>"
  }

  /// Whether any file of the store holds a text.
  private func storeHolds(_ text: String, in workspace: Workspace) throws -> Bool {
    try ["s.sqlite", "s.sqlite-wal", "s.sqlite-shm"].contains { name in
      try workspace.exists(name) && workspace.bytes(name).range(of: Data(text.utf8)) != nil
    }
  }

  @Test("Of a record without consent only the count is kept")
  func declined() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    try workspace.write("KEY,consent,age,view,wish\nk1,yes,40,2,a\nk2secretkey,no,41,1,\(Self.canary)\n", to: "a.csv")
    let refused = "<consent>no</consent><age>40</age><wish>\(Self.canary)</wish>"
    try workspace.write(SmallForm.submission(Self.uuid, refused), to: "b.xml")
    let outcome = try workspace.run(["ingest", "--format", "json", "a.csv", "b.xml"] + store)
    #expect(try Accounting(printed: outcome.output) == Accounting(read: 3, accepted: 1, declined: 2))
    for text in [Self.canary, "k2secretkey", Self.uuid] { #expect(try !storeHolds(text, in: workspace), "\(text)") }
  }

  @Test("Answers to sensitive questions without consent to them are kept nowhere")
  func sensitive() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    let survey = try workspace.text("forms/small/survey.csv")
    try workspace.write(
      survey
        + "select_one yes_no,consent_sensitive,Nhạy cảm?,,,\ntext,belief,Quan điểm,,${consent_sensitive} = 'yes',\n"
        + "text,why,Vì sao?,,${belief} != '',\n",
      to: "forms/small/survey.csv")
    for (name, consent, word) in [("1", "no", Self.canary), ("2", "yes", "Vd5HsGpY4kTn6WqEx1Zr")] {
      let more = "<consent_sensitive>\(consent)</consent_sensitive><belief>\(word)</belief><why>\(word)</why>"
      try workspace.write(SmallForm.submission("person-\(name)", answers("a") + more), to: "\(name).xml")
    }
    let outcome = try workspace.run(["ingest", "--format", "json", "--problems", "p.csv", "1.xml", "2.xml"] + store)
    #expect(try Accounting(printed: outcome.output) == Accounting(read: 2, accepted: 2))
    #expect(try !storeHolds(Self.canary, in: workspace))
    #expect(try !workspace.text("p.csv").contains(Self.canary))
    let shown = try workspace.run(["show", "-o", "shown.txt", "uuid:person-2"] + store)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(try workspace.text("shown.txt").contains("Vd5HsGpY4kTn6WqEx1Zr"))
  }

  @Test("A person sees their answers in a file; erased, they are nowhere and do not come back")
  func forgotten() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    for number in 0..<30 {
      try workspace.write(SmallForm.submission("p\(number)", answers("a")), to: "in/\(number).xml")
    }
    try workspace.write(SmallForm.submission(Self.uuid, answers(Self.canary)), to: "in/\(Self.uuid).xml")
    // The same person with a wrong age, and in a file that cannot be read: quarantined.
    let cut = SmallForm.submission(Self.uuid, answers(Self.canary)) + "<"
    try workspace.write(cut, to: "in/cut.xml")
    let wrong = answers(Self.canary).replacing("<age>40", with: "<age>4000")
    try workspace.write(SmallForm.submission(Self.uuid, wrong), to: "in/wrong.xml")
    #expect(try workspace.run(["ingest", "in"] + store).status == 0)
    #expect(try workspace.run("store", "backup", "--store", "sqlite:s.sqlite", "-o", "copy.sqlite").status == 0)

    let shown = try workspace.run(["show", "-o", "shown.txt", "uuid:\(Self.uuid)"] + store)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(!(shown.output + shown.errors).contains(Self.canary))
    #expect(try workspace.text("shown.txt").contains(Self.canary))
    let file = workspace.folder.appending(path: "shown.txt").path
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)

    let forgotten = try workspace.run("forget", "--store", "sqlite:s.sqlite", Self.uuid)
    #expect(forgotten.status == 0, "\(forgotten.errors)")
    #expect(forgotten.output.contains("records erased: 1\nearlier versions erased: 0\nheld records erased: 2\n"))
    for file in ["in/\(Self.uuid).xml", "in/wrong.xml", "copy.sqlite", "shown.txt"] {
      #expect(forgotten.errors.contains("\(file): warning: [STORE-046]"), "\(file)")
    }
    #expect(forgotten.errors.contains("STORE-047"))
    for text in [Self.canary, Self.uuid] { #expect(try !storeHolds(text, in: workspace), "\(text)") }
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").status == 0)

    let again = try workspace.run(["ingest", "--format", "json", "in"] + store)
    let accounting = try Accounting(printed: again.output)
    // Of what cannot be read no key is known: it is counted as quarantined again, and not kept.
    #expect(accounting.rejected == 2)
    #expect(accounting.quarantined == 1)
    #expect(accounting.identical == 30)
    let status = try workspace.run(["store", "status"] + store)
    #expect(status.output.contains("records: 30\nquarantined: 0\n"), "\(status.output)")
    #expect(try workspace.run("store", "verify", "--store", "sqlite:s.sqlite").status == 0)
    for text in [Self.canary] { #expect(try !storeHolds(text, in: workspace), "\(text)") }
    let unknown = try workspace.run("forget", "--store", "sqlite:s.sqlite", "uuid:nobody")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("STORE-044") && !unknown.errors.contains("nobody"))
    #expect(try workspace.run("forget", "--store", "sqlite:none.sqlite", "x").status == 66)
  }

  @Test("A wave is de-identified and later purged; a wave that is not the pipeline's is refused")
  func wave() throws {
    let workspace = try Workspace(withProject: true)
    let pipeline = "pipelines/bao-cao-nam.yaml"
    #expect(try workspace.run("run", pipeline, "--as-of", "2026-12-01").status == 0)
    func end(_ words: String...) throws -> Workspace.Outcome { try workspace.run(["store"] + words + [pipeline]) }
    #expect(try end("deidentify", "--wave", "2025").status == 64)
    #expect(try end("deidentify", "--wave", "2026", "--keep", "nothing").status == 64)
    #expect(try end("deidentify", "--wave", "2026", "--dry-run").output.contains("dry run"))
    let before = try workspace.run("estimate", pipeline, "--to", "csv")
    // Announced days are shown as due until they were carried out.
    let retention = "retention: {deidentify_after: 2026-12-20, purge_after: 2027-12-31}\n"
    try workspace.write(try workspace.text(pipeline) + retention, to: pipeline)
    func schedule(_ day: String) throws -> String {
      try workspace.run("schedule", "show", pipeline, "--as-of", day).output
    }
    #expect(try schedule("2026-12-20").contains("de-identify after 2026-12-20, today\n"))
    #expect(try schedule("2026-12-21").contains("de-identify after 2026-12-20, DUE for "))
    #expect(try schedule("2026-12-21").contains("purge after 2027-12-31, in 375 days"))
    let done = try end("deidentify", "--wave", "2026")
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.output.contains("open_aspiration"))
    #expect(try workspace.run("store", "verify", "--store", "sqlite:var/bao-cao-nam.sqlite").status == 0)
    #expect(
      try workspace.run("estimate", pipeline, "--to", "csv").output.split(separator: "\n").count
        == before.output.split(separator: "\n").count)
    #expect(try schedule("2028-01-01").contains("de-identify after 2026-12-20, done\n"))
    #expect(try schedule("2028-01-01").contains("purge after 2027-12-31, DUE for "))
    // De-identified records give the same figures: the report stays right.
    #expect(try !workspace.run("estimate", pipeline, "--to", "csv").errors.contains("PIPE-030"))
    try workspace.age("reports/output/bao-cao-nam/latest/manifest.json")
    let purged = try end("purge", "--wave", "2026")
    #expect(purged.status == 0, "\(purged.errors)")
    #expect(try end("purge", "--wave", "2026").errors.contains("STORE-048"))
    #expect(try workspace.run("store", "verify", "--store", "sqlite:var/bao-cao-nam.sqlite").status == 0)
  }

  @Test("A report that counts an erased person is said to be out of date until it is made anew")
  func outdated() throws {
    let workspace = try Workspace(withProject: true)
    let pipeline = "pipelines/bao-cao-nam.yaml"
    #expect(try workspace.run("run", pipeline, "--as-of", "2026-12-01").status == 0)
    let report = try #require(
      try workspace.shell("ls reports/output/bao-cao-nam/*/manifest.json").output.split(separator: "\n").first)
    try workspace.age(String(report))
    func schedule() throws -> String {
      try workspace.run("schedule", "show", pipeline, "--as-of", "2026-12-01", "--format", "json").output
    }
    #expect(try !schedule().contains("lost_answers"))
    // The store's records are of the wave of 2026: a pipeline of another wave has none.
    let other = try workspace.text(pipeline).replacing("2025-12-15, to: 2026-12-14", with: "2027-12-15, to: 2028-12-14")
    try workspace.write(other.replacing("name: bao-cao-nam", with: "name: bao-cao-nam-sau"), to: "pipelines/other.yaml")
    #expect(try !schedule().contains("no_records"))
    let later = try workspace.run(
      "schedule", "show", "pipelines/other.yaml", "--as-of", "2028-12-01", "--format", "json")
    #expect(later.output.contains("no_records"), "\(later.output) \(later.errors)")
    let forgotten = try workspace.run("forget", "--store", "sqlite:var/bao-cao-nam.sqlite", "simulated:2026:7")
    #expect(forgotten.output.contains("1") || forgotten.status == 0, "\(forgotten.errors)")
    #expect(try schedule().contains("lost_answers"))
    #expect(try workspace.run("estimate", pipeline, "--to", "csv").errors.contains("PIPE-030"))
    let again = try workspace.run("report", pipeline, "--as-of", "2026-12-01")
    #expect(again.status == 0 && again.errors.contains("PIPE-031"), "\(again.errors)")
    #expect(try !schedule().contains("lost_answers"))
    #expect(try !workspace.run("estimate", pipeline, "--to", "csv").errors.contains("PIPE-03"))
  }
}

extension Workspace {
  /// Makes a file look as if it had been written two hours ago.
  fileprivate func age(_ path: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: folder.appending(path: path).path)
  }
}
