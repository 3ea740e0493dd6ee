import DelimitedText
import Foundation
import Testing

/// Requirements:
/// 1. What a person writes into the table of problems comes back into the records, however Excel saved the table.
/// 2. A record is taken in when nothing is wrong with it any more, or when a person accepts it as it is.
/// 3. Nobody consents for another.
/// 4. The accounting law holds afterwards, and no answer stands in the journal or on the terminal.
@Suite("Corrected records")
struct CorrectionTests {
  private let store = ["--form", "forms/small", "--store", "sqlite:s.sqlite"]

  /// Three held records: a wrong age, an unknown opinion and age, an age of a submission that is no number.
  private func filled() throws -> Workspace {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    try workspace.write(
      "KEY,consent,age,view,wish\nk1,yes,40,2,a\nk2,yes,7777,1,=b\nk3,yes,17,5,đất đai\n", to: "in/a.csv")
    try workspace.write(SmallForm.submission("x", SmallForm.good.replacing("40", with: "bốn mươi")), to: "in/x.xml")
    #expect(try workspace.run(["ingest", "in"] + store).status == 0)
    #expect(try workspace.run(["problems", "export", "-o", "p.csv"] + store).status == 0)
    return workspace
  }

  /// The exported table with texts in its empty columns, by record and question ("" for the first row of the record).
  private func table(
    _ workspace: Workspace, corrected: [String: String] = [:], decisions: [Int: String] = [:]
  ) throws -> [[String]] {
    let table = DelimitedTable(bytes: [UInt8](try workspace.bytes("p.csv")), source: "p.csv")
    #expect(table.diagnostics.isEmpty)
    let place = try ["problem", "field", "corrected", "decision"].map { try #require(table.column(named: $0)) }
    return [table.header]
      + table.rows.map { row in
        var cells = row.fields
        cells[place[2]] = corrected["\(row[place[0]]) \(row[place[1]])"] ?? ""
        cells[place[3]] = Int(row[place[0]]).flatMap { decisions[$0] } ?? ""
        return cells
      }
  }

  private func text(_ rows: [[String]], _ separator: String = ",", lineEnd: String = "\n") -> String {
    rows.map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: separator) + lineEnd
    }.joined()
  }

  private func isSound(_ workspace: Workspace) throws {
    let verified = try workspace.run("store", "verify", "--store", "sqlite:s.sqlite")
    #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
  }

  /// How Excel may save the table.
  enum Saving: CaseIterable {
    case plain, semicolons, utf16, cp1258
  }

  @Test("Corrected answers are put into their records, which are taken in", arguments: Saving.allCases)
  func corrected(_ saving: Saving) throws {
    let workspace = try filled()
    let corrections = ["2 age": "77", "3 age": "18", "3 view": "Đồng ý", "1 age": "41"]
    let rows = try table(workspace, corrected: try renumbered(corrections, workspace))
    switch saving {
    case .plain: try workspace.write(text(rows), to: "back.csv")
    case .semicolons: try workspace.write("\u{FEFF}" + text(rows, ";", lineEnd: "\r\n"), to: "back.csv")
    case .utf16:
      let units = ("\u{FEFF}" + text(rows, "\t", lineEnd: "\r\n")).utf16
      try workspace.write(Data(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }), to: "back.csv")
    case .cp1258:
      try workspace.write(Self.cp1258(text(rows, ";", lineEnd: "\r\n")), to: "back.csv")
    }
    let done = try workspace.run(["problems", "import", "back.csv"] + store)
    #expect(done.output == "records released: 3\nstill quarantined: 0\n", "\(done.output) \(done.errors)")
    #expect(done.status == 0)
    #expect(!done.errors.contains("7777") && !done.errors.contains("đất"))
    try isSound(workspace)
    #expect(try workspace.run(["export", "--to", "csv", "-o", "out.csv"] + store).status == 0)
    let out = try workspace.text("out.csv")
    #expect(out.contains("yes,77,1,'=b"), "\(out)")
    #expect(out.contains("yes,18,2,đất đai"), "\(out)")
    #expect(out.contains("yes,41,2,sách"), "\(out)")
  }

  /// The numbers of the records in the store may differ: corrections are written for the table's order.
  private func renumbered(_ corrections: [String: String], _ workspace: Workspace) throws -> [String: String] {
    let list = try workspace.run(["problems", "list"] + store).output
    var numbers: [String: String] = [:]
    for line in list.split(separator: "\n") {
      let words = line.split(separator: " ")
      if line.contains("x.xml") { numbers["1"] = String(words[0]) }
      if line.contains("a.csv:2") { numbers["2"] = String(words[0]) }
      if line.contains("a.csv:3") { numbers["3"] = String(words[0]) }
    }
    return Dictionary(
      uniqueKeysWithValues: try corrections.map { key, value in
        let parts = key.split(separator: " ")
        return ("\(try #require(numbers[String(parts[0])])) \(parts[1])", value)
      })
  }

  /// Vietnamese of Windows: letters with their shape in one byte, the tone mark in the next.
  private static func cp1258(_ text: String) -> Data {
    let marks: [Unicode.Scalar: UInt8] = [
      "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC, "\u{323}": 0xF2,
    ]
    let letters: [String: UInt8] = [
      "â": 0xE2, "ê": 0xEA, "ô": 0xF4, "ă": 0xE3, "ơ": 0xF5, "ư": 0xFD, "đ": 0xF0, "Â": 0xC2, "Ê": 0xCA, "Ô": 0xD4,
      "Ă": 0xC3, "Ơ": 0xD5, "Ư": 0xDD, "Đ": 0xD0, "“": 0x93, "”": 0x94, "…": 0x85, "–": 0x96,
    ]
    var bytes = Data()
    for character in text {
      if character == "\r\n" { bytes += [13, 10]; continue }
      let scalars = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
      var shape = String.UnicodeScalarView()
      var tones: [UInt8] = []
      for scalar in scalars { if let tone = marks[scalar] { tones.append(tone) } else { shape.append(scalar) } }
      let letter = String(shape).precomposedStringWithCanonicalMapping
      bytes.append(letters[letter] ?? letter.utf8.first.map { $0 < 0x80 ? $0 : 0x3F } ?? 0x3F)
      bytes += tones
    }
    return bytes
  }

  @Test("A correction that is wrong leaves the record held with its reasons; the table can be corrected again")
  func stillWrong() throws {
    let workspace = try filled()
    let wrong = try renumbered(["2 age": "chín", "3 age": "20"], workspace)
    try workspace.write(text(try table(workspace, corrected: wrong)), to: "back.csv")
    let before = try workspace.text("p.csv")
    let done = try workspace.run(["problems", "import", "back.csv"] + store)
    #expect(done.status == 1)
    #expect(done.output == "records released: 0\nstill quarantined: 3\n")
    #expect(done.errors.contains("STORE-070") && done.errors.contains("INGEST-0") && !done.errors.contains("chín"))
    #expect(try workspace.run(["problems", "export", "-o", "p.csv"] + store).status == 0)
    #expect(try workspace.text("p.csv") == before)
    try isSound(workspace)
  }

  @Test("Decisions in Vietnamese accept records as they are and reject others; the journal has no answer")
  func decided() throws {
    let workspace = try filled()
    let numbers = try renumbered(["1 age": "", "2 age": "", "3 age": ""], workspace)
    func number(_ place: String) throws -> Int {
      try #require(
        numbers.keys.compactMap { Int($0.split(separator: " ")[0]) }.sorted().first { candidate in
          try workspace.run(["problems", "list"] + store).output.contains("\(candidate)  quarantined  in/\(place)")
        })
    }
    let (second, third, submission) = (try number("a.csv:2"), try number("a.csv:3"), try number("x.xml"))
    let rows = try table(workspace, decisions: [second: "Chấp nhận", third: "loại", submission: "accept"])
    try workspace.write(text(rows), to: "back.csv")
    let done = try workspace.run(["problems", "import", "--reason", "đã hỏi lại", "back.csv"] + store)
    #expect(
      done.output == "records released: 2\nrecords rejected: 1\nstill quarantined: 0\n",
      "\(done.output) \(done.errors)")
    #expect(done.status == 0)
    try isSound(workspace)
    #expect(try workspace.run(["export", "--to", "csv", "-o", "out.csv"] + store).status == 0)
    let out = try workspace.text("out.csv")
    // What breaks the constraint stays as it came; what is no number is blank.
    #expect(out.contains("yes,7777,1,"), "\(out)")
    #expect(out.contains("yes,,2,sách"), "\(out)")
    let file = try workspace.bytes("s.sqlite")
    #expect(file.range(of: Data("as it is: đã hỏi lại".utf8)) != nil)
    #expect(file.range(of: Data("bốn mươi".utf8)) == nil)
  }

  @Test("Numbers are accepted with a reason only; a record with another's key may get a key of its own")
  func acceptedByNumber() throws {
    let workspace = try filled()
    try workspace.write("KEY,consent,age,view,wish\nk1,yes,50,2,khác\n", to: "b.csv")
    #expect(try workspace.run(["ingest", "b.csv"] + store).status == 0)
    #expect(try workspace.run(["problems", "accept", "1"] + store).status == 64)
    #expect(try workspace.run(["problems", "accept", "--reason", "x", "1", "99"] + store).errors.contains("STORE-054"))
    let list = try workspace.run(["problems", "list"] + store).output
    let line = try #require(list.split(separator: "\n").first { $0.contains("b.csv") })
    let number = String(line.split(separator: " ")[0])
    #expect(try workspace.run(["problems", "export", "-o", "p.csv"] + store).status == 0)
    try workspace.write(text(try table(workspace, corrected: ["\(number) (key)": "k1b"])), to: "back.csv")
    let keyed = try workspace.run(["problems", "import", "back.csv"] + store)
    #expect(keyed.output == "records released: 1\nstill quarantined: 3\n", "\(keyed.errors)")
    // The same table again: the record is not held any more.
    let again = try workspace.run(["problems", "import", "back.csv"] + store)
    #expect(again.status == 0 && again.errors.contains("STORE-054"))
    try isSound(workspace)
  }

  @Test("A table that is wrong changes nothing")
  func refused() throws {
    let workspace = try filled()
    let list = try workspace.run(["problems", "list"] + store).output
    let first = String(try #require(list.split(separator: " ").first))
    let rows = try table(workspace)
    func imported(_ change: (inout [[String]]) throws -> Void) throws -> Workspace.Outcome {
      var changed = rows
      try change(&changed)
      try workspace.write(text(changed), to: "back.csv")
      return try workspace.run(["problems", "import", "back.csv"] + store)
    }
    func column(_ name: String) throws -> Int { try #require(rows[0].firstIndex(of: name)) }
    let (decision, corrected, field) = (try column("decision"), try column("corrected"), try column("field"))
    let record = try column("record")
    let cases: [(String, (inout [[String]]) -> Void)] = [
      ("STORE-071", { $0[0][decision] = "quyết định" }),
      ("STORE-072", { $0[1][decision] = "có lẽ" }),
      (
        "STORE-073",
        {
          $0[1][record] = "9"; $0[1][decision] = "reject"
        }
      ),
      (
        "STORE-075",
        {
          $0[1][field] = ""; $0[1][corrected] = "1"
        }
      ),
    ]
    for (code, change) in cases {
      let outcome = try imported(change)
      #expect(outcome.status == 1 && outcome.errors.contains(code), "\(code): \(outcome.errors)")
    }
    for (code, name) in [("INGEST-170", "tuoi"), ("INGEST-171", "consent")] {
      let outcome = try imported {
        $0[1][field] = name; $0[1][corrected] = "yes"
      }
      #expect(outcome.status == 1 && outcome.errors.contains(code), "\(code): \(outcome.errors)")
    }
    #expect(!first.isEmpty)
    #expect(try workspace.run(["problems", "list"] + store).output == list)
    try isSound(workspace)
  }
}
