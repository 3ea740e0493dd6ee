import Diagnostics
import FormDefinition
import Ingest
import Responses
import Testing

/// A writer that fails after some batches.
private final class FailingWriter: RecordWriter {
  let layout: RecordLayout
  private let store: InMemoryRecordStore
  private var batchesLeft: Int

  init(_ layout: RecordLayout, batches: Int) {
    self.layout = layout
    store = InMemoryRecordStore(layout: layout)
    batchesLeft = batches
  }

  func begin() { store.begin() }
  func accounting(ofSourceWithSHA256 sha256: String) -> IngestAccounting? { nil }
  func openSources(_ sources: [SourceDescription]) { store.openSources(sources) }
  func append(_ batch: RecordBatch, originals: [[UInt8]]?) throws(StageFailure) -> [RecordOutcome] {
    guard batchesLeft > 0 else {
      throw StageFailure(Diagnostic(.storeNotWritten, ["detail": "full"]), exitCode: .cannotWrite)
    }
    batchesLeft -= 1
    return store.append(batch, originals: originals)
  }
  func hold(_ records: [HeldRecord]) { store.hold(records) }
  func closeSources(_ accountings: [IngestAccounting]) { store.closeSources(accountings) }
  func commit() { store.commit() }
  func rollBack() { store.rollBack() }
}

@Suite("Tables read on several threads")
struct LargeTableTests {
  /// Rows of a table: some ragged, some with a foreign byte, an unreadable number or a text in pieces.
  private func rows(_ range: Range<Int>) -> String {
    range.map { number in
      let words =
        switch number % 50 {
        case 7: "\"có, dấu \"\"phẩy\"\"\nvà dòng mới\""
        case 9: "tie\u{302}\u{301}ng"
        default: "Ý kiến của trí thức về nhà ở"
        }
      let age = number % 1009 == 5 ? "nhiều" : "\(18 + number % 80)"
      return "k\(number),\(number % 2 == 0 ? "yes" : "no"),\(age),\(words)\(number % 997 == 3 ? ",thừa" : "")\n"
    }.joined()
  }

  private let header = "KEY,agree,age,words\n"

  @Test("A large table gives the records and findings that its parts give one by one")
  func sameAsParts() throws {
    let count = 40_000
    let whole = try take([("t.csv", Array((header + rows(0..<count)).utf8))])
    #expect(whole.store.contents.sources[0].description.byteCount > 1 << 20)
    let size = 8000
    let parts = try take(
      stride(from: 0, to: count, by: size).map { start in
        ("t\(start).csv", Array((header + rows(start..<(start + size))).utf8))
      })
    var total = IngestAccounting()
    for source in parts.store.contents.sources { total += source.accounting }
    #expect(total == whole.report.total)
    #expect(whole.report.total.quarantined > 50)
    #expect(whole.records == parts.records)
    #expect(Set(whole.store.contents.held.map(\.original)) == Set(parts.store.contents.held.map(\.original)))
    #expect(whole.records["k9"]?["words"] == "tiếng")
    #expect(whole.records["k7"]?["words"] == "có, dấu \"phẩy\"\nvà dòng mới")
  }

  @Test("A quote that is never closed in a large table leaves the rows before it")
  func openQuote() throws {
    let whole = try take([("t.csv", Array((header + rows(0..<40_000) + "last,yes,20,\"open\n" + rows(0..<5)).utf8))])
    #expect(whole.report.total.balances)
    #expect(whole.codes.contains("INGEST-030"))
    #expect(whole.records["k39999"] != nil)
  }

  @Test("When the store fails, the reading ends with its failure", arguments: [0, 1])
  func failure(batches: Int) throws {
    let form = try testForm()
    let layout = RecordLayout(form: form)
    let session = try IngestSession(form: form, layout: layout, writer: FailingWriter(layout, batches: batches))
    let bytes = Array((header + rows(0..<150_000)).utf8)
    let failure = #expect(throws: StageFailure.self) { try session.ingest(bytes: bytes, label: "t.csv") }
    #expect(failure?.exitCode == .cannotWrite)
  }
}
