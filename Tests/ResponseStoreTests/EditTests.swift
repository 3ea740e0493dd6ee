import Diagnostics
import Foundation
import Responses
import SQLite
import Testing

@testable import ResponseStore

@Suite("Edited records")
struct EditTests {
  private static let a = EditVersion(key: "uuid:a", answer: 1)
  private static let b = EditVersion(key: "uuid:b", answer: 2, replaces: "uuid:a")
  private static let c = EditVersion(key: "uuid:c", answer: 3, replaces: "uuid:b")

  @Test(
    "A chain of edits counts its last version, in whatever order and in however many files it comes",
    arguments: [true, false], [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func chains(inMemory: Bool, order: [Int]) throws {
    let versions = order.map { [Self.a, Self.b, Self.c][$0] }
    for groups in [[versions], versions.map { [$0] }, [[versions[0]], Array(versions[1...])]] {
      let subject = try EditSubject(inMemory: inMemory)
      for group in groups { try subject.take(group) }
      #expect(try subject.counted == ["uuid:c"])
      #expect(try subject.superseded == ["uuid:a", "uuid:b"])
      #expect(try subject.verified() == [])
      // Everything sent again is known.
      #expect(try subject.take(versions) == [.identical, .identical, .identical])
      #expect(try subject.counted == ["uuid:c"])
      #expect(try subject.verified() == [])
    }
  }

  @Test(
    "An edit of a record that is not there counts; the record is an earlier version when it comes",
    arguments: [true, false])
  func lateOriginal(inMemory: Bool) throws {
    let subject = try EditSubject(inMemory: inMemory)
    #expect(try subject.take([Self.b]) == [.acceptedWithoutOriginal])
    #expect(try subject.counted == ["uuid:b"])
    #expect(try subject.take([Self.a]) == [.superseded])
    #expect(try subject.counted == ["uuid:b"])
    #expect(try subject.verified() == [])
  }

  @Test("A second edit of the same version is refused, in the same file or later", arguments: [true, false])
  func conflict(inMemory: Bool) throws {
    let other = EditVersion(key: "uuid:d", answer: 4, replaces: "uuid:a")
    let subject = try EditSubject(inMemory: inMemory)
    #expect(try subject.take([Self.a, Self.b, other]) == [.superseded, .accepted, .editedAlready])
    #expect(try subject.take([other]) == [.editedAlready])
    // The same key with other answers is a conflict as it always was.
    #expect(try subject.take([EditVersion(key: "uuid:b", answer: 5, replaces: "uuid:a")]) == [.conflicting])
    #expect(try subject.counted == ["uuid:b"])
    #expect(try subject.verified() == [])
  }

  @Test(
    "Edits of a held second edit are held with it; when one was counted first, it takes the place of the other branch",
    arguments: [true, false])
  func branches(inMemory: Bool) throws {
    let second = EditVersion(key: "uuid:d", answer: 4, replaces: "uuid:a")
    let third = EditVersion(key: "uuid:e", answer: 5, replaces: "d")
    let fourth = EditVersion(key: "uuid:f", answer: 1, replaces: "uuid:e", root: "uuid:a")
    let held = try EditSubject(inMemory: inMemory)
    #expect(
      try held.take([Self.a, Self.b, second, third]) == [.superseded, .accepted, .editedAlready, .editedAlready])
    #expect(try held.take([third, fourth]) == [.editedAlready, .editedAlready])
    #expect(try held.counted == ["uuid:b"])
    let counted = try EditSubject(inMemory: inMemory)
    #expect(try counted.take([Self.a, Self.b, third]) == [.superseded, .accepted, .acceptedWithoutOriginal])
    #expect(try counted.take([second]) == [.superseded])
    #expect(try counted.counted == ["uuid:e"])
    #expect(try counted.superseded == ["uuid:a", "uuid:b", "uuid:d"])
    #expect(try counted.verified() == [])
  }

  @Test("Of versions that branch in every way, one of each person is counted in the end", arguments: 1...20)
  func branchLaw(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    var versions: [EditVersion] = []
    for person in 0..<12 {
      for number in 0..<Int.random(in: 1...6, using: &random) {
        versions.append(
          EditVersion(
            key: "uuid:\(person)-\(number)", answer: Int.random(in: 1...5, using: &random),
            replaces: number == 0 ? "" : "uuid:\(person)-\(Int.random(in: 0..<number, using: &random))"))
      }
    }
    versions.shuffle(using: &random)
    let (stored, memory) = (try EditSubject(inMemory: false), try EditSubject(inMemory: true))
    while !versions.isEmpty {
      let group = Array(versions.prefix(Int.random(in: 1...9, using: &random)))
      versions.removeFirst(group.count)
      let outcomes = try stored.take(group)
      #expect(try memory.take(group) == outcomes)
    }
    for subject in [stored, memory] {
      let people = try subject.counted.map { $0.prefix { $0 != "-" } }
      #expect(people.count == 12 && Set(people).count == 12, "\(people)")
      #expect(try subject.verified() == [])
    }
  }

  @Test("Records that replace each other in a circle are not both lost", arguments: [true, false])
  func circle(inMemory: Bool) throws {
    let subject = try EditSubject(inMemory: inMemory)
    let first = EditVersion(key: "uuid:a", answer: 1, replaces: "uuid:c")
    #expect(try subject.take([first, Self.b, Self.c]) == [.superseded, .accepted, .editedAlready])
    #expect(try subject.counted == ["uuid:b"])
    #expect(try subject.verified() == [])
    // One that names itself edits nothing.
    #expect(try subject.take([EditVersion(key: "uuid:s", answer: 1, replaces: "uuid:s", root: "s")]) == [.accepted])
  }

  @Test(
    "Where the version between is missing, the first version tells whom an edit replaces", arguments: [true, false])
  func root(inMemory: Bool) throws {
    let subject = try EditSubject(inMemory: inMemory)
    let last = EditVersion(key: "uuid:c", answer: 3, replaces: "uuid:b", root: "a")
    #expect(try subject.take([Self.a]) == [.accepted])
    #expect(try subject.take([last]) == [.accepted])
    #expect(try subject.counted == ["uuid:c"])
    // The version between comes late and stands where it belongs.
    #expect(
      try subject.take([EditVersion(key: "uuid:b", answer: 2, replaces: "uuid:a", root: "uuid:a")]) == [.superseded])
    #expect(try subject.counted == ["uuid:c"])
    #expect(try subject.superseded == ["uuid:a", "uuid:b"])
    #expect(try subject.verified() == [])
  }

