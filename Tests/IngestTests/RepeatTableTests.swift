import Diagnostics
import FileSystem
import FormDefinition
import Ingest
import Responses
import Testing

@Suite("Tables with the rows of repeats")
struct RepeatTableTests {
  private let records = """
    SubmissionDate,limit,has,total,KEY
    2026-11-21T01:00:00.000Z,90,yes,50,uuid:a
    2026-11-21T01:00:00.000Z,90,no,,uuid:b
    2026-11-21T01:00:00.000Z,90,yes,30,uuid:c

    """
  private let people = """
    who,age,PARENT_KEY,KEY
    Cúc,30,uuid:c,uuid:c/person[1]
    An,40,uuid:a,uuid:a/person[1]
    Bình,10,uuid:a,uuid:a/person[2]

    """
  private let jobs = """
    title,years,PARENT_KEY,KEY
    kỹ sư,3,uuid:a/person[1],uuid:a/person[1]/more/job[1]
    thợ,2,uuid:c/person[1],uuid:c/person[1]/more/job[1]
    ,5,uuid:a/person[1],uuid:a/person[1]/more/job[2]

    """

  private func take(_ files: [(String, String)], options: IngestOptions = IngestOptions()) throws -> Taken {
    let form = try peopleForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    let folder = "/tmp/ykien-tests/\(UInt64.random(in: 0...UInt64.max))"
    try createFolders(at: folder)
    for (name, text) in files { try writeAtomically(Array(text.utf8), to: "\(folder)/\(name)", mode: 0o600) }
    let session = try IngestSession(form: form, layout: store.layout, writer: store, options: options)
    return Taken(store: store, report: try session.ingest(paths: [folder]))
  }

  private let expected = [
    "uuid:a person: An|40", "uuid:a person: Bình|10", "uuid:c person: Cúc|30",
    "uuid:a job: kỹ sư|3", "uuid:a job: |5", "uuid:c job: thợ|2",
  ]

  @Test("ODK Central: the rows of repeats, nested ones too, are those of their records, whatever their order")
  func central() throws {
    let taken = try take([
      ("people.csv", records), ("people-person.csv", people), ("people-job.csv", jobs),
    ])
    #expect(taken.report.diagnostics.filter { $0.severity != .note }.map { $0.line(in: .english) } == [])
    #expect(taken.report.total.accepted == 3 && taken.report.total.read == 3)
    #expect(taken.rowTexts == expected)
    #expect(taken.report.sources.compactMap(\.rows).map { "\($0.group) \($0.count)" } == ["person 3", "job 3"])
  }

  @Test("A table of records named alone finds its rows beside it; a table of rows alone says what is missing")
  func companions() throws {
    let form = try peopleForm()
    let folder = "/tmp/ykien-tests/\(UInt64.random(in: 0...UInt64.max))"
    try createFolders(at: folder)
    for (name, text) in [("people.csv", records), ("people-person.csv", people), ("people-job.csv", jobs)] {
      try writeAtomically(Array(text.utf8), to: "\(folder)/\(name)", mode: 0o600)
    }
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    let alone = try IngestSession(form: form, layout: store.layout, writer: store)
      .ingest(paths: ["\(folder)/people-person.csv"])
    #expect(alone.sources.map(\.status) == [.unusable] && alone.findingCounts["INGEST-185"] == 1)
    let report = try IngestSession(form: form, layout: store.layout, writer: store)
      .ingest(paths: ["\(folder)/people.csv"])
    #expect(Taken(store: store, report: report).rowTexts == expected)
    let again = try IngestSession(form: form, layout: store.layout, writer: store).ingest(paths: [folder])
    #expect(again.sources.allSatisfy { $0.status == .unchanged } && again.total.identical == 3)
  }

