import Diagnostics
import Ingest
import Responses
import Testing

@Suite("Edits")
struct EditTests {
  private static func submission(_ key: String, _ answers: String, edits meta: String = "") -> [UInt8] {
    Array("<data id='test'>\(answers)<meta><instanceID>\(key)</instanceID>\(meta)</meta></data>".utf8)
  }

  private static let original = submission("uuid:1", "<agree>no</agree>")
  private static let edit = submission(
    "uuid:2", "<agree>no</agree><words>w</words>", edits: "<deprecatedID>uuid:1</deprecatedID>")

  private func take(_ sources: [[UInt8]], together: Bool, form: String = "") throws -> Taken {
    let named = sources.enumerated().map { (label: "\($0).xml", bytes: $1) }
    let form = try testForm(consent: form)
    guard together else { return try IngestTests.take(named, form: form) }
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    let report = try IngestSession(form: form, layout: store.layout, writer: store).ingest(submissions: named)
    #expect(report.total.balances)
    return Taken(store: store, report: report)
  }

  @Test(
    "An edit takes the place of its original, in one run or in two, in either order", arguments: [true, false],
    [true, false])
  func replaced(together: Bool, isReversed: Bool) throws {
    let taken = try take(
      isReversed ? [Self.edit, Self.original] : [Self.original, Self.edit], together: together)
    #expect(taken.records.mapValues { $0["words"] } == ["uuid:2": "w"])
    #expect(taken.store.contents.superseded.map { $0.keys[0] } == ["uuid:1"])
    #expect(taken.store.contents.originals["uuid:1"] == Self.original)
    #expect(taken.report.total.quarantined == 0)
    if together {
      #expect(taken.report.total.accepted == 2)
      #expect(taken.codes == ["INGEST-150", "INGEST-153"])
    } else {
      #expect(taken.codes == [isReversed ? "INGEST-153" : "INGEST-150"])
    }
  }

  @Test("An edit of an unknown record is taken in with a warning that names it")
  func unknown() throws {
    let taken = try take([Self.edit], together: true)
    #expect(taken.report.total.accepted == 1)
    let found = try #require(taken.report.diagnostics.first)
    #expect(found.code.identifier == "INGEST-151")
    #expect(found.severity == .warning)
    #expect(found.arguments["original"] == "uuid:1")
  }

  @Test("A second edit of the same record is quarantined with its bytes")
  func outdated() throws {
    let second = Self.submission("uuid:3", "<agree>no</agree>", edits: "<orx:deprecatedID>uuid:1</orx:deprecatedID>")
    let taken = try take([Self.original, Self.edit, second], together: true)
    #expect(taken.report.total.accepted == 2)
    #expect(taken.report.total.quarantined == 1)
    #expect(taken.codes == ["INGEST-150", "INGEST-152", "INGEST-153"])
    #expect(taken.store.contents.held.map(\.original) == [second])
    #expect(taken.records.keys.sorted() == ["uuid:2"])
  }

  @Test("An edit sent again is identical")
  func again() throws {
    let taken = try take([Self.original, Self.edit, Self.edit + Array("\n".utf8)], together: false)
    #expect(taken.report.total.identical == 1)
    #expect(taken.records.keys.sorted() == ["uuid:2"])
  }

  @Test("An edit that breaks a rule is quarantined, and the original stays")
  func broken() throws {
    let broken = Self.submission("uuid:2", "<agree>maybe</agree>", edits: "<deprecatedID>uuid:1</deprecatedID>")
    let taken = try take([Self.original, broken], together: true)
    #expect(taken.report.total.quarantined == 1)
    #expect(taken.records.keys.sorted() == ["uuid:1"])
  }

  @Test("An edit that takes consent back is declined, and a warning says that the original is still counted")
  func declined() throws {
    let agreed = Self.submission("uuid:1", "<agree>yes</agree><profile><sector>public</sector></profile>")
    let taken = try take([agreed, Self.edit], together: true, form: "${agree} = 'yes'")
    #expect(taken.report.total.declined == 1)
    #expect(taken.codes == ["INGEST-154"])
    #expect(taken.records.keys.sorted() == ["uuid:1"])
  }