  @Test("What is undone leaves no version and no link", arguments: [true, false])
  func undone(inMemory: Bool) throws {
    let subject = try EditSubject(inMemory: inMemory)
    try subject.take([Self.a])
    try subject.take([Self.b], commits: false)
    #expect(try subject.counted == ["uuid:a"])
    #expect(try subject.take([EditVersion(key: "uuid:d", answer: 4, replaces: "uuid:a")]) == [.accepted])
    #expect(try subject.counted == ["uuid:d"])
    #expect(try subject.verified() == [])
  }

  @Test("A writer that is open already learns of another's edits")
  func twoWriters() throws {
    let folder = try TemporaryFolder()
    let stores = try (0..<2).map { _ in try SQLiteResponseStore.open(path: folder.store) }
    let writers = try stores.map { try $0.writer(for: editForm) }
    try take([editBatch([Self.a])], into: writers[0], from: "1")
    try take([editBatch([])], into: writers[1], from: "2")
    try take([editBatch([Self.c])], into: writers[0], from: "3")
    let late = try takeVersions([Self.b], into: writers[1])
    #expect(late == [.superseded])
    #expect(try keys(in: stores[0], of: editForm) == ["uuid:c"])
    #expect(try takeVersions([Self.a, Self.b, Self.c], into: writers[0]) == [.identical, .identical, .identical])
    let found = try stores[1].verify().diagnostics
    #expect(found.map { $0.line(in: .english) } == [])
  }

