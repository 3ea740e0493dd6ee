import Diagnostics
import FileSystem
import FormDefinition
import Responses
import Testing

@testable import Ingest

/// Requirements: what an ingest gives is the same however many threads work on it, whether a table is read once or looked
/// at first, and whether submissions are worked on ahead or one by one.
@Suite("Ingest on several threads")
struct ThreadedIngestTests {
  /// A folder that is removed with the value.
  private final class Folder {
    let path = "/tmp/ykien-tests/\(UInt64.random(in: 0...UInt64.max))"
    init() throws { try createFolders(at: path) }
    func write(_ name: String, _ text: String) throws {
      try writeAtomically(Array(text.utf8), to: path + "/" + name)
    }
  }

  /// What an ingest gave, as far as it must not depend on the way.
  private struct Outcome: Equatable {
    var total: IngestAccounting
    var counts: [String: Int]
    var findings: [String]
    var records: [String: [String: String]]
    var keys: [String]
    var held: [[UInt8]]
    var sources: [SourceDescription]
    var problems: String
  }

  private func options(threads: Int?, block: Int = 1 << 17) -> IngestOptions {
    var options = IngestOptions(mapping: ColumnMapping(key: "id"))
    options.threadedByteCount = threads == nil ? .max : 0
    options.threadCount = threads ?? 1
    options.blockByteCount = block
    return options
  }

  private func take(_ folder: Folder, _ paths: [String], _ options: IngestOptions) throws -> Outcome {
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    var options = options
    options.problemsPath = folder.path + "/problems.out"
    options.diagnosticsPerCode = 1000
    let session = try IngestSession(form: form, layout: store.layout, writer: store, options: options)
    session.quality = QualityWatch(form: form, layout: store.layout)
    let report = try session.ingest(paths: paths)
    #expect(report.total.balances)
    let taken = Taken(store: store, report: report)
    return Outcome(
      total: report.total, counts: report.findingCounts, findings: report.diagnostics.map { $0.line(in: .english) },
      records: taken.records,
      keys: store.contents.batches.flatMap { batch in (0..<batch.count).map { batch.keys[$0] } },
      held: store.contents.held.map(\.original), sources: store.contents.sources.map(\.description),
      problems: String(decoding: try readFile(at: options.problemsPath ?? ""), as: UTF8.self))
  }

  /// Rows of every kind: plain ones, ragged ones, blank lines, quotes over lines, foreign bytes, unknown answers, repeated
  /// keys, carriage returns.
  private func rows(_ count: Int, using generator: inout SeededGenerator, quotes: Bool) -> String {
    (0..<count).map { number in
      let key = Int.random(in: 0..<50, using: &generator) == 0 ? "k\(number / 2)" : "k\(number)"
      let agree = ["", "?", "no", "yes"][min(Int.random(in: 0..<40, using: &generator), 3)]
      let age = ["", "nhiều", "1.5", "\(18 + number % 80)"][min(Int.random(in: 0..<60, using: &generator), 3)]
      var words = ["", "ý kiến", "tie\u{302}\u{301}ng", "a"][Int.random(in: 0..<4, using: &generator)]
      let kind = Int.random(in: 0..<(quotes ? 40 : 200), using: &generator)
      if quotes, kind == 0 { words = "\"có, \"\"dấu\"\"\nvà dòng\"" }
      let end = kind == 1 ? ",thừa\n" : kind == 2 ? "\n\n" : kind == 3 ? "\r\n" : "\n"
      return "\(key),\(agree),\(age),\(words)\(end)"
    }.joined()
  }

