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
}