  private func takeVersions(_ versions: [EditVersion], into writer: SQLiteRecordWriter) throws -> [RecordOutcome] {
    try writer.begin()
    try writer.openSource(source("\(versions.count).xml"))
    let outcomes = try writer.append(editBatch(versions), originals: nil)
    let accepted = outcomes.count(where: \.isTakenIn)
    try writer.closeSource(accounting(accepted: accepted, identical: outcomes.count - accepted))
    try writer.commit()
    return outcomes
  }

  @Test("All versions are shown, and erased by the key of any of them", arguments: ["uuid:a", "uuid:b", "uuid:c", "a"])
  func forgotten(key: String) throws {
    let subject = try EditSubject(inMemory: false)
    let store = try #require(subject.store)
    try subject.take([Self.a, EditVersion(key: "uuid:z", answer: 1), Self.b])
    try subject.take([Self.c])
    let person = PersonKey(written: key == "a" ? "uuid:a" : key)
    let found = try store.records(of: person, form: "edits")
    #expect(found.accepted.map { $0.record.keys[0] } == ["uuid:c"])
    #expect(found.superseded.map { $0.record.keys[0] }.sorted() == ["uuid:a", "uuid:b"])
    let erasure = try store.erase([person])
    #expect(erasure.records == 1)
    #expect(erasure.superseded == 2)
    #expect(try subject.counted == ["uuid:z"])
    #expect(try store.database.integer("SELECT count(*) FROM edit") == 0)
    #expect(try subject.verified() == [])
    // None of them comes back, nor does an edit of one, nor an edit of that edit.
    for versions in [
      [Self.a], [Self.b, Self.c], [EditVersion(key: "uuid:e", answer: 1, replaces: "uuid:c")],
      [EditVersion(key: "uuid:f", answer: 1, replaces: "uuid:e")],
    ] {
      let batch = editBatch(versions)
      try subject.writer.begin()
      let erased = try subject.writer.erased(batch.keys, edits: batch.edits)
      try subject.writer.openSource(source("\(versions)"))
      try subject.writer.closeSource(accounting())
      try subject.writer.commit()
      #expect(erased?.allSatisfy(\.self) == true)
    }
  }

  @Test("At the end of a wave the earlier versions of its records go, and those of its days")
  func waves() throws {
    for isPurged in [true, false] {
      let subject = try EditSubject(inMemory: false)
      let store = try #require(subject.store)
      // The answer is the day, too: the wave is of days 2 and 3.
      try subject.take([
        Self.a, Self.b, EditVersion(key: "uuid:k", answer: 3),
        EditVersion(key: "uuid:l", answer: 5, replaces: "uuid:k"),
        EditVersion(key: "uuid:m", answer: 5), EditVersion(key: "uuid:n", answer: 4, replaces: "uuid:m"),
      ])
      let wave = WaveSelection(form: "edits", field: "day", firstDay: 2, lastDay: 3)
      let tried =
        try isPurged ? store.purge(wave, isDryRun: true) : store.deidentify(wave, treatments: [:], isDryRun: true)
      #expect(try subject.superseded == ["uuid:a", "uuid:k", "uuid:m"])
      let ending = try isPurged ? store.purge(wave) : store.deidentify(wave, treatments: [:])
      #expect(tried.records == 1)
      #expect(tried.superseded == 2)
      #expect(ending.records == 1)
      #expect(ending.superseded == 2)
      #expect(try subject.superseded == ["uuid:m"])
      #expect(try subject.counted.filter { $0.hasPrefix("uuid") } == ["uuid:l", "uuid:n"])
      #expect(try subject.counted.count == (isPurged ? 2 : 3))
      #expect(try subject.verified() == [])
      // The edit that stays is known when it is sent again, although its original is not wanted any more.
      let again = editBatch([EditVersion(key: "uuid:l", answer: 5, replaces: "uuid:k"), Self.a])
      try subject.writer.begin()
      #expect(try subject.writer.erased(again.keys, edits: again.edits) == [false, true])
      subject.writer.rollBack()
    }
  }

