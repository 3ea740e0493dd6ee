import Foundation
import Testing

/// Requirements:
/// 1. Whatever is wrong with one record or file is told with its place; the rest of the folder is still taken in.
/// 2. Bad data do not change the exit code, except under `--strict`; input that cannot be used at all is 65 or 66.
/// 3. No answer appears on the terminal; the problems file holds them and only its owner can read it.
@Suite("Hostile input")
struct HostileInputTests {
  @Test(
    "A bad submission is told with its place and its neighbours are taken in",
    arguments: [
      (
        "cut off", "<?xml version=\"1.0\"?>\n<data id=\"small\" version=\"1\"><consent>yes</consent><age>4",
        "INGEST-041"
      ),
      ("not well-formed", "<data id=\"small\" version=\"1\"><consent>yes</age></data>", "INGEST-040"),
      (
        "entity bomb",
        """
        <!DOCTYPE data [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
        <data id="small" version="1"><wish>&c;</wish></data>
        """, "INGEST-042"
      ),
      (
        "external entity",
        """
        <!DOCTYPE data [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
        <data id="small" version="1"><wish>&secret;</wish></data>
        """, "INGEST-042"
      ),
      ("empty file", "", "INGEST-044"),
      ("no XML", "hello", "INGEST-044"),
      ("another form", SmallForm.submission("x", SmallForm.good, form: "other"), "INGEST-045"),
      ("unknown choice", SmallForm.submission("x", "<consent>yes</consent><view>7</view>"), "INGEST-060"),
      ("no number", SmallForm.submission("x", "<consent>yes</consent><age>bốn mươi</age>"), "INGEST-062"),
      ("constraint", SmallForm.submission("x", "<consent>yes</consent><age>7</age>"), "INGEST-070"),
      ("required answer missing", SmallForm.submission("x", "<age>40</age>"), nil),
      ("deep nesting", String(repeating: "<a>", count: 100_000), "INGEST-043"),
    ] as [(String, String, String?)])
  func submissions(name: String, bytes: String, code: String?) throws {
    let workspace = try workspace()
    try workspace.write(bytes, to: "inbox/b.xml")
    try expectQuarantine(in: workspace, code: code, file: "inbox/b.xml")
  }

  @Test("Bytes that are not UTF-8 and NUL bytes in a submission are told with their place")
  func submissionBytes() throws {
    for byte in [UInt8(0xFF), 0x00] {
      let workspace = try workspace()
      var bytes = Data(SmallForm.submission("x", "<consent>yes</consent><wish>a@b</wish>").utf8)
      let at = try #require(bytes.firstIndex(of: UInt8(ascii: "@")))
      bytes[at] = byte
      try workspace.write(bytes, to: "inbox/b.xml")
      try expectQuarantine(in: workspace, code: nil, file: "inbox/b.xml")
    }
  }

  @Test("The bad rows of a table are told by line, the others are taken in")
  func table() throws {
    let workspace = try workspace()
    var bytes = Data("KEY,consent,age,view,wish\n".utf8)
    bytes += Data("k1,yes,40,2,sách\n".utf8)
    bytes += Data("k2,yes,40,7,\n".utf8)  // unknown choice
    bytes += Data("k3,yes,x,2,\n".utf8)  // no number
    bytes += Data("k4,yes,40\n".utf8)  // too few cells
    bytes += Data("k5,yes,40,2,a".utf8) + [0] + Data("b\n".utf8)  // NUL
    bytes += Data("k6,yes,40,2,a".utf8) + [0xFF] + Data("b\n".utf8)  // not UTF-8
    bytes += Data("k7,no,,,\n".utf8)  // no consent
    bytes += Data("k8,yes,41,1,\"hai dòng\nmột ô\"\n".utf8)
    bytes += Data("k9,yes,42,2,\"cut".utf8)  // an open quote to the end of the file
    try workspace.write(bytes, to: "inbox/t.csv")
    let outcome = try ingest(workspace, "inbox/t.csv", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try Accounting(printed: outcome.output) == Accounting(read: 9, accepted: 2, quarantined: 6, declined: 1))
    for (line, code) in [
      (3, "INGEST-060"), (4, "INGEST-062"), (5, "INGEST-031"), (6, "INGEST-034"), (7, "INGEST-033"), (11, "INGEST-030"),
    ] {
      let told = outcome.errors.split(separator: "\n").contains {
        $0.hasPrefix("inbox/t.csv:\(line):") && $0.contains("[\(code)]")
      }
      #expect(told, "\(code) at line \(line) in \(outcome.errors)")
    }
  }

