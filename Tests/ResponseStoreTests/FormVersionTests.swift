import Responses
import Testing

@testable import ResponseStore

@Suite("Records of other versions of a form")
struct FormVersionTests {
  private let old = RecordLayout(
    formIdentifier: "f", formVersion: "1",
    fields: [
      Field(name: "one", path: [], storage: .coded, choices: ["a", "b", "c"]),
      Field(name: "some", path: [], storage: .multiple, choices: ["a", "b", "c"]),
      Field(name: "best", path: [], storage: .ranking, choices: ["a", "b", "c"]),
      Field(name: "gone", path: [], storage: .text), Field(name: "age", path: [], storage: .integer),
    ])

  private func written(in folder: TemporaryFolder) throws -> SQLiteResponseStore {
    let store = try SQLiteResponseStore.open(path: folder.store)
    var names = TextColumn()
    for name in ["k1", "k2", "k3", "k4", "k5"] { names.append(name.utf8) }
    var texts = TextColumn()
    for _ in 0..<5 { texts.append("x".utf8) }
    let columns: [AnswerColumn] = [
      .coded([1, 2, 3, 0, 255]),
      .multiple(MultipleColumn(states: [0, 0, 0, 1, 2], wordsPerRecord: 1, words: [0b111, 0b010, 0b101, 0, 0])),
      .ranking(
        RankingColumn(states: [0, 0, 0, 1, 2], width: 3, places: [1, 2, 3, 3, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0])),
      .text(texts), .integer(IntegerColumn(states: [0, 0, 0, 1, 2], values: [20, 30, 40, 0, 0])),
    ]
    let batch = RecordBatch(
      layout: old, columns: columns, keys: names, recordNumbers: [1, 2, 3, 4, 5],
      digests: AnswerDigests.of(columns, layout: old, count: 5))
    try take([batch], into: store.writer(for: old))
    return store
  }

  private func read(_ field: Field) throws -> AnswerColumn? {
    let folder = try TemporaryFolder()
    let layout = RecordLayout(formIdentifier: "f", formVersion: "2", fields: [field])
    return try batches(of: layout, in: written(in: folder)).first?.columns[0]
  }

