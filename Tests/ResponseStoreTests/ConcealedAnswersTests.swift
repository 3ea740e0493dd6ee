import Diagnostics
import Responses
import SQLite
import Testing

@testable import ResponseStore

/// Requirements:
/// 1. Answers to questions that were not shown stay with their records, whatever becomes of the segments.
/// 2. They leave the store with their records, and when records are cut off from their people.
/// 3. What is damaged is found; a store of an earlier version has none.
@Suite("Answers to questions that were not shown")
struct ConcealedAnswersTests {
  /// A store of several small segments in which every third record has such an answer that names its key.
  private func filled(_ random: inout SeededGenerator) throws -> (folder: TemporaryFolder, store: SQLiteResponseStore) {
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let writer = try store.writer(for: everyKind)
    for round in 0..<5 {
      var batch = randomBatch(9, keys: (0..<9).map { "k\(round)-\($0)" }, using: &random)
      for row in stride(from: 0, to: 9, by: 3) {
        batch.concealed[row] = [
          ConcealedAnswer(field: "words", answer: batch.keys[row]),
          ConcealedAnswer(field: "task[2]/x", answer: "a\"\n"),
        ]
      }
      try writer.begin()
      try writer.openSources([source("\(round).csv")])
      _ = try writer.append(batch, originals: nil)
      try writer.closeSources([accounting(accepted: 9)])
      try writer.commit()
    }
    return (folder, store)
  }

  /// By key, what a store keeps of its records.
  private func answers(in store: SQLiteResponseStore) throws -> [String: [ConcealedAnswer]] {
    var found: [String: [ConcealedAnswer]] = [:]
    let layouts = try store.layouts()
    for segment in try store.segments() {
      let batch = try store.contents(of: segment, layouts).batch
      for (row, own) in batch.concealed { found[batch.keys[row]] = own }
    }
    return found
  }

  private func expectOwn(_ answers: [String: [ConcealedAnswer]]) {
    for (key, own) in answers {
      #expect(own.first == ConcealedAnswer(field: "words", answer: key))
      #expect(own.last == ConcealedAnswer(field: "task[2]/x", answer: "a\"\n"))
    }
  }

  @Test("They stay with their records through merging and erasing", arguments: 1...4)
  func kept(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let (_, store) = try filled(&random)
    #expect(try answers(in: store).count == 15)
    #expect(try store.concealedCount(ofForm: "every") == 30)
    expectOwn(try answers(in: store))
    let gone = (0..<5).flatMap { round in (0..<9).map { "k\(round)-\($0)" } }.shuffled(using: &random).prefix(11)
    if seed.isMultiple(of: 2) { _ = try store.compact() }
    _ = try store.erase(gone.map { PersonKey(written: $0) })
    _ = try store.compact()
    let left = try answers(in: store)
    expectOwn(left)
    let expected = (0..<5).flatMap { round in stride(from: 0, to: 9, by: 3).map { "k\(round)-\($0)" } }
    #expect(Set(left.keys) == Set(expected).subtracting(gone))
    #expect(try store.verify().diagnostics == [])
    let shown = try #require(left.keys.sorted().first)
    let record = try store.records(of: PersonKey(written: shown), form: "every").accepted.first?.record
    #expect(record?.concealed[0]?.first?.answer == shown)
  }

  @Test("They are not kept with de-identified records, and go with purged ones", arguments: [false, true])
  func ended(isPurged: Bool) throws {
    var random = SeededGenerator(state: 7)
    let (_, store) = try filled(&random)
    let wave = WaveSelection(form: "every", field: nil)
    if isPurged { _ = try store.purge(wave) } else { _ = try store.deidentify(wave, treatments: [:]) }
    #expect(try store.concealedCount(ofForm: "every") == 0)
    #expect(try store.database.integer("SELECT count(*) FROM concealed_answer") == 0)
    #expect(try store.verify().diagnostics == [])
  }

  @Test("Damage is found by verification and refused in reading")
  func damaged() throws {
    var random = SeededGenerator(state: 8)
    let (_, store) = try filled(&random)
    try store.database.execute("UPDATE concealed_answer SET checksum = checksum + 1 WHERE segment = 2")
    #expect(try store.verify().diagnostics.map(\.code) == [.storeConcealedDamaged])
    let layouts = try store.layouts()
    let place = try #require(try store.segments().first { $0.id == 2 })
    #expect(throws: StageFailure.self) { try store.contents(of: place, layouts) }
  }
}