  @Test("Answers stay off the terminal and go to the problems file, which only its owner can read")
  func answers() throws {
    let workspace = try workspace()
    try workspace.write(
      "KEY,consent,age,view,wish\nk1,yes,bimat17,2,\nk2,yes,40,bimat18,\nk3,bimat19,40,2,\n", to: "inbox/t.csv")
    let outcome = try ingest(workspace, "inbox", "--problems", "problems.csv")
    #expect(!outcome.errors.contains("bimat") && !outcome.output.contains("bimat"))
    let problems = try workspace.text("problems.csv")
    for value in ["bimat17", "bimat18"] { #expect(problems.contains(value)) }
    #expect(!problems.contains("bimat19"), "without consent nothing of a record is kept")
    for path in ["problems.csv", "s.sqlite"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: workspace.folder.appending(path: path).path)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(path)")
    }
  }

  @Test("Quarantine changes the exit code under --strict only")
  func strict() throws {
    let workspace = try workspace()
    try workspace.write("KEY,consent,age,view,wish\nk1,yes,7,2,\n", to: "inbox/t.csv")
    #expect(try ingest(workspace, "inbox").status == 0)
    #expect(try ingest(workspace, "inbox", "--strict").status == 1)
  }

  @Test("What is not there, is no store or cannot be written ends with its own exit code")
  func unusable() throws {
    let workspace = try workspace()
    #expect(try ingest(workspace, "none.csv").status == 66)
    #expect(try workspace.run("ingest", "--form", "none", "--store", "sqlite:s.sqlite", "inbox").status == 66)
    #expect(try workspace.run("ingest", "--form", "forms/small", "--store", "postgresql://x", "inbox").status == 64)
    try workspace.write(String(repeating: "no database ", count: 400), to: "text.sqlite")
    let noStore = try workspace.run("ingest", "--form", "forms/small", "--store", "sqlite:text.sqlite", "inbox")
    #expect(noStore.status == 65, "\(noStore.errors)")
    #expect(try workspace.text("text.sqlite").hasPrefix("no database"), "a file that is no store is left alone")
    try workspace.write("", to: "file")
    #expect(
      try workspace.run("ingest", "--form", "forms/small", "--store", "sqlite:file/s.sqlite", "inbox").status == 73)
    try workspace.write("type,name\nselect_one none,x\n", to: "forms/broken/survey.csv")
    let broken = try workspace.run("ingest", "--form", "forms/broken", "--store", "sqlite:s.sqlite", "inbox")
    #expect(broken.status == 65 && broken.errors.contains("PIPE-009"))
    #expect(try workspace.run("form", "check", "forms/broken").status == 1)
    #expect(try workspace.run("form", "build", "forms/small", "--to", "odt").status == 64)
    #expect(try workspace.run("form", "build", "forms/small", "--to", "xform", "-o", "file").status == 73)
  }

  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    try workspace.write(SmallForm.submission("a", SmallForm.good), to: "inbox/a.xml")
    try workspace.write(SmallForm.submission("c", SmallForm.good), to: "inbox/c.xml")
    return workspace
  }

  private func ingest(_ workspace: Workspace, _ arguments: String...) throws -> Workspace.Outcome {
    try workspace.run(["ingest", "--form", "forms/small", "--store", "sqlite:s.sqlite"] + arguments)
  }

  /// Takes the inbox in: two good submissions and a bad one, which is told and changes nothing for the others.
  private func expectQuarantine(in workspace: Workspace, code: String?, file: String) throws {
    let outcome = try ingest(workspace, "inbox", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let accounting = try Accounting(printed: outcome.output)
    #expect(accounting.accepted == 2)
    #expect(accounting.read == 2 + accounting.quarantined + accounting.declined)
    let told = outcome.errors.split(separator: "\n").filter { $0.hasPrefix(file) }
    // Without the answer that carries consent there is no consent: such a record is declined, not quarantined.
    #expect(!told.isEmpty || accounting.declined == 1, "\(outcome.errors)")
    if let code { #expect(told.contains { $0.contains("[\(code)]") }, "\(outcome.errors)") }
    #expect(!outcome.errors.contains("root:"))
  }
}