  @Test("The first version that Kobo names finds the record when the version between is missing")
  func root() throws {
    let last = Self.submission(
      "uuid:3", "<agree>no</agree>", edits: "<rootUuid>1</rootUuid><deprecatedID>uuid:2</deprecatedID>")
    let unedited = Self.submission("uuid:1", "<agree>no</agree>", edits: "<rootUuid>uuid:1</rootUuid>")
    let taken = try take([unedited, last, Self.edit], together: true)
    #expect(taken.records.keys.sorted() == ["uuid:3"])
    #expect(taken.codes == ["INGEST-150", "INGEST-153"])
    #expect(taken.store.contents.superseded.reduce(0) { $0 + $1.count } == 2)
  }

  /// Tables taken in one after the other.
  private func take(tables: [String]) throws -> Taken {
    let form = try testForm(consent: "")
    return try IngestTests.take(
      tables.enumerated().map { (label: "\($0).csv", bytes: Array($1.utf8)) }, form: form)
  }

  @Test("KoboToolbox: a row that names another first version replaces what is known of that", arguments: [true, false])
  func kobo(isXML: Bool) throws {
    let head = "words,_id,_uuid,_submission_time,meta/rootUuid\n"
    let first = "old,1,aa,2026-01-01T00:00:00,uuid:aa\nother,2,bb,2026-01-01T00:00:00,uuid:bb\n"
    let later = "new,1,cc,2026-01-01T00:00:00,uuid:aa\nother,2,bb,2026-01-01T00:00:00,uuid:bb\n"
    let taken: Taken
    if isXML {
      let form = try testForm(consent: "")
      taken = try IngestTests.take(
        [
          ("a.xml", Self.submission("uuid:aa", "<words>old</words>")),
          ("b.xml", Self.submission("uuid:bb", "<words>other</words>")), ("c.csv", Array((head + later).utf8)),
        ], form: form)
    } else {
      taken = try take(tables: [head + first, head + later, head + later + "\n"])
    }
    let words = Set(taken.records.values.compactMap { $0["words"] })
    #expect(words == ["new", "other"])
    #expect(
      taken.store.contents.superseded.flatMap { batch in (0..<batch.count).map { batch.keys[$0] } }
        == [isXML ? "uuid:aa" : "aa"])
  }

  @Test(
    "ODK Central: the row of another version than the first replaces it, in either order", arguments: [true, false])
  func central(isReversed: Bool) throws {
    let head = "SubmissionDate,words,meta-instanceID,KEY,Edits\n"
    let tables = [
      head + "2026-01-01T00:00:00Z,old,uuid:a,uuid:a,0\n", head + "2026-01-01T00:00:00Z,new,uuid:c,uuid:a,2\n",
    ]
    let taken = try take(tables: isReversed ? tables.reversed() : tables)
    #expect(taken.records.mapValues { $0["words"] } == ["uuid:c": "new"])
    #expect(taken.store.contents.superseded.map { $0.keys[0] } == ["uuid:a"])
    #expect(taken.report.total.quarantined == 0)
  }

  @Test("ODK Central without the key of the version: a row that was edited takes the place of the one with its key")
  func centralWithoutInstance() throws {
    let head = "SubmissionDate,words,KEY,Edits\n"
    let old = "2026-01-01T00:00:00Z,old,uuid:a,0\n2026-01-01T00:00:00Z,b,uuid:b,0\n"
    let new = "2026-01-01T00:00:00Z,new,uuid:a,1\n2026-01-01T00:00:00Z,c,uuid:b,0\n"
    let taken = try take(tables: [head + old, head + new, head + new.replacing("c,uuid:b", with: "b,uuid:b")])
    #expect(taken.records.mapValues { $0["words"] } == ["uuid:a": "new", "uuid:b": "b"])
    #expect(taken.store.contents.held.map(\.key) == ["uuid:b"])
    #expect(taken.store.contents.superseded.map { $0.keys[0] } == ["uuid:a"])
  }
}
