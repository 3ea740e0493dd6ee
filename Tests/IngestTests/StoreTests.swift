import FileSystem
import FormDefinition
import Ingest
import ResponseStore
import Responses
import Testing

@Suite("Ingest into SQLite")
struct StoreTests {
  @Test("Tables and submissions lie in the store once, whatever is taken in twice; the sources' accountings balance")
  func roundTrip() throws {
    let base = "/tmp/ykien-tests/\(UInt64.random(in: 0...UInt64.max))"
    try createFolders(at: base + "/in")
    let rows = (1...500).map { "k\($0),\(["yes", "no"][$0 % 2]),\(18 + $0 % 60),\($0 % 2 == 0 ? "public" : "")" }
    try writeAtomically(Array(("KEY,agree,age,sector\n" + rows.joined(separator: "\n")).utf8), to: base + "/in/t.csv")
    for number in 0..<50 {
      let meta = "<meta><instanceID>uuid:\(number)</instanceID></meta>"
      let text = number == 7 ? "<broken" : SubmissionTests.submission("<agree>no</agree>", meta: meta)
      try writeAtomically(Array(text.utf8), to: base + "/in/\(number).xml")
    }
    let form = try testForm()
    let layout = RecordLayout(form: form)
    for pass in 1...2 {
      let store = try SQLiteResponseStore.open(path: base + "/s.sqlite")
      let session = try IngestSession(form: form, layout: layout, writer: store.writer(for: layout))
      let report = try session.ingest(paths: [base + "/in"])
      #expect(report.total.read == 550)
      #expect(report.total.quarantined == 1)
      #expect(pass == 1 ? report.total.accepted == 549 : report.total.identical == 549)
      let recordCount = try store.records(of: layout).recordCount
      #expect(recordCount == 549)
      let sources = try store.sources(ofForm: form.identifier)
      #expect(sources.count == 51)
      #expect(sources.allSatisfy { $0.accounting.balances })
    }
  }
}
