import CivilCalendar
import Diagnostics
import FileSystem
import FormDefinition
import Ingest
import Responses
import Testing

@Suite("Sessions")
struct SessionTests {
  private let table = "id,agree,age\n1,yes,20\n2,no,30\n3,,17\n"
  private var keyed: IngestOptions { IngestOptions(mapping: ColumnMapping(key: "id")) }

  private func folder() throws -> String {
    let path = "/tmp/ykien-tests/\(UInt64.random(in: 0...UInt64.max))"
    try createFolders(at: path)
    return path
  }

  @Test("The same bytes change nothing; other bytes with the same records are identical or conflicting")
  func repetition() throws {
    let form = try testForm()
    let first = try take([("t.csv", Array(table.utf8))], form: form, options: keyed)
    #expect(first.report.total.accepted == 2)
    let again = try take([("t.csv", Array(table.utf8)), ("copy.csv", Array(table.utf8))], form: form, options: keyed)
    #expect(again.report.sources.map(\.status) == [.unchanged])
    #expect(again.report.total.identical == 2)
    #expect(again.report.total.quarantined == 1)
    #expect(again.store.contents.sources.count == 1)
    let resaved = "agree;id;age\r\nyes;1;20\r\nyes;2;30\r\n;3;17\r\n;4;40"
    let changed = try take(
      [("t.csv", Array(table.utf8)), ("t.csv", Array(resaved.utf8))], form: form, options: keyed)
    #expect(changed.report.total.identical == 1)
    #expect(changed.report.total.accepted == 1)
    #expect(changed.report.total.quarantined == 2)
    #expect(changed.codes.contains("INGEST-037"))
    #expect(changed.records["2"]?["agree"] == "no", "the record that was there first stays")
  }

  @Test("Rows without a key are told apart by their answers, their source and their ordinal")
  func derivedKeys() throws {
    let rows = ["yes,20", "no,30", "yes,20", ",40"]
    let straight = "agree,age\n" + rows.joined(separator: "\n")
    let reversed = "agree,age\n" + rows.reversed().joined(separator: "\r\n") + "\r\n"
    let both = try take([("t.csv", Array(straight.utf8)), ("t.csv", Array(reversed.utf8))])
    #expect(both.store.recordCount == 4)
    #expect(both.report.total.identical == 4, "a file re-saved in another order changes nothing")
    let elsewhere = try take([("t.csv", Array(straight.utf8)), ("u.csv", Array(reversed.utf8))])
    #expect(elsewhere.store.recordCount == 8)
  }

  @Test("Records without consent are counted and leave no trace, be they right or wrong")
  func consent() throws {
    let form = try testForm(consent: "${agree} = 'yes'")
    let taken = try take(
      [("t.csv", Array("id,agree,age,sector\n1,yes,20,public\n2,no,30,\n3,,x,\n4,no,5,public\n".utf8))], form: form,
      options: keyed)
    #expect(taken.report.total.declined == 3)
    #expect(taken.report.total.accepted == 1)
    #expect(taken.store.contents.held.isEmpty)
    #expect(Set(taken.codes).isSubset(of: ["INGEST-010"]))
  }

  @Test("Records after the last day of their period are withheld, in their own time zone")
  func period() throws {
    let lastDay = try #require(CivilDay(year: 2026, month: 12, day: 14)?.number)
    var options = keyed
    options.period = IngestPeriod(field: "end", lastDay: lastDay)
    let taken = try take(
      [
        (
          "t.csv",
          Array(
            "id,end\n1,2026-12-14T23:59:59+07:00\n2,2026-12-15T00:00:00+07:00\n3,\n4,2026-12-14T20:00:00Z\n5,2026-12-14T23:30:00-05:00\n"
              .utf8)
        )
      ], options: options)
    #expect(taken.report.total.accepted == 4)
    #expect(taken.report.total.withheld == 1)
    #expect(taken.store.contents.held.map(\.key) == ["2"])
    #expect(taken.store.contents.held.map(\.disposition) == [.withheld])
  }

  @Test("A dry run says what would happen and changes nothing")
  func dryRun() throws {
    var options = keyed
    options.isDryRun = true
    let taken = try take(
      [("t.csv", Array(table.utf8)), ("s.xml", Array(SubmissionTests.submission("<agree>no</agree>").utf8))],
      options: options)
    #expect(taken.report.total.accepted == 1)
    #expect(taken.report.isDryRun)
    #expect(taken.store.recordCount == 0)
    #expect(taken.store.contents.sources.isEmpty)
  }

