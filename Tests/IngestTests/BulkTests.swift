import Diagnostics
import Foundation
import Responses
import Testing

@testable import Ingest

@Suite("Files of many submissions")
struct BulkTests {
  private static func submission(_ number: Int, _ extra: String = "") -> String {
    "<data id='test'>\n<agree>no</agree><words>số \(number) &amp; \(extra)</words>\n"
      + "<meta><instanceID>uuid:\(number)</instanceID></meta></data>"
  }

  @Test("A damaged file with one submission in it is held whole")
  func damagedAroundOne() throws {
    let text = "<!ENTITY one>b</one><row><ITY b '&a;'>]><data id='test'>&b;</data>"
    let taken = try take([("one.xml", Array(text.utf8))])
    #expect(taken.report.total.quarantined == 1)
    #expect(taken.store.contents.held.map(\.original) == [Array(text.utf8)])
  }

  @Test(
    "Whatever lies around the submissions, each is a record with its number, line and bytes",
    arguments: [
      ("", "", "\n"), ("<all>\n", "</all>\n", ""), ("<?xml version='1.0'?>\n<!-- <data id='test'> -->\n", "", ""),
      ("<a><b c='<'>", "</b></a>", "<x/>"), ("<export id='wrapper'>", "</export>", "<![CDATA[<data id='test'>]]>"),
      ("<list xmlns:k='urn:k'><meta>\n\n</meta>", "</list>", "<mediaFile><name>a.jpg</name></mediaFile>"),
      ("<data>", "</data>", "<s/>"),
    ])
  func shapes(before: String, after: String, between: String) throws {
    let parts = (1...3).map { Self.submission($0) }
    let text = before + parts.joined(separator: between) + after
    let taken = try take([("all.xml", Array(text.utf8))])
    #expect(taken.report.total.accepted == 3)
    #expect(taken.codes == [])
    #expect(
      taken.records.mapValues { $0["words"] } == [
        "uuid:1": "số 1 & ", "uuid:2": "số 2 & ", "uuid:3": "số 3 & ",
      ])
    #expect(taken.store.contents.batches.flatMap(\.recordNumbers) == [1, 2, 3])
    for (number, part) in parts.enumerated() {
      #expect(taken.store.contents.originals["uuid:\(number + 1)"] == Array(part.utf8))
    }
    #expect(taken.store.contents.sources.map(\.description.kind) == ["openrosa-xml-bulk"])
    // The same file again is known.
    let again = try take([("all.xml", Array(text.utf8)), ("all.xml", Array(text.utf8))])
    #expect(again.report.sources.map(\.status) == [.unchanged])
  }

  @Test(
    "What is wrong with one submission keeps that one back, with its line",
    arguments: [
      ("<data id='test'><agree>no</data>", "INGEST-040"), ("<data id='test'><agree>no</agree", "INGEST-041"),
      ("<data id='test'><agree a='>no</agree></data>", "INGEST-040"), ("<data id='test'>\n<agree>", "INGEST-041"),
      ("<data id='test'>&bomb;</data>", "INGEST-040"), ("<data id='other'><agree>no</agree></data>", "INGEST-045"),
      ("<data><agree>no</agree></data>", "INGEST-045"), ("<data id='test'>\u{0}</data>", "INGEST-034"),
      ("<data id='test'><agree>maybe</agree></data>", "INGEST-060"),
      ("<data id='test'>" + String(repeating: "<profile>", count: 300) + "</data>", "INGEST-043"),
      ("<data id='test'><!DOCTYPE d><agree>no</agree></data>", "INGEST-040"),
    ])
  func faults(wrong: String, code: String) throws {
    let text = "<all>\n\(Self.submission(1))\n\(wrong)\n\(Self.submission(2))\n</all>"
    let taken = try take([("all.xml", Array(text.utf8))])
    #expect(taken.records.keys.sorted() == ["uuid:1", "uuid:2"])
    #expect(taken.report.total.quarantined == 1)
    let held = try #require(taken.store.contents.held.first)
    #expect(held.recordNumber == 2)
    let finding = try #require(held.diagnostics.first { $0.code.identifier == code })
    #expect(finding.record == "2")
    #expect((5...7).contains(finding.position?.line ?? 0))
  }

  @Test("A file that is cut off loses its last submission only")
  func cutOff() throws {
    let text = "<all>" + (1...4).map { Self.submission($0) }.joined().dropLast(30)
    let taken = try take([("all.xml", Array(text.utf8))])
    #expect(taken.report.total.accepted == 3)
    #expect(taken.report.total.quarantined == 1)
    #expect(taken.codes == ["INGEST-041"])
  }

  @Test("What an open comment takes with it is named with its line and counted")
  func rest() throws {
    let text =
      "<all>\n" + (1...3).map { Self.submission($0) }.joined(separator: "\n") + "\n<!-- open\n"
      + (4...9).map { Self.submission($0) }.joined(separator: "\n") + "</all>"
    let taken = try take([("all.xml", Array(text.utf8))])
    #expect(taken.report.total.accepted == 3)
    #expect(taken.report.total.quarantined == 1)
    let finding = try #require(taken.report.diagnostics.first)
    #expect(finding.code.identifier == "INGEST-155")
    #expect(finding.position?.line == 11)
    #expect(finding.arguments["count"] == "6")
  }

  @Test(
    "A submission alone stays one, right or wrong",
    arguments: [
      "<data id='test'><agree>no</agree></data>", "<data id='test'><agree>no</data>", "<data/>", "<data id='other'/>",
      "<all><data/></all>", "<!-- <data id='test'/> <data id='test'/>", "nothing",
    ])
  func single(text: String) throws {
    let taken = try take([("a.xml", Array(text.utf8))])
    #expect(taken.report.total.read == 1)
    #expect(taken.store.contents.sources.map(\.description.kind) == ["openrosa-xml"])
  }

  @Test("An encoding that the file declares holds for each submission, also when it is read again")
  func encoding() throws {
    var bytes = Array("<?xml version='1.0' encoding='iso-8859-1'?><all>".utf8)
    for number in 1...2 {
      bytes += Array("<data id='test'><agree>no</agree><words>caf".utf8) + [0xE9]
      bytes += Array("</words><meta><instanceID>\(number)</instanceID></meta></data>".utf8)
    }
    let taken = try take([("all.xml", bytes + Array("</all>".utf8))])
    #expect(taken.records["1"]?["words"] == "café")
    #expect(taken.records["2"]?["words"] == "café")
    let alone = try take([("one.xml", try #require(taken.store.contents.originals["2"]))])
    #expect(alone.records["2"]?["words"] == "café")
  }

  @Test("The scan gives the same submissions in pieces of any size", arguments: [1, 2, 3, 7, 64, 1000])
  func pieces(size: Int) throws {
    let text =
      "<?xml version='1.0'?><all a='b'><!-- <data id='test'> --->\n" + (1...20).map { Self.submission($0) }.joined()
      + "<data id='test'><a></b><!-- x -->" + Self.submission(21) + "<!-- open " + Self.submission(22)
    func scan(_ size: Int) -> [String] {
      var scanner = BulkScanner(form: "test", limit: 1 << 20)
      var left = Array(text.utf8)[...]
      var found: [String] = []
      while true {
        switch scanner.next() {
        case .needsMore:
          scanner.append(Array(left.prefix(size)))
          left = left.dropFirst(size)
        case .submission(let bytes, let line): found.append("\(line) \(String(decoding: bytes, as: UTF8.self))")
        case .rest(let bytes, let line, let submissions):
          found.append("rest \(line) \(submissions) \(String(decoding: bytes, as: UTF8.self))")
        case .end: return found
        }
      }
    }
    let whole = scan(text.utf8.count)
    #expect(whole.count == 23)
    #expect(whole.last?.hasPrefix("rest") == true)
    #expect(scan(size) == whole)
  }

  @Test("A submission longer than the limit ends the dividing; the memory stays small")
  func long() throws {
    var scanner = BulkScanner(form: "test", limit: 1000)
    var found: [String] = []
    var fed = 0
    scanning: while true {
      switch scanner.next() {
      case .needsMore:
        fed += 1
        let bytes = fed == 1 ? Self.submission(1) + "<data id='test'><words>" : String(repeating: "x", count: 400)
        scanner.append(fed > 50 ? [] : Array(bytes.utf8))
      case .submission: found.append("submission")
      case .rest(let bytes, let line, _): found.append("rest \(line) \(bytes.count <= 1000)")
      case .end: break scanning
      }
    }
    #expect(found == ["submission"] + Array(repeating: "rest 3 true", count: 20))
  }

  @Test("What cannot be divided is kept to its last byte, in pieces that are no submissions when they are read again")
  func wholeRest() throws {
    let rest = "<!-- open\n" + (3...400).map { Self.submission($0) }.joined(separator: "\n") + "</all>"
    let text = "<all>" + Self.submission(1) + Self.submission(2) + rest
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    var options = IngestOptions()
    options.submissionByteLimit = 1 << 12
    let session = try IngestSession(form: form, layout: store.layout, writer: store, options: options)
    let report = try session.ingest(bytes: Array(text.utf8), label: "all.xml")
    #expect(report.total.accepted == 2)
    let held = store.contents.held
    #expect(held.count > 8 && held.allSatisfy { $0.original.count <= 1 << 12 })
    #expect(held.dropFirst().allSatisfy { $0.original.first != UInt8(ascii: "<") })
    #expect(String(decoding: held.flatMap(\.original), as: UTF8.self) == rest)
    #expect(report.total.quarantined == held.count)
    let counts = report.diagnostics.compactMap { $0.arguments["count"].flatMap { Int($0) } }
    #expect(report.findingCounts["INGEST-155"] == held.count && !counts.isEmpty)
  }

  @Test("Submissions that begin far behind the beginning of a large file are found")
  func lateBeginning() throws {
    let path = NSTemporaryDirectory() + "/ykien-late-\(UUID().uuidString).xml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let head = "<all><note>" + String(repeating: "x", count: 3 << 20) + "</note>"
    try (head + (1...3).map { Self.submission($0) }.joined() + "</all>").write(
      toFile: path, atomically: false, encoding: .utf8)
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    var options = IngestOptions()
    // The file is longer than a submission may be, and so not read whole.
    options.submissionByteLimit = 2 << 20
    let report = try IngestSession(form: form, layout: store.layout, writer: store, options: options).ingest(
      paths: [path])
    #expect(report.total.accepted == 3, "\(report.diagnostics)")
  }

  @Test("A large file is read without being held in memory as a whole, from the disk")
  func large() throws {
    let path = NSTemporaryDirectory() + "/ykien-bulk-\(UUID().uuidString).xml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = "<all>" + (1...12_000).map { Self.submission($0) }.joined(separator: "\n") + "</all>"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    var options = IngestOptions()
    options.submissionByteLimit = 1 << 16
    let report = try IngestSession(form: form, layout: store.layout, writer: store, options: options).ingest(
      paths: [path])
    #expect(report.total.accepted == 12_000)
    #expect(store.contents.batches.count == 3)
    #expect(store.contents.batches.last?.recordNumbers.last == 12_000)
  }

  @Test("Edits among the submissions of one file take their places")
  func edits() throws {
    let edit = Self.submission(2).replacingOccurrences(
      of: "</meta>", with: "<deprecatedID>uuid:1</deprecatedID></meta>")
    let taken = try take([("all.xml", Array((Self.submission(1) + edit).utf8))])
    #expect(taken.records.keys.sorted() == ["uuid:2"])
    #expect(taken.codes == ["INGEST-150", "INGEST-153"])
  }

  @Test("Random damage never crashes, and every reading balances", arguments: 1...20)
  func damage(seed: UInt64) throws {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var bytes = Array(("<all>" + (1...6).map { Self.submission($0) }.joined(separator: "\n") + "</all>").utf8)
    for _ in 0..<(1 + random(6)) {
      let place = random(bytes.count)
      switch random(3) {
      case 0: bytes.remove(at: place)
      case 1:
        bytes.insert(contentsOf: Array(["<", ">", "\"", "<!--", "]]>", "<data id='test'>"][random(6)].utf8), at: place)
      default: bytes[place] = UInt8(random(256))
      }
    }
    let taken = try take([("all.xml", bytes)])
    #expect(taken.report.total.read >= 1)
  }
}
