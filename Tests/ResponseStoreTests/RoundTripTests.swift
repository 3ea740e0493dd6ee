import Compression
import Diagnostics
import Responses
import SQLite
import Testing

@testable import ResponseStore

@Suite("What is written reads back")
struct RoundTripTests {
  @Test("Random batches read back whole, for every subset of fields", arguments: 1...12)
  func subsets(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let written = (0..<3).map { _ in randomBatch(Int.random(in: 1...70, using: &random), using: &random) }
    try take(written, into: SQLiteResponseStore.open(path: folder.store).writer(for: everyKind))
    let store = try #require(try SQLiteResponseStore.openForReading(path: folder.store))
    for _ in 0..<6 {
      let fields = everyKind.fields.indices.filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
      let read = try batches(in: store, fields: fields)
      #expect(read.count == written.count)
      for (read, written) in zip(read, written) {
        #expect(read.keys == written.keys)
        #expect(read.digests == written.digests)
        #expect(read.recordNumbers == written.recordNumbers)
        for index in everyKind.fields.indices {
          #expect(read.columns[index] == (fields.contains(index) ? written.columns[index] : nil))
        }
      }
      var anonymous: [RecordBatch] = []
      try store.records(of: everyKind).forEachAnonymousBatch(fields: fields) { anonymous.append($0) }
      #expect(anonymous.map(\.columns) == read.map(\.columns))
      #expect(anonymous.map(\.count) == read.map(\.count))
      #expect(anonymous.allSatisfy { $0.keys.bytes.isEmpty })
    }
    #expect(try store.records(of: everyKind).recordCount == written.map(\.count).reduce(0, +))
  }

  @Test("Codes read back whatever their highest and however many", arguments: [0, 1, 13, 14, 15, 100, 253, 255])
  func encodings(highest: Int) throws {
    var random = SeededGenerator(state: UInt64(highest))
    let definition = field("x", .coded, 253)
    for count in [1, 2, 3, 16, 17, 1000] {
      for hidden in [UInt8(highest), ChoiceCode.notShown] {
        let codes = (0..<count).map { _ in [0, UInt8(highest), hidden].randomElement(using: &random) ?? 0 }
          .map { $0 == 254 ? 253 : $0 }
        let (encoding, data) = ColumnEncoding.encode(.coded(codes))
        #expect(encoding.decode(data, field: definition, count: count) == .coded(codes))
        #expect(encoding.decode(data, field: definition, count: count + 2) != .coded(codes))
      }
    }
  }

  @Test("An ordinary answer takes half a byte, a constant column one byte in all")
  func sizes() {
    let answers = (0..<1000).map { UInt8($0 % 6) }
    #expect(ColumnEncoding.encode(.coded(answers)).data.count == 500)
    #expect(ColumnEncoding.encode(.coded([UInt8](repeating: 255, count: 1000))).data == [255])
  }

  @Test("Bytes that are no column of their field are refused", arguments: FieldStorage.allCases)
  func refused(storage: FieldStorage) {
    var random = SeededGenerator(state: 3)
    for choices in [3, 300] {
      let definition = field("x", storage, choices)
      for encoding in [ColumnEncoding.constant, .raw, .packed, .compressed] {
        for count in 0..<40 {
          let data = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
          // Any answer but a crash; a column must have the length asked for.
          if let column = encoding.decode(data, field: definition, count: 4) { #expect(column.count == 4) }
        }
      }
    }
  }

  @Test("A choice beyond its list is refused")
  func beyond() {
    #expect(ColumnEncoding.raw.decode([1, 2, 4], field: field("x", .coded, 3), count: 3) == nil)
    #expect(ColumnEncoding.raw.decode([1, 255, 3], field: field("x", .coded, 3), count: 3) != nil)
    #expect(ColumnEncoding.constant.decode([9], field: field("x", .coded, 3), count: 3) == nil)
  }

  @Test("Answers no questionnaire could give are refused, however well they are stored")
  func unsound() {
    func isRefused(_ column: AnswerColumn, _ definition: Field) -> Bool {
      ColumnEncoding.compressed.decode(
        Compression.compressed(ColumnEncoding.parts(of: column)), field: definition, count: 1) == nil
    }
    func whole(_ value: Int64, _ state: UInt8 = 0) -> AnswerColumn {
      .integer(IntegerColumn(states: [state], values: [value]))
    }
    #expect(!isRefused(whole(.max), field("x", .integer)))
    #expect(isRefused(whole(1, 3), field("x", .integer)))
    #expect(!isRefused(whole(20_000), field("x", .date)))
    #expect(isRefused(whole(.max), field("x", .date)))
    #expect(isRefused(whole(86_400_000), field("x", .time)))
    #expect(isRefused(.decimal(DecimalColumn(states: [0], values: [.nan])), field("x", .decimal)))
    let moment = DateTimeColumn(states: [0], milliseconds: [.min], offsetMinutes: [0])
    #expect(isRefused(.dateTime(moment), field("x", .dateTime)))
    let bit = MultipleColumn(states: [0], wordsPerRecord: 1, words: [0b1000])
    #expect(isRefused(.multiple(bit), field("x", .multiple, 3)))
    #expect(!isRefused(.multiple(bit), field("x", .multiple, 4)))
    let ranking = RankingColumn(states: [0], width: 3, places: [1, 2, 4])
    #expect(isRefused(.ranking(ranking), field("x", .ranking, 3)))
    #expect(isRefused(.wideCoded([301]), field("x", .coded, 300)))
    #expect(!isRefused(.wideCoded([65535]), field("x", .coded, 300)))
  }

  @Test("Empty batches, and fields nobody wrote, do no harm")
  func empty() throws {
    var random = SeededGenerator(state: 5)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    #expect(try batches(in: store).isEmpty)
    #expect(try store.records(of: everyKind).recordCount == 0)
    #expect(try take([randomBatch(0, using: &random)], into: store.writer(for: everyKind)) == [[]])
    #expect(try batches(in: store).isEmpty)
    #expect(try !store.records(of: everyKind).isSimulated)
  }

  @Test("Records are simulated when any key says so", arguments: [false, true])
  func simulated(isSimulated: Bool) throws {
    var random = SeededGenerator(state: 6)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let last = isSimulated ? "simulated:1:3" : "not-simulated:1:3"
    try take([randomBatch(3, keys: ["a", "b", last], using: &random)], into: store.writer(for: everyKind))
    #expect(try store.records(of: everyKind).isSimulated == isSimulated)
  }

  @Test("The bytes of submissions are kept beside the records accepted")
  func originals() throws {
    var random = SeededGenerator(state: 7)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    try writer.begin()
    try writer.openSource(source())
    let batch = randomBatch(3, keys: ["a", "b", "a"], using: &random)
    #expect(try writer.append(batch, originals: [[1], [2, 2], [3, 3, 3]]) == [.accepted, .accepted, .conflicting])
    try writer.closeSource(accounting(accepted: 2, quarantined: 1))
    try writer.commit()
    let query = try store.database.prepare("SELECT data FROM original")
    #expect(try query.step())
    let parts = try #require(decompressedParts(query.bytes(0)))
    #expect(parts.suffix(3) == [1, 2, 2])
  }
}