  @Test("Folders are read to their depth, a bad file holds up no other, and every record is accounted for")
  func folders() throws {
    let base = try folder()
    try createFolders(at: base + "/xã/b")
    for number in 0..<20 {
      let meta = "<meta><instanceID>uuid:\(number)</instanceID></meta>"
      let text = SubmissionTests.submission(number % 5 == 0 ? "<agree>?</agree>" : "<agree>no</agree>", meta: meta)
      try writeAtomically(Array(text.utf8), to: base + "/xã/b/\(number).xml")
    }
    try writeAtomically(Array("<data".utf8), to: base + "/broken.xml")
    try writeAtomically(Array(table.utf8), to: base + "/t.csv")
    try writeAtomically([0xFF, 0xD8], to: base + "/photo.jpg")
    try writeAtomically([], to: base + "/empty.zip")
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    let problems = base + "/problems.csv"
    var options = keyed
    options.problemsPath = problems
    var steps: [IngestProgress] = []
    let session = try IngestSession(form: form, layout: store.layout, writer: store, options: options)
    let report = try session.ingest(paths: [base]) { steps.append($0) }
    #expect(report.total.read == 24)
    #expect(report.total.accepted == 18)
    #expect(report.total.quarantined == 6)
    #expect(report.total.balances)
    #expect(steps.last?.sourcesDone == 23)
    #expect(report.sources.count { $0.status == .unusable } == 1)
    #expect(store.contents.held.count == 6)
    #expect(fileStatus(at: problems)?.mode == 0o600)
    let written = String(decoding: try readFile(at: problems), as: UTF8.self)
    #expect(written.contains("INGEST-060"))
    #expect(written.contains(",?,"), "the answer itself is in the problems file")
    #expect(written.contains("broken.xml"))
    let again = try IngestSession(form: form, layout: store.layout, writer: store, options: keyed).ingest(paths: [base])
    #expect(again.total.read == 24 && again.total.accepted == 0)
  }

  @Test("A path that is not there fails before anything is read")
  func missing() throws {
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    let session = try IngestSession(form: form, layout: store.layout, writer: store)
    let failure = #expect(throws: StageFailure.self) { try session.ingest(paths: ["/none/a.csv"]) }
    #expect(failure?.exitCode == .missingInput)
  }

  @Test("A group of several submissions of one content is one record")
  func copies() throws {
    let base = try folder()
    for name in ["a.xml", "b.xml", "c.xml"] {
      try writeAtomically(Array(SubmissionTests.submission("<agree>no</agree>").utf8), to: base + "/" + name)
    }
    let form = try testForm()
    let store = InMemoryRecordStore(layout: RecordLayout(form: form))
    let report = try IngestSession(form: form, layout: store.layout, writer: store).ingest(paths: [base])
    #expect(report.total.accepted == 1)
    #expect(report.total.identical == 2)
    #expect(store.recordCount == 1)
  }

  @Test("The order of rows changes no record")
  func rowOrder() throws {
    let rows = (1...200).map { "\($0),\(["yes", "no", ""][$0 % 3]),\(10 + $0 % 60),\(["public", ""][$0 % 2])" }
    let header = "id,agree,age,sector\n"
    let straight = try take([("t.csv", Array((header + rows.joined(separator: "\n")).utf8))], options: keyed)
    let reversed = try take([("t.csv", Array((header + rows.reversed().joined(separator: "\n")).utf8))], options: keyed)
    #expect(straight.records == reversed.records)
    #expect(straight.report.total == reversed.report.total)
    #expect(straight.report.total.quarantined > 0)
  }

  @Test("Findings beyond the limit are counted")
  func manyFindings() throws {
    let text = "id,age\n" + (1...100).map { "\($0),x" }.joined(separator: "\n")
    var options = keyed
    options.diagnosticsPerCode = 5
    let taken = try take([("t.csv", Array(text.utf8))], options: options)
    #expect(taken.report.diagnostics.count { $0.code == .answerNotAnInteger } == 5)
    #expect(taken.report.findingCounts["INGEST-062"] == 100)
    let omitted = try #require(taken.report.diagnostics.first { $0.code == .diagnosticsOmitted })
    #expect(omitted.arguments["count"] == "95")
  }

  @Test("A mapping file is read with the place of every mistake")
  func mappings() throws {
    let good = try ColumnMapping.read(
      bytes: Array("key: Mã phiếu\nseparator: \";\"\nmissing: [NA, n/a]\ncolumns:\n  Tuổi: age\n".utf8),
      source: "m.yaml")
    #expect(good.diagnostics.isEmpty)
    #expect(
      good.mapping
        == ColumnMapping(key: "Mã phiếu", columns: ["Tuổi": "age"], missing: ["NA", "n/a"], separator: ";"))
    let bad = try ColumnMapping.read(bytes: Array("keys: id\nseparator: abc\ncolumns: x\n".utf8), source: "m.yaml")
    #expect(bad.diagnostics.map { $0.position?.line } == [1, 2, 3])
  }

  @Test("A choice that the filter does not offer is quarantined, and a rule that judges nobody is told once")
  func choiceFilter() throws {
    let survey = """
      type,name,label,constraint,choice_filter
      select_one provinces,province,P,,
      select_one districts,district,D,,province = ${province}
      text,words,W,random() > 2,
      """
    let choices =
      "list_name,name,label,province\nprovinces,p1,P,\nprovinces,p2,P,\ndistricts,d1,D,p1\ndistricts,d2,D,p2\n"
    let reading = Form.read(
      FormSheets(
        source: "forms/x",
        sheets: [
          "survey": Array(survey.utf8), "choices": Array(choices.utf8), "settings": Array("form_id\nx\n".utf8),
        ]))
    let form = try #require(reading.form)
    let taken = try takeTable("province,district,words\np1,d1,a\np1,d2,b\np2,,c\n", form: form)
    #expect(taken.report.total.accepted == 2)
    #expect(taken.report.total.quarantined == 1)
    #expect(taken.report.findingCounts["INGEST-073"] == 1)
    #expect(taken.report.findingCounts["INGEST-018"] == 1)
    let finding = try #require(taken.store.contents.held.first?.diagnostics.first)
    #expect(finding.restrictedValue == "d2")
    #expect(finding.arguments == ["filter": "province = ${province}"])
    for language in InterfaceLanguage.allCases { #expect(!finding.line(in: language).contains("d2")) }
  }
}
