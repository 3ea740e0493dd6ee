import Diagnostics
import Responses
import SQLite
import Testing

@testable import ResponseStore

/// The days 1 to 3 of the small form; its `day` is the answer.
private let wave = WaveSelection(form: "edits", field: "day", firstDay: 1, lastDay: 3)

extension EditSubject {
  fileprivate var opened: SQLiteResponseStore {
    get throws { try #require(store) }
  }

  fileprivate func freeze(_ selection: WaveSelection = wave) throws {
    _ = try opened.freeze(selection, as: "2026")
  }

  /// How many records are late.
  fileprivate var late: Int {
    get throws { try opened.frozenWaves(ofForm: "edits").reduce(0) { $0 + $1.late } }
  }

  /// The answers that the wave's figures count.
  fileprivate var figures: [Int] {
    get throws {
      var answers: [Int] = []
      try source.forEachBatch(fields: [0, 1]) { batch in
        guard case .coded(let codes) = batch.columns[0] else { return }
        for (code, day) in zip(codes, wave.days(of: batch)) where day.map(wave.contains) ?? false {
          answers.append(Int(code))
        }
      }
      return answers
    }
  }
}

/// Requirements:
/// 1. Whatever comes after a wave was frozen, its figures stay; what came is kept, counted and can be listed.
/// 2. What is there already is identical; other waves go on.
/// 3. Unfreezing gives the store that there would be without the freeze, and may be interrupted.
/// 4. The store's own check knows whether a freeze holds.
@Suite("Frozen waves")
struct FreezeTests {
  private func filled() throws -> EditSubject {
    let subject = try EditSubject(inMemory: false)
    try subject.take([
      EditVersion(key: "a", answer: 1), EditVersion(key: "b", answer: 2), EditVersion(key: "other", answer: 5),
    ])
    try subject.freeze()
    return subject
  }

  @Test("A record of the wave is late, once however often it comes; one of another wave is taken in")
  func new() throws {
    let subject = try filled()
    let outcomes = try subject.take([
      EditVersion(key: "a", answer: 1), EditVersion(key: "c", answer: 3), EditVersion(key: "d", answer: 4),
    ])
    #expect(outcomes == [.identical, .late, .accepted])
    #expect(try subject.take([EditVersion(key: "c", answer: 3)]) == [.late])
    #expect(try subject.counted == ["a", "b", "d", "other"])
    #expect(try subject.figures == [1, 2])
    #expect(try subject.late == 1)
    #expect(try subject.opened.heldCount(ofForm: "edits", .withheld) == 1)
    #expect(try subject.verified() == [])
  }

  @Test("Another record under a key that is counted is in conflict, as ever")
  func conflict() throws {
    let subject = try filled()
    #expect(try subject.take([EditVersion(key: "a", answer: 2)]) == [.conflicting])
    #expect(try subject.late == 0)
  }

  @Test(
    "What would take the place of a counted record is late, whatever its day, and so are its own edits",
    arguments: [false, true])
  func edits(together: Bool) throws {
    let subject = try filled()
    let versions = [
      EditVersion(key: "a3", answer: 5, replaces: "a2"), EditVersion(key: "a2", answer: 4, replaces: "a"),
      EditVersion(key: "a4", answer: 4, replaces: "gone", root: "uuid:a"),
    ]
    var outcomes: [RecordOutcome] = []
    if together {
      outcomes = try subject.take(versions)
    } else {
      for version in [versions[1], versions[0], versions[2]] { outcomes += try subject.take([version]) }
    }
    #expect(outcomes == [.late, .late, .late])
    #expect(try subject.counted == ["a", "b", "other"])
    // An edit of a record that the wave does not count goes its way.
    #expect(try subject.take([EditVersion(key: "other2", answer: 4, replaces: "other")]) == [.accepted])
    #expect(try subject.counted == ["a", "b", "other2"])
    // A counted record that comes again and names an original now replaces nothing.
    #expect(try subject.take([EditVersion(key: "b", answer: 2, replaces: "a")]) == [.identical])
    #expect(try subject.figures == [1, 2])
    #expect(try subject.verified() == [])
  }

  @Test("A record that a person lets take the place of a counted one is late")
  func replacing() throws {
    let subject = try filled()
    let writer = try #require(subject.writer as? SQLiteRecordWriter)
    var batch = editBatch([EditVersion(key: "a", answer: 4)])
    batch.replacing = [0]
    try writer.begin()
    try writer.openSource(source("new.csv"))
    #expect(try writer.append(batch, originals: nil) == [.late])
    try writer.closeSource(accounting(accepted: 0, withheld: 1))
    try writer.commit()
    #expect(try subject.figures == [1, 2])
    #expect(try subject.opened.unfreeze("2026", ofForm: "edits", reason: "late")?.released == 1)
    #expect(try subject.figures == [2])
    #expect(try subject.superseded == ["a"])
    #expect(try subject.verified() == [])
  }

