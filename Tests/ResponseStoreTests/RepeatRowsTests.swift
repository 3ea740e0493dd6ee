import Diagnostics
import Responses
import SQLite
import Testing

@testable import ResponseStore

@Suite("Rows of repeats in the store")
struct RepeatRowsTests {
  private let layout = RecordLayout(
    formIdentifier: "people", formVersion: "1", fields: [field("q", .coded, 3)],
    repeats: [
      RepeatLayout(name: "r", path: ["r"], fields: [field("a", .coded, 5), field("t", .text)]),
      RepeatLayout(name: "s", path: ["r", "s"], parent: 0, fields: [field("n", .integer), field("m", .multiple, 70)]),
      RepeatLayout(name: "u", path: ["u"], fields: [field("x", .decimal)]),
    ])

  /// Random records with random rows.
  private func batch(_ count: Int, using random: inout SeededGenerator) -> RecordBatch {
    var batch = randomBatch(count, of: layout, using: &random)
    var repeats: [RepeatRows] = []
    for repeated in layout.repeats {
      let parents = repeated.parent.map { repeats[$0].count } ?? count
      let counts = (0..<parents).map { _ in UInt32([0, 0, 1, 2, 5].randomElement(using: &random) ?? 0) }
      let rows = RecordLayout(formIdentifier: "", formVersion: "", fields: repeated.fields)
      let total = counts.reduce(0) { $0 + Int($1) }
      repeats.append(RepeatRows(counts: counts, columns: randomBatch(total, of: rows, using: &random).columns))
    }
    batch.repeats = repeats
    batch.digests = AnswerDigests.of(batch.columns, layout: layout, repeats: repeats, count: count)
    return batch
  }

  private func read(
    _ store: SQLiteResponseStore, as layout: RecordLayout, _ wanted: [Int: [Int]]
  ) throws -> [RecordBatch] {
    var batches: [RecordBatch] = []
    try store.records(of: layout).forEachBatch(fields: [0], repeats: wanted) { batches.append($0) }
    return batches
  }

  @Test("Rows read back as they were, for every selection of repeats and fields", arguments: 1...8)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let written = (0..<3).map { _ in batch(Int.random(in: 1...30, using: &random), using: &random) }
    let outcomes = try take(written, into: SQLiteResponseStore.open(path: folder.store).writer(for: layout))
    #expect(outcomes.flatMap(\.self).allSatisfy { $0 == .accepted })
    let store = try #require(try SQLiteResponseStore.openForReading(path: folder.store))
    for wanted in [[0: [0, 1], 1: [0, 1], 2: [0]], [1: [1]], [2: [0]], [0: []]] {
      let batches = try read(store, as: layout, wanted)
      for (read, written) in zip(batches, written) {
        #expect(read.columns == written.columns)
        #expect(read.repeats.map(\.counts) == written.repeats.map(\.counts))
        for (position, rows) in read.repeats.enumerated() {
          for (field, column) in rows.columns.enumerated() {
            let isWanted = wanted[position]?.contains(field) ?? false
            #expect(column == (isWanted ? written.repeats[position].columns[field] : nil))
          }
        }
      }
    }
    // Scans that ask for no rows get none.
    #expect(try read(store, as: layout, [:]).allSatisfy { $0.repeats.isEmpty })
  }

  @Test("A record with the same rows is identical, with other rows it conflicts")
  func again() throws {
    var random = SeededGenerator(state: 5)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    var one = batch(6, using: &random)
    one.repeats[2] = RepeatRows(
      counts: [1, 1, 1, 1, 1, 1],
      columns: [.decimal(DecimalColumn(states: [0, 0, 0, 0, 0, 0], values: [1, 2, 3, 4, 5, 6]))])
    one.digests = AnswerDigests.of(one.columns, layout: layout, repeats: one.repeats, count: 6)
    #expect(try take([one], into: store.writer(for: layout))[0].allSatisfy { $0 == .accepted })
    var other = one
    other.repeats[2].columns = [.decimal(DecimalColumn(states: [0, 0, 0, 0, 0, 0], values: [1, 2, 3, 9, 5, 6]))]
    other.digests = AnswerDigests.of(other.columns, layout: layout, repeats: other.repeats, count: 6)
    #expect(
      try take([other], into: store.writer(for: layout))[0]
        == [.identical, .identical, .identical, .conflicting, .identical, .identical])
  }

  @Test("Another version of the form finds its rows by the repeats' names; what it lacks has none")
  func versions() throws {
    var random = SeededGenerator(state: 9)
    let folder = try TemporaryFolder()
    let written = batch(12, using: &random)
    try take([written], into: SQLiteResponseStore.open(path: folder.store).writer(for: layout))
    let next = RecordLayout(
      formIdentifier: "people", formVersion: "2", fields: [field("q", .coded, 3)],
      repeats: [
        RepeatLayout(name: "u", path: ["g", "u"], fields: [field("new", .text), field("x", .decimal)]),
        RepeatLayout(name: "r", path: ["r"], fields: [field("t", .text)]),
        RepeatLayout(name: "v", path: ["r", "v"], parent: 1, fields: [field("n", .integer)]),
        RepeatLayout(name: "s", path: ["s"], fields: [field("n", .integer)]),
      ])
    let store = try #require(try SQLiteResponseStore.openForReading(path: folder.store))
    let batch = try #require(try read(store, as: next, [0: [0, 1], 1: [0], 2: [0], 3: [0]]).first)
    #expect(batch.repeats[0].counts == written.repeats[2].counts)
    #expect(batch.repeats[0].columns[1] == written.repeats[2].columns[0])
    let rows = written.repeats[2].count
    #expect((0..<rows).allSatisfy { batch.repeats[0].columns[0]?.state(at: $0) == .notShown })
    #expect(batch.repeats[1].columns[0] == written.repeats[0].columns[1])
    #expect(batch.repeats[2].counts == Array(repeating: 0, count: written.repeats[0].count))
    // A repeat that stands elsewhere now is another one.
    #expect(batch.repeats[3].count == 0)
  }

  @Test("A damaged blob of counts is said, not read")
  func damage() throws {
    var random = SeededGenerator(state: 3)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    try take([batch(30, using: &random)], into: store.writer(for: layout))
    try store.database.execute("UPDATE segment_repeat SET count = count + 1 WHERE repeat = 0")
    let failure = #expect(throws: StageFailure.self) { try read(store, as: layout, [0: [0]]) }
    #expect(failure?.exitCode == .unusableInput)
  }
}