  @Test("A fault in a row holds its record whole, with the place and the bytes of the rows")
  func faults() throws {
    let taken = try take([
      ("people.csv", records.replacing("yes,50", with: "yes,").replacing("yes,30", with: "yes,")),
      ("people-person.csv", people.replacing("Bình,10", with: "Bình,1x").replacing("Cúc,30", with: "Cúc,91")),
      ("people-job.csv", jobs),
    ])
    #expect(taken.report.total.accepted == 1 && taken.report.total.quarantined == 2)
    let errors = taken.report.diagnostics.filter { $0.severity == .error }
    #expect(
      errors.map { "\($0.position?.line ?? 0) \($0.field ?? "") \($0.record ?? "")" } == [
        "4 person[2]/age 1", "2 person[1]/age 3",
      ])
    #expect(errors.allSatisfy { $0.position?.file.hasSuffix("people-person.csv") ?? false })
    let held = try #require(taken.store.contents.held.first { $0.key == "uuid:a" })
    let text = String(decoding: held.original, as: UTF8.self)
    #expect(
      text.split(separator: "\n").map(String.init) == [
        "2026-11-21T01:00:00.000Z,90,yes,,uuid:a", "An,40,uuid:a,uuid:a/person[1]", "Bình,1x,uuid:a,uuid:a/person[2]",
        "kỹ sư,3,uuid:a/person[1],uuid:a/person[1]/more/job[1]", ",5,uuid:a/person[1],uuid:a/person[1]/more/job[2]",
      ])
  }

  @Test(
    "Rows without a record, without a key, twice, or broken lose nothing",
    arguments: [
      // Nobody has the key: the rows of one missing record are one held record.
      ("Dũng,1,uuid:z,uuid:z/person[1]\nÉn,2,uuid:z,uuid:z/person[2]", "INGEST-188", 3, 1),
      ("Dũng,1,,", "INGEST-189", 3, 1),
      // The same key again: the record is held.
      ("Dũng,1,uuid:a,uuid:a/person[1]", "INGEST-190", 2, 1),
      // A cell too many: the record that the row names is held with it.
      ("Dũng,1,2,uuid:c,uuid:c/person[2]", "INGEST-031", 2, 1),
      ("Dũng,1,2,uuid:y,uuid:y/person[2]", "INGEST-031", 3, 1),
      ("\"Dũng\"x,1,uuid:c,uuid:c/person[2]", "INGEST-032", 2, 1),
    ])
  func doubtful(row: String, code: String, accepted: Int, quarantined: Int) throws {
    let taken = try take([
      ("people.csv", records), ("people-person.csv", people + row + "\n"), ("people-job.csv", jobs),
    ])
    #expect(taken.report.findingCounts[code, default: 0] > 0)
    #expect(taken.report.total.accepted == accepted && taken.report.total.quarantined == quarantined)
    #expect(taken.report.total.balances && taken.report.total.read == accepted + quarantined)
    let bytes = taken.store.contents.held.map { String(decoding: $0.original, as: UTF8.self) }.joined(separator: "\n")
    for line in row.split(separator: "\n") { #expect(bytes.contains(line)) }
    let finding = try #require(taken.report.diagnostics.first { $0.code.identifier == code })
    #expect(finding.position?.file.hasSuffix("people-person.csv") ?? false)
  }

  @Test("A table of rows that cannot be read to its end holds the table of records back")
  func unusable() throws {
    let taken = try take([
      ("people.csv", records), ("people-person.csv", people + "\"Dũng,1,uuid:c,"), ("people-job.csv", jobs),
    ])
    #expect(taken.report.total.read == 0 && taken.codes.contains("INGEST-192") && taken.codes.contains("INGEST-030"))
    var options = IngestOptions()
    options.repeatByteLimit = 100
    let large = try take(
      [("people.csv", records), ("people-person.csv", people), ("people-job.csv", jobs)], options: options)
    #expect(large.report.total.read == 0 && large.codes.contains("INGEST-191"))
    let orphaned = try take([("people.csv", records), ("people-job.csv", jobs)])
    #expect(orphaned.report.total.read == 0 && orphaned.codes.contains("INGEST-187"))
  }

  @Test("Without one of its tables a repeat has no rows, and the report says so")
  func partial() throws {
    let taken = try take([("people.csv", records), ("people-person.csv", people)])
    #expect(taken.report.total.accepted == 3)
    #expect(taken.report.diagnostics.first { $0.code == .repeatsNotRead }?.arguments["groups"] == "job")
  }

  @Test("Two months in one folder keep their rows apart by their names; a name that fits neither is asked for")
  func months() throws {
    func month(_ text: String, _ number: Int) -> String { text.replacing("uuid:", with: "uuid:\(number)-") }
    var files: [(String, String)] = []
    for number in 10...11 {
      files += [
        ("thang-\(number).csv", month(records, number)), ("thang-\(number)-person.csv", month(people, number)),
        ("thang-\(number)-job.csv", month(jobs, number)),
      ]
    }
    let taken = try take(files)
    #expect(taken.report.total.accepted == 6 && taken.rowTexts.count == 12)
    let doubtful = try take(files + [("khac.csv", month(people, 12))])
    #expect(doubtful.report.total.accepted == 6 && doubtful.codes.contains("INGEST-186"))
  }

  @Test("A record that is there twice with its rows is identical; the same records with other rows conflict")
  func again() throws {
    let twice = try take([
      ("people.csv", records + "2026-11-21T01:00:00.000Z,90,yes,50,uuid:a\n"), ("people-person.csv", people),
      ("people-job.csv", jobs),
    ])
    #expect(twice.report.total.identical == 1 && twice.report.total.accepted == 3)
    let form = try peopleForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    for people in [people, people.replacing("Cúc", with: "Cả")] {
      let folder = "/tmp/ykien-tests/\(UInt64.random(in: 0...UInt64.max))"
      try createFolders(at: folder)
      for (name, text) in [("people.csv", records), ("people-person.csv", people), ("people-job.csv", jobs)] {
        try writeAtomically(Array(text.utf8), to: "\(folder)/\(name)", mode: 0o600)
      }
      let report = try IngestSession(form: form, layout: store.layout, writer: store).ingest(paths: [folder])
      #expect(report.total.quarantined == (people.contains("Cả") ? 1 : 0))
    }
  }

  @Test("KoboToolbox, older CSV: rows in columns of their records, nested ones too; empty ones at the end are none")
  func flattened() throws {
    let text = """
      "limit";"has";"person[1]/who";"person[1]/age";"person[2]/who";"person[2]/age";"person[1]/more/job[1]/title";\
      "person[1]/more/job[1]/years";"person[1]/more/job[2]/title";"person[1]/more/job[2]/years";\
      "person[2]/more/job[1]/title";"person[2]/more/job[1]/years";"_id";"_uuid"
      "90";"yes";"An";"40";"Bình";"10";"kỹ sư";"3";"n/a";"5";"n/a";"n/a";"1";"a"
      "90";"no";"n/a";"n/a";"n/a";"n/a";"n/a";"n/a";"n/a";"n/a";"n/a";"n/a";"2";"b"
      "90";"yes";"Cúc";"30";"n/a";"n/a";"thợ";"2";"n/a";"n/a";"n/a";"n/a";"3";"c"
      "90";"yes";"Dũng";"3x";"n/a";"n/a";"n/a";"n/a";"n/a";"n/a";"n/a";"n/a";"4";"d"
      """
    let taken = try IngestTests.take([("t.csv", Array(text.utf8))], form: peopleForm())
    #expect(taken.report.total.accepted == 3 && taken.report.total.quarantined == 1)
    #expect(taken.rowTexts == expected.map { $0.replacing("uuid:", with: "") })
    let fault = try #require(taken.report.diagnostics.first { $0.severity == .error })
    #expect(fault.field == "person[1]/age" && fault.position?.line == 5)
    #expect(!taken.codes.contains("INGEST-009") && !taken.codes.contains("INGEST-013"))
  }

  @Test("Thousands of records and rows with one key end in an accounting, not in memory")
  func oneKey() throws {
    let header = "limit,has,total,KEY\n"
    let records = header + (0..<2_000).map { "\($0),yes,,uuid:a\n" }.joined()
    let people = "who,PARENT_KEY,KEY\n" + (0..<2_000).map { "A\($0),uuid:a,\n" }.joined()
    let taken = try take([("people.csv", records), ("people-person.csv", people)])
    #expect(taken.report.total.read == 2_000 && taken.report.total.accepted == 1)
  }
}