  @Test("Freezing and unfreezing again change nothing; the reason stays")
  func twice() throws {
    let subject = try filled()
    try subject.take([EditVersion(key: "c", answer: 3), EditVersion(key: "a2", answer: 2, replaces: "a")])
    let again = try subject.opened.freeze(wave, as: "2026")
    #expect(!again.isNew && again.wave.records == 2)
    let other = WaveSelection(form: "edits", field: "day", firstDay: 1, lastDay: 4)
    #expect(failure { _ = try subject.opened.freeze(other, as: "2026") }?.codes == ["STORE-085"])
    let release = try subject.opened.unfreeze("2026", ofForm: "edits", reason: "the post was late")
    #expect(release?.released == 2 && release?.quarantined == 0)
    #expect(try subject.counted == ["a2", "b", "c", "other"])
    #expect(try subject.opened.unfreeze("2026", ofForm: "edits", reason: "again") == nil)
    #expect(try subject.opened.frozenWaves(ofForm: "edits").map(\.reason) == ["the post was late"])
    #expect(try subject.opened.ledger(ofForm: "edits").map(\.action).contains(.unfrozen))
    #expect(try subject.verified() == [])
    // Frozen again, it counts what it counts now.
    try subject.freeze()
    #expect(try subject.take([EditVersion(key: "e", answer: 1)]) == [.late])
    #expect(try subject.verified() == [])
  }

  @Test("An interrupted unfreezing is finished by doing it again, or frozen again")
  func interrupted() throws {
    let subject = try filled()
    try subject.take([EditVersion(key: "c", answer: 3)])
    let database = try subject.opened.database
    try database.execute("UPDATE frozen_wave SET thawed_at = 1, reason = 'x'")
    #expect(try subject.late == 1)
    try subject.freeze()
    #expect(try subject.opened.frozenWave("2026", ofForm: "edits")?.late == 1)
    try database.execute("UPDATE frozen_wave SET thawed_at = 1, reason = 'x'")
    #expect(try subject.opened.unfreeze("2026", ofForm: "edits", reason: "y")?.released == 1)
    #expect(try subject.counted == ["a", "b", "c", "other"])
    #expect(try subject.verified() == [])
  }

  @Test("Erasing beats freezing, of counted records and late ones, and the check knows")
  func erasing() throws {
    let subject = try filled()
    try subject.take([EditVersion(key: "c", answer: 3), EditVersion(key: "a2", answer: 2, replaces: "a")])
    let erasure = try subject.opened.erase([PersonKey(written: "b"), PersonKey(written: "c")])
    #expect(erasure.records == 1 && erasure.held == 1)
    let frozen = try subject.opened.frozenWave("2026", ofForm: "edits")
    #expect(frozen?.erased == 1 && frozen?.late == 1)
    #expect(try subject.verified() == [])
    #expect(try subject.take([EditVersion(key: "a3", answer: 3, replaces: "a2")]) == [.late])
  }

  @Test("The end of a wave takes its late records with it")
  func ended() throws {
    let subject = try filled()
    try subject.take([EditVersion(key: "c", answer: 3)])
    // Purging the wave: late records came long after its days.
    let result = try subject.opened.purge(wave)
    #expect(result.records == 2 && result.held == 1 && result.heldLeft == 0)
    #expect(try subject.late == 0)
    #expect(try subject.opened.frozenWave("2026", ofForm: "edits")?.erased == 2)
    #expect(try subject.verified() == [])
  }

  @Test("Backups and compacted stores are as frozen as before")
  func kept() throws {
    let subject = try filled()
    try subject.take([EditVersion(key: "c", answer: 3)])
    let copy = try TemporaryFolder()
    _ = try subject.opened.backUp(to: copy.store)
    _ = try subject.opened.compact()
    for store in [try subject.opened, try reopened(copy)] {
      #expect(try store.verify().diagnostics == [])
      #expect(try store.frozenWave("2026", ofForm: "edits")?.late == 1)
      let writer = try store.writer(for: editForm)
      try writer.begin()
      try writer.openSource(source("z.csv"))
      #expect(try writer.append(editBatch([EditVersion(key: "z", answer: 1)]), originals: nil) == [.late])
      writer.rollBack()
    }
  }

  @Test(
    "The check finds a frozen wave that counts other records",
    arguments: [
      ("UPDATE frozen_wave SET records = records + 1", "STORE-086"),
      ("UPDATE frozen_wave SET last_source = 0", "STORE-087"),
      ("UPDATE held SET original = x'00'", "STORE-088"),
    ])
  func damaged(statement: String, code: String) throws {
    let subject = try filled()
    try subject.take([EditVersion(key: "c", answer: 3)])
    try subject.opened.database.execute(statement)
    #expect(try subject.opened.verify().diagnostics.map(\.code.identifier).contains(code))
  }

