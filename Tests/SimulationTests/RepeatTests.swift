import Diagnostics
import FormDefinition
import Ingest
import Responses
import Simulation
import Testing

@Suite("Simulated rows of repeats")
struct RepeatTests {
  /// What taking in the first submissions of a form says.
  private func take(_ form: Form, count: Int, seed: UInt64 = 7) throws -> (IngestReport, InMemoryRecordStore) {
    let layout = RecordLayout(form: form)
    let store = InMemoryRecordStore(layout: layout)
    let simulator = AnswerSimulator(form: form, seed: seed)
    var report = IngestReport()
    var total = IngestAccounting()
    for number in 1...count {
      // After the days of the simulation, so that no date lies in the future.
      let options = IngestOptions(now: (1_830_000_000_000, 420))
      let session = try IngestSession(form: form, layout: layout, writer: store, options: options)
      report = try session.ingest(bytes: Array(simulator.submission(number: number).utf8), label: "\(number).xml")
      #expect(report.diagnostics.filter { $0.severity == .error }.map { $0.line(in: .english) } == [])
      total += report.total
    }
    #expect(simulator.diagnostics.isEmpty)
    report.total = total
    return (report, store)
  }

  @Test(
    "every submission of the project's forms with repeats is accepted",
    arguments: ["bm-01", "bm-03", "bm-05", "bm-06", "pks-02"])
  func projectForms(name: String) throws {
    let (report, store) = try take(try projectForm(name), count: 60)
    #expect(report.total.accepted + report.total.declined == 60)
    let rows = store.contents.batches.flatMap { $0.repeats.map(\.count) }.reduce(0, +)
    #expect(rows > 40)
  }

  @Test("rows obey conditions that look out of them, and answers outside see the rows")
  func lookingAround() throws {
    let form = try inlineForm(
      columns: "type,name,label,required,relevant,constraint,calculation,choice_filter,repeat_count",
      survey: """
        integer,rows,Rows,yes,,. >= 2 and . <= 5,,,
        integer,limit,Limit,yes,,. >= 10 and . <= 20,,,
        begin repeat,r,R,,,,,,${rows}
        integer,a,A,yes,,. <= ${limit} and . >= 0,,,
        begin repeat,s,S,,${a} > 5,,,,2
        integer,b,B,yes,,. > ${a} and . < 30,,,
        end repeat,,,,,,,,
        calculate,most,,,,,max(${b}),,
        end repeat,,,,,,,,
        calculate,total,,,,,sum(${a}),,
        integer,again,Again,yes,,. = ${total},,,
        text,why,Why,yes,count(${s}) > 4,,,,
        """)
    let (report, store) = try take(form, count: 100)
    #expect(report.total.accepted == 100)
    let layout = store.layout
    let rowsField = try #require(layout.index(of: "rows"))
    let total = try #require(layout.index(of: "total"))
    for batch in store.contents.batches {
      #expect(batch.columns[rowsField]?.text(at: 0, of: layout.fields[rowsField]) == "\(batch.repeats[0].count)")
      let column = batch.repeats[0].columns[0]
      let sum = (0..<batch.repeats[0].count).reduce(0) {
        $0 + (Int(column?.text(at: $1, of: layout.repeats[0].fields[0]) ?? "") ?? 0)
      }
      #expect(batch.columns[total]?.text(at: 0, of: layout.fields[total]) == "\(sum)")
    }
  }

  @Test("a record follows from the seed and its number alone")
  func determinism() throws {
    let form = try projectForm("bm-01")
    let one = AnswerSimulator(form: form, seed: 5)
    let numbers = [3, 1, 2]
    let texts = numbers.map { one.submission(number: $0) }
    #expect(texts == numbers.map { AnswerSimulator(form: form, seed: 5).submission(number: $0) })
    #expect(Set(texts).count == 3)
  }
}