  @Test("A machine that stops in the middle of an edit leaves the original counted, afterwards the edit")
  func crash() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: editForm)
    // A small cache writes pages of the open transaction to the log before its commit.
    try store.database.execute("PRAGMA cache_size = 2")
    let others = (0..<2000).map { EditVersion(key: "uuid:z\($0)", answer: 1) }
    try take([editBatch([Self.a] + others)], into: writer)
    try writer.begin()
    try writer.openSource(source("b.xml"))
    let outcomes = try writer.append(editBatch([Self.b]), originals: nil)
    #expect(outcomes == [.accepted])
    try writer.closeSource(accounting(accepted: 1))
    for (isCommitted, expected) in [(false, ("uuid:a", 0)), (true, ("uuid:b", 1))] {
      if isCommitted { try writer.commit() }
      let copy = try TemporaryFolder()
      try FileManager.default.createDirectory(atPath: copy.path + "/kho", withIntermediateDirectories: true)
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: folder.store + suffix, toPath: copy.store + suffix)
      }
      let left = try reopened(copy)
      let counted = try keys(in: left, of: editForm)
      #expect(counted.count == 2001)
      #expect(counted.contains(expected.0))
      let verified = try left.verify()
      #expect(verified.diagnostics.map { $0.line(in: .english) } == [])
      #expect(verified.supersededCount == expected.1)
    }
  }

  @Test("Compacting keeps versions apart and every scan as it was")
  func compacted() throws {
    let subject = try EditSubject(inMemory: false)
    let store = try #require(subject.store)
    for number in 0..<4 {
      try subject.take([EditVersion(key: "uuid:\(number)", answer: 1), EditVersion(key: "uuid:x\(number)", answer: 2)])
      try subject.take([EditVersion(key: "uuid:e\(number)", answer: 3, replaces: "uuid:\(number)")])
    }
    let before = try keys(in: store, of: editForm)
    let compaction = try store.compact()
    #expect(compaction.segments.after == 2)
    #expect(try keys(in: store, of: editForm) == before)
    #expect(try subject.superseded == ["uuid:0", "uuid:1", "uuid:2", "uuid:3"])
    #expect(try subject.verified() == [])
  }

  @Test("A missing earlier version is found by verifying")
  func damage() throws {
    let subject = try EditSubject(inMemory: false)
    let store = try #require(subject.store)
    try subject.take([Self.a, Self.b])
    try store.database.execute("DELETE FROM superseded_segment")
    #expect(try store.verify().diagnostics.map(\.code.identifier).contains("STORE-060"))
  }

  @Test("Random versions in random order and files count once each, and the store balances", arguments: 1...12)
  func law(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    // Chains of up to four versions; each names the one before it, some the first as well. (With two gaps of unknown
    // versions at once nothing tells which part is the later one.)
    var versions: [EditVersion] = []
    var last: Set<String> = []
    for chain in 0..<20 {
      let length = Int.random(in: 1...4, using: &random)
      for number in 0..<length {
        versions.append(
          EditVersion(
            key: "uuid:\(chain)-\(number)", answer: Int.random(in: 1...5, using: &random),
            replaces: number == 0 ? "" : "uuid:\(chain)-\(number - 1)",
            root: number > 0 && Bool.random(using: &random) ? "uuid:\(chain)-0" : ""))
      }
      last.insert("uuid:\(chain)-\(length - 1)")
    }
    let all = versions
    versions.shuffle(using: &random)
    versions += versions.prefix(10)
    let (stored, memory) = (try EditSubject(inMemory: false), try EditSubject(inMemory: true))
    while !versions.isEmpty {
      let group = Array(versions.prefix(Int.random(in: 1...9, using: &random)))
      versions.removeFirst(group.count)
      let outcomes = try stored.take(group)
      #expect(try memory.take(group) == outcomes)
      #expect(!outcomes.contains(.editedAlready))
    }
    #expect(try stored.counted == last.sorted())
    #expect(try memory.counted == last.sorted())
    #expect(try stored.superseded == memory.superseded)
    #expect(try stored.superseded.count == all.count - last.count)
    #expect(try stored.verified() == [])
  }
}
