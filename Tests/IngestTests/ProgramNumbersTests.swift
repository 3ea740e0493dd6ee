import FormDefinition
import Ingest
import Responses
import Testing

/// Requirements:
/// 1. The column in which a program numbers its records is no answer, whatever questions are called.
/// 2. A table with the numbers of another survey is not taken in; a prefix tells the surveys apart.
@Suite("Numbers that programs give to records")
struct ProgramNumbersTests {
  private func form() throws -> Form {
    let survey = """
      type,name,label
      text,id,Mã đơn vị
      text,name,Họ tên
      integer,age,Tuổi
      """
    return try #require(
      Form.read(
        FormSheets(
          source: "f", sheets: ["survey": Array(survey.utf8), "choices": Array("list_name,name,label\n".utf8)])
      )
      .form)
  }

  @Test("The first column of the program's own name is its own; a second one is the question's")
  func ownColumns() throws {
    let lime = "id,submitdate,lastpage,startlanguage,id,age\n1,2026-11-21,1,vi,DV-7,40\n"
    let taken = try take([("l.csv", Array(lime.utf8))], form: form())
    #expect(taken.record("1") == ["id": "DV-7", "age": "40"])
    #expect(!taken.codes.contains("INGEST-203") && !taken.codes.contains("INGEST-011"), "\(taken.codes)")
    let alone = "id,submitdate,lastpage,startlanguage,age\n1,2026-11-21,1,vi,40\n"
    let without = try take([("l.csv", Array(alone.utf8))], form: form())
    #expect(without.record("1") == ["age": "40"])
    #expect(without.codes.contains("INGEST-203"))
    let microsoft = "ID,Start time,Completion time,Email,Name,Mã đơn vị,Tuổi\n1,x,y,a,Simulated,DV-7,40\n"
    let labelled = try take([("m.csv", Array(microsoft.utf8))], form: form())
    #expect(labelled.record("1") == ["id": "DV-7", "age": "40"], "the account's name is no answer")
    #expect(labelled.report.findingCounts["INGEST-203"] == 1)
    // Who says that it is the answer is believed.
    var mapping = ColumnMapping(key: "age")
    mapping.columns = ["id": "id"]
    let said = try take([("l.csv", Array(alone.utf8))], form: form(), options: IngestOptions(mapping: mapping))
    #expect(said.record("40") == ["id": "1", "age": "40"])
  }

  private func export(_ ages: [Int]) -> [UInt8] {
    let rows = ages.enumerated().map { "\($0 + 1),x,y,anonymous,,\($1)\n" }.joined()
    return Array(("ID,Start time,Completion time,Email,Name,Tuổi\n" + rows).utf8)
  }

  private func counts(_ total: IngestAccounting) -> [Int] {
    [total.read, total.accepted, total.identical, total.quarantined]
  }

  @Test("Another survey's numbers are refused as a whole; a later export of the same survey is not")
  func surveys() throws {
    let other = try take([("1.csv", export([30, 31, 32])), ("2.csv", export([50, 31, 52, 53]))], form: form())
    #expect(other.report.total == IngestAccounting())
    #expect(other.codes.contains("INGEST-202"))
    #expect(other.records.count == 3 && other.store.contents.held.isEmpty)
    let later = try take([("1.csv", export([30, 31, 32])), ("2.csv", export([30, 31, 35, 36]))], form: form())
    #expect(counts(later.report.total) == [4, 1, 2, 1])
    #expect(!later.codes.contains("INGEST-202"))
  }

  @Test("A prefix makes keys of numbers; the same file under the same prefix is known")
  func prefixes() throws {
    let (mapping, findings) = try ColumnMapping.read(bytes: Array("key_prefix: B-\n".utf8), source: "m.yaml")
    #expect(mapping.keyPrefix == "B-" && findings.isEmpty)
    #expect(try !ColumnMapping.read(bytes: Array("key_prefix: \"a b\"\n".utf8), source: "m.yaml").diagnostics.isEmpty)
    let form = try form()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    func ingest(_ bytes: [UInt8], _ mapping: ColumnMapping) throws -> IngestAccounting {
      let options = IngestOptions(mapping: mapping)
      return try IngestSession(form: form, layout: store.layout, writer: store, options: options)
        .ingest(bytes: bytes, label: "t.csv").total
    }
    #expect(try ingest(export([30, 31]), ColumnMapping()).accepted == 2)
    #expect(try ingest(export([50, 51, 52]), mapping).accepted == 3)
    #expect(try counts(ingest(export([50, 51, 52, 53]), mapping)) == [4, 1, 3, 0])
    let keys = store.contents.batches.flatMap { batch in (0..<batch.count).map { batch.keys[$0] } }
    #expect(keys.sorted() == ["1", "2", "B-1", "B-2", "B-3", "B-4"])
  }

  @Test("A held record that would come back without its prefix stays held")
  func lostPrefix() throws {
    var mapping = ColumnMapping()
    mapping.keyPrefix = "B-"
    let table = Array(String(decoding: export([30]), as: UTF8.self).replacing("30", with: "x").utf8)
    let first = try take([("t.csv", table)], form: form(), options: IngestOptions(mapping: mapping))
    #expect(first.store.contents.held.map(\.key) == ["B-1"])
    let source = try #require(first.store.contents.sources.first).description.sha256
    var revision = RecordRevisions.Revision()
    (revision.answers, revision.heldKey) = (["age": "40"], "B-1")
    for (prefix, isTaken) in [("", false), ("B-", true)] {
      mapping.keyPrefix = prefix
      var options = IngestOptions(mapping: mapping)
      options.revisions = RecordRevisions([RecordRevisions.Place(sha256: source, number: 1): revision])
      let second = try take([("t.csv", table)], form: form(), options: options)
      #expect(second.report.total.accepted == (isTaken ? 1 : 0), "\(second.codes)")
      #expect(second.codes.contains("INGEST-174") == !isTaken)
    }
  }
}