  @Test("Late records of every kind come back as they were, with their rows of repeats")
  func everyKindBack() throws {
    var random = SeededGenerator(state: 20_261_121)
    let folder = try TemporaryFolder()
    let store = try SQLiteResponseStore.open(path: folder.store)
    let all = WaveSelection(form: "every", field: nil)
    _ = try store.freeze(all, as: "w")
    let batch = randomBatch(200, using: &random)
    let writer = try store.writer(for: everyKind)
    try writer.begin()
    try writer.openSource(source())
    #expect(try writer.append(batch, originals: nil).allSatisfy { $0 == .late })
    try writer.closeSource(accounting(accepted: 0, withheld: 200))
    try writer.commit()
    #expect(try store.unfreeze("w", ofForm: "every", reason: "r")?.released == 200)
    let back = try #require(try batches(in: store).first)
    // Generated records may have chosen none of several, or written an empty text, which is no answer that comes in.
    let isPlain = (0..<200).map { row in
      zip(batch.columns, everyKind.fields).allSatisfy { column, field in
        column?.state(at: row) != .answered || column?.text(at: row, of: field) != ""
      }
    }
    #expect(isPlain.count { $0 } > 100)
    let (kept, expected) = (back.selecting(isPlain), batch.selecting(isPlain))
    let isSame = kept.digests == expected.digests && kept.columns == expected.columns
    #expect(isSame)
    #expect(try store.verify().diagnostics == [])
  }

  @Test("Frozen and unfrozen, a store counts what it would without the freeze", arguments: 1...12)
  func law(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let plain = try EditSubject(inMemory: false)
    let frozen = try EditSubject(inMemory: false)
    var heads: [String] = []
    var number = 0
    func step() -> [EditVersion] {
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        number += 1
        let answer = Int.random(in: 1...5, using: &random)
        if !heads.isEmpty, Bool.random(using: &random) {
          let place = Int.random(in: 0..<heads.count, using: &random)
          let version = EditVersion(key: "v\(number)", answer: answer, replaces: heads[place])
          heads[place] = version.key
          return version
        }
        heads.append("v\(number)")
        return EditVersion(key: "v\(number)", answer: answer)
      }
    }
    for round in 0..<12 {
      if round == 4 { try frozen.freeze() }
      let figures = try frozen.figures
      let versions = step()
      try plain.take(versions)
      try frozen.take(versions)
      if round >= 4 { #expect(try frozen.figures == figures) }
      #expect(try frozen.verified() == [])
    }
    _ = try frozen.opened.unfreeze("2026", ofForm: "edits", reason: "law")
    #expect(try frozen.counted == plain.counted)
    #expect(try frozen.late == 0)
    #expect(try frozen.verified() == [])
  }

  @Test("An edit of a rejected second edit waits for a person, and counts nobody twice")
  func rejected() throws {
    let subject = try EditSubject(inMemory: false)
    try subject.take([EditVersion(key: "o", answer: 1)])
    try subject.take([EditVersion(key: "e1", answer: 2, replaces: "o")])
    #expect(try subject.take([EditVersion(key: "e2", answer: 3, replaces: "o")]) == [.editedAlready])
    let number = try #require(try subject.opened.problems(ofForm: "edits").first?.number)
    #expect(try subject.opened.reject([number], form: "edits") == [])
    #expect(try subject.take([EditVersion(key: "e3", answer: 4, replaces: "e2")]) == [.editedAlready])
    #expect(try subject.counted == ["e1"])
    // The whole family is one person's.
    #expect(try subject.opened.allVersions(of: PersonKey(written: "o")).candidates.isSuperset(of: ["o", "e1", "e2"]))
    #expect(try subject.opened.erase([PersonKey(written: "o")]).records == 1)
    #expect(try subject.opened.database.integer("SELECT count(*) FROM refused_edit") == 0)
    #expect(try subject.verified() == [])
  }

  @Test("What came in, and what is quarantined, is told by wave")
  func intake() throws {
    let subject = try EditSubject(inMemory: false)
    try subject.take([EditVersion(key: "a", answer: 1)])
    try subject.take([EditVersion(key: "b", answer: 5), EditVersion(key: "b2", answer: 5, replaces: "b")])
    try subject.take([EditVersion(key: "b3", answer: 4, replaces: "b")])
    let database = try subject.opened.database
    try database.execute("UPDATE source SET taken_at = id * 86400000")
    // The days 1 to 3: the first source brought a record, the quarantined one came on day 3.
    #expect(try subject.opened.intake(of: wave) == WaveIntake(last: 86_400_000, quarantined: 1))
    let later = WaveSelection(form: "edits", field: "day", firstDay: 4, lastDay: 5)
    #expect(try subject.opened.intake(of: later) == WaveIntake(last: 2 * 86_400_000, quarantined: 0))
    let all = WaveSelection(form: "edits", field: nil)
    #expect(try subject.opened.intake(of: all) == WaveIntake(last: 2 * 86_400_000, quarantined: 1))
  }
}