  @Test(
    "A table gives the same on one thread, on several, in large and small blocks", arguments: 0..<4 as Range<UInt64>)
  func tables(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed &* 31 &+ 7)
    let folder = try Folder()
    try folder.write("t.csv", "id,agree,age,words\n" + rows(600, using: &generator, quotes: seed % 2 == 0))
    let path = folder.path + "/t.csv"
    let one = try take(folder, [path], options(threads: nil))
    #expect(one.total.accepted > 100 && one.total.quarantined > 10)
    for (threads, block) in [(1, 1 << 17), (2, 1 << 17), (3, 200), (4, 1000)] {
      #expect(try take(folder, [path], options(threads: threads, block: block)) == one, "\(threads), \(block)")
    }
  }

  @Test("A table whose later bytes say another thing than its beginning is read as its whole says")
  func lateSurprises() throws {
    let folder = try Folder()
    var lines = "id,agree,words\n"
    for number in 0..<60_000 { lines += "k\(number),yes,abcdefghij\n" }
    // More than the eight chunks that are looked at first.
    #expect(lines.utf8.count > FirstLook.chunkByteCount * FirstLook.chunkLimit)
    let path = folder.path + "/t.csv"
    for ending in ["last,no,x\rlater,no,y\n", "last,?,tiếng Việt\n"] {
      try folder.write("t.csv", lines + ending)
      #expect(try take(folder, [path], options(threads: 2)) == take(folder, [path], options(threads: nil)))
    }
    var bytes = Array(lines.utf8)
    for number in 0..<400 { bytes += Array("w\(number),no,ti".utf8) + [0xD5, 0xF5] + Array("ng\n".utf8) }
    try writeAtomically(bytes, to: path)
    #expect(try take(folder, [path], options(threads: 2)) == take(folder, [path], options(threads: nil)))
  }

  @Test("A table that is read once is known when it comes again, under any name")
  func known() throws {
    let folder = try Folder()
    try folder.write("a.csv", "id,agree\nk1,yes\nk2,no\n")
    try folder.write("b.csv", "id,agree\nk1,yes\nk2,no\n")
    try folder.write("c.csv", "id,agree\nk1,yes\nk3,no\n")
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    let session = try IngestSession(
      form: form, layout: store.layout, writer: store, options: options(threads: 2))
    let report = try session.ingest(paths: ["a", "b", "c"].map { folder.path + "/\($0).csv" })
    #expect(report.sources.map(\.status) == [.taken, .unchanged, .taken])
    #expect(report.total.accepted == 3 && report.total.identical == 3)
    #expect(Set(store.contents.sources.map(\.description.sha256)).count == 2)
    #expect(store.contents.sources.allSatisfy { $0.description.sha256.count == 64 })
  }

  /// A folder of submissions: good ones, copies, unknown answers, broken ones, one of another version, one of many.
  private func submissions(in folder: Folder, hasMany: Bool, hasBroken: Bool) throws {
    for number in 0..<200 {
      let meta = "<meta><instanceID>uuid:\(number % 90 == 3 ? 3 : number)</instanceID></meta>"
      var text = SubmissionTests.submission(
        "<agree>\(number % 17 == 0 ? "?" : "yes")</agree><profile><age>\(20 + number % 50)</age></profile>", meta: meta)
      if hasBroken, number % 61 == 5 { text = "<broken" }
      if hasMany, number == 100 { text = "<all>" + text + text.replacingFirst("uuid:", "uuid:second-") + "</all>" }
      if number == 42 { text = text.replacingFirst("version=\"1\"", "version=\"0\"") }
      try folder.write("in-\(1000 + number).xml", text)
    }
    try folder.write("in-9000.xml", String(decoding: try readFile(at: folder.path + "/in-1001.xml"), as: UTF8.self))
  }

  @Test(
    "Submissions give the same ahead on several threads and one by one", arguments: [false, true], [false, true])
  func ahead(hasMany: Bool, hasBroken: Bool) throws {
    let folder = try Folder()
    try createFolders(at: folder.path + "/in")
    let inner = try Folder()
    try submissions(in: inner, hasMany: hasMany, hasBroken: hasBroken)
    // Files that are named one by one in separate sessions are never worked on ahead.
    let paths = try files(under: inner.path)
    let together = try take(folder, [inner.path], options(threads: 2))
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    var total = IngestAccounting()
    for path in paths {
      let session = try IngestSession(form: form, layout: store.layout, writer: store, options: options(threads: 1))
      total += try session.ingest(paths: [path]).total
    }
    let single = Taken(store: store, report: IngestReport())
    #expect(together.total == total)
    #expect(together.records == single.records)
    #expect(Set(together.held) == Set(store.contents.held.map(\.original)))
    #expect(together.keys == store.contents.batches.flatMap { batch in (0..<batch.count).map { batch.keys[$0] } })
    #expect(try take(folder, [inner.path], options(threads: 1)) == together)
    #expect(try take(folder, [inner.path], options(threads: 4)) == together)
  }

  @Test("A folder that was taken in before changes nothing")
  func again() throws {
    let inner = try Folder()
    try submissions(in: inner, hasMany: false, hasBroken: true)
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    var first = IngestAccounting()
    for pass in 0..<2 {
      let session = try IngestSession(form: form, layout: store.layout, writer: store, options: options(threads: 2))
      let report = try session.ingest(paths: [inner.path])
      if pass == 0 { first = report.total }
      #expect(report.total.read == first.read && report.total.quarantined == first.quarantined)
      #expect(pass == 0 || report.total.accepted == 0)
    }
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, _ other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func firstRange(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<(index(start, offsetBy: part.count)) }
      start = index(after: start)
    }
    return nil
  }

  private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