  @Test("Choices are matched by name when they are added, removed and reordered")
  func coded() throws {
    let choices = ["c", "new", "a"]
    #expect(
      try read(Field(name: "one", path: [], storage: .coded, choices: choices)) == .coded([3, 0, 1, 0, 255]))
    #expect(
      try read(Field(name: "some", path: [], storage: .multiple, choices: choices))
        == .multiple(MultipleColumn(states: [0, 1, 0, 1, 2], wordsPerRecord: 1, words: [0b101, 0, 0b101, 0, 0])))
    #expect(
      try read(Field(name: "best", path: [], storage: .ranking, choices: choices))
        == .ranking(
          RankingColumn(states: [0, 0, 1, 1, 2], width: 3, places: [3, 1, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])))
  }

  @Test("Who chose only what is gone did not answer; who answered with no choice still did")
  func gone() throws {
    let old = RecordLayout(
      formIdentifier: "g", formVersion: "1", fields: [field("some", .multiple, 3), field("best", .ranking, 3)])
    var names = TextColumn()
    for name in ["k1", "k2", "k3"] { names.append(name.utf8) }
    let columns: [AnswerColumn] = [
      .multiple(MultipleColumn(states: [0, 0, 0], wordsPerRecord: 1, words: [0b100, 0, 0b101])),
      .ranking(RankingColumn(states: [0, 0, 0], width: 3, places: [3, 0, 0, 0, 0, 0, 3, 1, 0])),
    ]
    let batch = RecordBatch(
      layout: old, columns: columns, keys: names, recordNumbers: [1, 2, 3],
      digests: AnswerDigests.of(columns, layout: old, count: 3))
    let folder = try TemporaryFolder()
    let store = try reopened(folder)
    let new = RecordLayout(
      formIdentifier: "g", formVersion: "2", fields: [field("some", .multiple, 2), field("best", .ranking, 2)])
    // Made before its first layout is registered, a source still knows it.
    let records = try store.records(of: new)
    try take([batch], into: store.writer(for: old))
    var read: [AnswerColumn?] = []
    try records.forEachBatch(fields: [0, 1]) { read += $0.columns }
    #expect(read[0] == .multiple(MultipleColumn(states: [1, 0, 0], wordsPerRecord: 1, words: [0, 0, 0b001])))
    #expect(read[1] == .ranking(RankingColumn(states: [1, 0, 0], width: 2, places: [0, 0, 0, 0, 1, 0])))
  }

  @Test("A list that grows beyond a byte, or a word of bits, is still matched")
  func grown() throws {
    let choices = choiceNames(300) + ["c", "b", "a"]
    #expect(
      try read(Field(name: "one", path: [], storage: .coded, choices: choices))
        == .wideCoded([303, 302, 301, 0, 65535]))
    let column = try read(Field(name: "some", path: [], storage: .multiple, choices: choices))
    guard case .multiple(let many) = column else {
      Issue.record("not several choices")
      return
    }
    #expect(many.wordsPerRecord == 5)
    #expect(Array(many.words[0..<5]) == [0, 0, 0, 0, 0b111 << 44])
    #expect(Array(many.words[5..<10]) == [0, 0, 0, 0, 0b010 << 44])
  }

  @Test("A wide list that shrinks fits a byte")
  func shrunk() throws {
    var random = SeededGenerator(state: 29)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let wide = RecordLayout(formIdentifier: "w", formVersion: "1", fields: [field("x", .coded, 700)])
    let batch = randomBatch(50, of: wide, using: &random)
    try take([batch], into: store.writer(for: wide))
    let narrow = RecordLayout(formIdentifier: "w", formVersion: "2", fields: [field("x", .coded, 200)])
    guard case .wideCoded(let before) = batch.columns[0],
      case .coded(let after) = try batches(of: narrow, in: store).first?.columns[0]
    else {
      Issue.record("not one choice")
      return
    }
    #expect(after == before.map { $0 == 65535 ? 255 : $0 > 200 ? 0 : UInt8($0) })
  }

  @Test("A question that a version lacks was not shown", arguments: FieldStorage.allCases)
  func absent(storage: FieldStorage) throws {
    for choices in [3, 400] {
      let added = try #require(try read(field("added", storage, choices)))
      #expect(added.count == 5)
      #expect((0..<5).allSatisfy { added.state(at: $0) == .notShown })
      #expect((0..<5).allSatisfy { added.text(at: $0, of: field("added", storage, choices)).isEmpty })
    }
  }

  /// One question whose kind changes: its stored answers as texts, then as they are read; nil: not shown.
  @Test(
    "Answers of another kind are read where that has a meaning",
    arguments: [
      (.integer, .text, ["20", ""], ["20", ""]), (.decimal, .text, ["2.5", "-1"], ["2.5", "-1"]),
      (.coded, .text, ["a2"], ["a2"]), (.multiple, .text, ["a1 a3"], ["a1 a3"]),
      (.ranking, .text, ["a3 a1"], ["a3 a1"]),
      (.date, .text, ["2026-12-01"], ["2026-12-01"]), (.text, .integer, ["20", "20.5", "x", ""], ["20", "", "", ""]),
      (.text, .decimal, ["20.5", "1,5"], ["20.5", ""]),
      (.text, .date, ["2026-12-01", "1/12/2026"], ["2026-12-01", ""]),
      (.text, .coded, ["a2", "A2", "zz"], ["a2", "", ""]), (.text, .multiple, ["a1 a2", "a1 zz"], ["a1 a2", ""]),
      (.integer, .decimal, ["-7"], ["-7"]), (.decimal, .integer, ["3", "3.5", "1e300"], ["3", "", ""]),
      (.coded, .multiple, ["a3"], ["a3"]), (.multiple, .coded, ["a2", "a1 a2"], ["a2", ""]),
      (.dateTime, .date, ["2026-12-01T23:30:00.000+07:00"], ["2026-12-01"]),
      (.integer, .date, ["20"], nil), (.date, .dateTime, ["2026-12-01"], nil), (.ranking, .multiple, ["a1"], nil),
      (.coded, .integer, ["a1"], nil), (.coded, .ranking, ["a1"], nil), (.time, .integer, ["07:30:00.000"], nil),
      (.text, .ranking, ["a1"], nil),
    ] as [(FieldStorage, FieldStorage, [String], [String]?)])
  func retyped(from: FieldStorage, to: FieldStorage, stored: [String], expected: [String]?) throws {
    func one(_ storage: FieldStorage, _ version: String) -> RecordLayout {
      let choices = [.coded, .multiple, .ranking].contains(storage) ? 3 : 0
      return RecordLayout(formIdentifier: "r", formVersion: version, fields: [field("x", storage, choices)])
    }
    let old = one(from, "1")
    var builder = ColumnBuilder(old.fields[0])
    for text in stored { #expect(builder.append(Array(text.utf8).span) == nil) }
    // Behind them somebody to whom the question was not shown.
    builder.append(missing: .notShown)
    let column = builder.finish()
    var names = TextColumn()
    for row in 0...stored.count { names.append(Array("k\(row)".utf8)) }
    let folder = try TemporaryFolder()
    let store = try reopened(folder)
    try take(
      [
        RecordBatch(
          layout: old, columns: [column], keys: names, recordNumbers: (0...stored.count).map { UInt32($0 + 1) },
          digests: AnswerDigests.of([column], layout: old, count: stored.count + 1))
      ], into: store.writer(for: old))
    let new = one(to, "2")
    let read = try #require(try batches(of: new, in: store).first?.columns[0])
    let rows = 0..<stored.count
    if let expected {
      #expect(rows.map { read.text(at: $0, of: new.fields[0]) } == expected)
      #expect(rows.allSatisfy { read.state(at: $0) == (expected[$0].isEmpty ? .blank : .answered) })
    } else {
      #expect(rows.allSatisfy { read.state(at: $0) == .notShown })
    }
    #expect(read.state(at: stored.count) == .notShown)
    let difference = try #require(try store.differences(to: new).first)
    #expect(difference.converted == (expected == nil ? [] : ["x"]))
    #expect(difference.incomparable == (expected == nil ? ["x"] : []))
    #expect(try store.differences(to: old) == [])
  }

  @Test("The store says how each version differs, and how many records answer it")
  func differences() throws {
    let folder = try TemporaryFolder()
    let store = try written(in: folder)
    let new = RecordLayout(
      formIdentifier: "f", formVersion: "2",
      fields: [
        Field(name: "one", path: [], storage: .coded, choices: ["a", "c", "d"]),
        Field(name: "some", path: [], storage: .multiple, choices: ["a", "b", "c", "d"]),
        Field(name: "best", path: [], storage: .multiple, choices: ["a"]),
        Field(name: "age", path: [], storage: .text), Field(name: "new", path: [], storage: .text),
      ])
    let found = try #require(try store.differences(to: new).first)
    #expect(found.version == "1")
    #expect(found.added == ["new"])
    #expect(found.removed == ["gone"])
    #expect(found.converted == ["age"])
    #expect(found.incomparable == ["best"])
    #expect(found.fewerChoices == ["one"])
    #expect(try store.versionCounts(ofForm: "f") == [VersionCount(version: "1", records: 5, superseded: 0)])
  }

  @Test("Keys are one across versions, and records of all versions are read together")
  func together() throws {
    let folder = try TemporaryFolder()
    let store = try written(in: folder)
    let next = RecordLayout(
      formIdentifier: "f", formVersion: "2", fields: [Field(name: "age", path: [], storage: .integer)])
    var names = TextColumn()
    for name in ["k9", "k1"] { names.append(name.utf8) }
    let columns: [AnswerColumn] = [.integer(IntegerColumn(states: [0, 0], values: [50, 20]))]
    let batch = RecordBatch(
      layout: next, columns: columns, keys: names, recordNumbers: [1, 2],
      digests: AnswerDigests.of(columns, layout: next, count: 2))
    #expect(try take([batch], into: store.writer(for: next)) == [[.accepted, .conflicting]])
    let read = try batches(of: next, in: store)
    #expect(
      read.map { $0.columns[0] } == [
        .integer(IntegerColumn(states: [0, 0, 0, 1, 2], values: [20, 30, 40, 0, 0])),
        .integer(IntegerColumn(states: [0], values: [50])),
      ])
    #expect(try store.records(of: next).recordCount == 6)
    #expect(try store.records(of: RecordLayout(formIdentifier: "g", formVersion: "1", fields: [])).recordCount == 0)
  }
}
