import Diagnostics
import FormDefinition
import Ingest
import Responses
import Testing

/// Numbers, days and choices as people write them; all simulated.
@Suite("Notations of cells")
struct NotationTests {
  private func column(
    _ question: String, _ cells: [String], mapping: ColumnMapping = ColumnMapping()
  ) throws -> (answers: [String?], taken: Taken) {
    var mapping = mapping
    mapping.key = "id"
    let rows = cells.enumerated().map { "\($0.offset + 1);\($0.element)" }
    let taken = try takeDialect("id;\(question)\n" + rows.joined(separator: "\n") + "\n", mapping: mapping)
    let records = taken.records
    return (cells.indices.map { records[String($0 + 1)]?[question] }, taken)
  }

  @Test(
    "Decimals are read as their column shows; nil is held",
    arguments: [
      (["1.234", "2.5"], ["1.234", "2.5"]), (["1.234", "2,5"], ["1234", "2.5"]), (["1.234"], [nil]),
      (["1,234", "2.5"], ["1234", "2.5"]), (["1,234", "2,5"], ["1.234", "2.5"]), (["1,234"], [nil]),
      (["2.5", "2,5", "1.234"], ["2.5", "2.5", nil]), (["1.234.567", "1.234"], ["1234567", "1234"]),
      (["1.234,56"], ["1234.56"]), (["1,234.56"], ["1234.56"]), (["0.125"], ["0.125"]), (["0,125"], ["0.125"]),
      (["1 234,5"], ["1234.5"]), (["1\u{A0}234"], ["1234"]), (["-2,5"], ["-2.5"]), (["1.23.4"], [nil]),
      (["1,2,3"], [nil]),
      (["12.34,5"], [nil]), (["1e3"], ["1000"]), ([",5"], ["0.5"]), (["5,"], [nil]),
      (["1.2345", "1.234"], ["1.2345", "1.234"]),
    ] as [([String], [String?])])
  func decimals(cells: [String], expected: [String?]) throws {
    let found = try column("income", cells)
    #expect(found.answers == expected)
    #expect(found.taken.report.total.quarantined == expected.count { $0 == nil })
  }

  @Test("An ambiguous number is asked for once per column, and the mapping answers")
  func askedNumbers() throws {
    let asked = try column("income", ["1.234", "5", "7.890"])
    let note = try #require(asked.taken.report.diagnostics.first { $0.code == .numbersAmbiguous })
    #expect(note.field == "income" && note.arguments["count"] == "2")
    #expect(asked.taken.report.findingCounts["INGEST-105"] == 2)
    #expect(asked.answers == [nil, "5", nil])
    var mapping = ColumnMapping()
    mapping.decimalMark = .comma
    #expect(try column("income", ["1.234", "5", "7.890"], mapping: mapping).answers == ["1234", "5", "7890"])
    mapping.decimalMark = nil
    mapping.notations["income"] = ColumnMapping.Notation(decimalMark: .point)
    #expect(try column("income", ["1.234", "5", "7.890"], mapping: mapping).answers == ["1.234", "5", "7.89"])
  }

  @Test("A table whose records were held is read again once a mapping says more")
  func answered() throws {
    let form = try dialectForm()
    let layout = RecordLayout(form: form)
    let store = InMemoryRecordStore(layout: layout)
    let bytes = Array("KEY;income\n1;1.234\n2;5\n".utf8)
    func takeIn(_ mapping: ColumnMapping) throws -> IngestReport {
      let session = try IngestSession(
        form: form, layout: layout, writer: store, options: IngestOptions(mapping: mapping))
      return try session.ingest(bytes: bytes, label: "t.csv")
    }
    #expect(try takeIn(ColumnMapping()).total.quarantined == 1)
    #expect(try takeIn(ColumnMapping()).sources.first?.status == .unchanged)
    var mapping = ColumnMapping()
    mapping.decimalMark = .comma
    let answered = try takeIn(mapping)
    #expect(answered.total.accepted == 1 && answered.total.identical == 1 && answered.total.quarantined == 0)
    #expect(try takeIn(mapping).sources.first?.status == .unchanged)
  }

  @Test(
    "Whole numbers: thousands where decimals make no sense",
    arguments: [
      (["40.924"], ["40924"]), (["40.000", "40.924"], ["40000", "40924"]), (["40.000"], [nil]), (["3,0"], ["3"]),
      (["3.0", "1.234"], ["3", nil]), (["1.234", "1,234"], [nil, nil]), (["2,5"], [nil]), (["1 234"], ["1234"]),
      (["007"], ["7"]),
    ] as [([String], [String?])])
  func integers(cells: [String], expected: [String?]) throws {
    #expect(try column("age", cells).answers == expected)
  }

  @Test(
    "Days are read as their column shows; nil is held",
    arguments: [
      (["03/04/2026", "15/04/2026"], ["2026-04-03", "2026-04-15"]),
      (["03/04/2026", "04/15/2026"], ["2026-03-04", "2026-04-15"]), (["03/04/2026"], [nil]),
      (["15/04/2026", "04/15/2026", "03/04/2026"], ["2026-04-15", "2026-04-15", nil]), (["05/05/2026"], ["2026-05-05"]),
      (["2026-04-03", "3-4-2026", "31.12.2025"], ["2026-04-03", "2026-04-03", "2025-12-31"]),
      (["2026/04/03"], ["2026-04-03"]), (["31/02/2026"], [nil]), (["15/12/26"], [nil]), (["45285"], ["2023-12-25"]),
      (["1990"], [nil]), (["15/12/2026 0:00"], ["2026-12-15"]), (["15/12/2026 8:00"], [nil]),
    ] as [([String], [String?])])
  func days(cells: [String], expected: [String?]) throws {
    #expect(try column("born", cells).answers == expected)
  }

  @Test("Ambiguous days are asked for, and the mapping answers")
  func askedDays() throws {
    let asked = try column("born", ["03/04/2026", "05/06/2026"])
    #expect(asked.taken.report.diagnostics.first { $0.code == .datesAmbiguous }?.arguments["count"] == "2")
    #expect(asked.taken.report.findingCounts["INGEST-106"] == 2)
    var mapping = ColumnMapping()
    mapping.dateOrder = .dayFirst
    #expect(
      try column("born", ["03/04/2026", "05/06/2026"], mapping: mapping).answers == ["2026-04-03", "2026-06-05"])
  }

  @Test(
    "Moments as forms and spreadsheets write them",
    arguments: [
      ("21/11/2026 8:30:15", "2026-11-21T08:30:15.000+07:00"),
      ("2026/11/21 8:30:15 SA GMT+7", "2026-11-21T08:30:15.000+07:00"),
      ("2026/11/21 8:30:15 CH GMT+7", "2026-11-21T20:30:15.000+07:00"),
      ("11/21/2026 12:05 AM", "2026-11-21T00:05:00.000+07:00"),
      ("2026-11-21 08:30:15", "2026-11-21T08:30:15.000+07:00"), ("21/11/2026 8h30", "2026-11-21T08:30:00.000+07:00"),
      ("46347.5", "2026-11-21T12:00:00.000+07:00"), ("21/11/2026 25:00", nil), ("21/11/2026", nil),
    ] as [(String, String?)])
  func moments(cell: String, expected: String?) throws {
    #expect(try column("at", [cell]).answers == [expected])
  }

  @Test(
    "Choices are found by code, label in any language, both, in any spelling",
    arguments: [
      ("area", "02", "02"), ("area", "2", "02"), ("area", "2.0", "02"), ("area", "Đồng Nai", "02"),
      ("area", "Ðồng Nai", "02"), ("area", "ĐÔ\u{300}NG NAI", "02"), ("area", "dong nai", "02"),
      ("area", "02 – Đồng Nai", "02"),
      ("area", "02 - Đồng Nai", "02"), ("area", "02 – Đồng N", "02"), ("area", "3", nil), ("area", "Đồng Nái", nil),
      ("sex", "nữ", "female"), ("sex", "Female", "female"), ("sex", "  Nam ", "male"),
    ] as [(String, String, String?)])
  func choices(question: String, cell: String, expected: String?) throws {
    #expect(try column(question, [cell]).answers == [expected])
  }

  @Test("Several choices: whole labels first; what may be one choice or two is asked for")
  func severalChoices() throws {
    #expect(try column("needs", ["\"Lương, phụ cấp, Nhà ở\""]).answers == ["pay home"])
    #expect(try column("needs", ["Nhà ở/Lương, phụ cấp"]).answers == ["pay home"])
    #expect(try column("needs", ["\"pay; study\""]).answers == ["pay study"])
    #expect(try column("needs", ["\"Nhà ở, xe\""]).taken.report.findingCounts["INGEST-060"] == 1)
    let survey = "type,name,label\nselect_multiple n,needs,Needs\ntext,id,Id\n"
    let choices = "list_name,name,label\nn,a,\"Học, dạy\"\nn,b,Học\nn,c,Dạy\n"
    let form = try #require(
      Form.read(FormSheets(source: "f", sheets: ["survey": Array(survey.utf8), "choices": Array(choices.utf8)])).form)
    func read(_ cell: String, joiner: Character?) throws -> Taken {
      var mapping = ColumnMapping(key: "id")
      mapping.joiner = joiner
      return try take(
        [("t.csv", Array("id;needs\n1;\"\(cell)\"\n".utf8))], form: form, options: IngestOptions(mapping: mapping))
    }
    #expect(try read("Học, dạy", joiner: nil).report.findingCounts["INGEST-104"] == 1)
    #expect(try read("Học, dạy", joiner: ";").record("1")["needs"] == "a")
    #expect(try read("Học, dạy;Học", joiner: nil).record("1")["needs"] == "a b")
  }

  @Test("What stands beside Other in a form on the web becomes the choice and its text")
  func others() throws {
    let survey = """
      type,name,label
      select_one w or_other,work,Work
      select_multiple w or_other,all,All
      """
    let choices = "list_name,name,label\nw,a,\"Office, state\"\nw,b,School\n"
    let form = try #require(
      Form.read(FormSheets(source: "f", sheets: ["survey": Array(survey.utf8), "choices": Array(choices.utf8)])).form)
    let taken = try take(
      [
        (
          "t.csv",
          Array(
            """
            ID,Start time,Work,All
            1,x,"Office, state",School;
            2,x,Farm,"Office, state;School;own; shop"
            3,x,,own;School

            """.utf8)
        )
      ], form: form)
    #expect(taken.record("1") == ["work": "a", "all": "b"])
    #expect(taken.record("2")["work"] == "other" && taken.record("2")["work_other"] == "Farm")
    #expect(taken.record("2")["all"] == "a b other" && taken.record("2")["all_other"] == "own; shop")
    #expect(taken.report.total.quarantined == 1, "a choice behind other words: nobody knows what the words are")
  }

  @Test("A label that is another choice's code is asked for; the mapping says which is meant")
  func crossedLabels() throws {
    let survey = "type,name,label\nselect_one n,level,Level\ntext,id,Id\n"
    let choices = "list_name,name,label\nn,1,3\nn,2,2\nn,3,1\n"
    let form = try #require(
      Form.read(FormSheets(source: "f", sheets: ["survey": Array(survey.utf8), "choices": Array(choices.utf8)])).form)
    func read(_ style: ChoiceVocabulary.Style?) throws -> [String: [String: String]] {
      var mapping = ColumnMapping(key: "id")
      mapping.answers = style
      return try take(
        [("t.csv", Array("id,level\n1,1\n2,2\n".utf8))], form: form, options: IngestOptions(mapping: mapping)
      ).records
    }
    #expect(try read(nil).keys.sorted() == ["2"])
    #expect(try read(.names)["1"]?["level"] == "1")
    #expect(try read(.labels)["1"]?["level"] == "3")
  }

  @Test("A mapping gives columns, single notations and further texts of choices; null leaves a column out")
  func mapping() throws {
    let text = """
      decimal: ","
      dates: dmy
      language: vi
      answers: labels
      joiner: ";"
      columns:
        Năm sinh: {question: born, dates: mdy, decimal: "."}
        Ghi chú:
      values:
        sex:
          F: female
      """
    let reading = try ColumnMapping.read(bytes: Array(text.utf8), source: "m.yaml")
    #expect(reading.diagnostics == [])
    var mapping = reading.mapping
    #expect(mapping.decimalMark == .comma && mapping.dateOrder == .dayFirst && mapping.joiner == ";")
    #expect(mapping.notations["Năm sinh"] == ColumnMapping.Notation(decimalMark: .point, dateOrder: .monthFirst))
    mapping.key = "id"
    let taken = try takeDialect(
      "id;Năm sinh;Ghi chú;sex\n1;03/04/1990;x;F\n2;12/31/1990;y;Nam\n", mapping: mapping)
    #expect(taken.record("1")["born"] == "1990-03-04" && taken.record("1")["sex"] == "female")
    #expect(!taken.codes.contains("INGEST-009"))
    let wrong = try ColumnMapping.read(
      bytes: Array("decimal: x\ndates: ymd\nanswers: both\njoiner: abc\nvalues: 3\ncolumns:\n  a: {b: c}\n".utf8),
      source: "m.yaml")
    #expect(wrong.diagnostics.count == 6)
  }

  @Test("Blocks of any size give the same records where the column decides", arguments: [1, 7, 50])
  func blocks(size: Int) throws {
    var text = "id;income;born\n"
    for number in 1...40 { text += "\(number);1.\(100 + number);0\(number % 9 + 1)/03/2026\n" }
    text += "41;2,5;31/03/2026\n"
    var options = IngestOptions(mapping: ColumnMapping(key: "id"))
    options.blockByteCount = size
    let taken = try take([("t.csv", Array(text.utf8))], form: dialectForm(), options: options)
    #expect(taken.report.total.accepted == 41)
    #expect(taken.record("1")["income"] == "1101" && taken.record("8")["born"] == "2026-03-09")
  }
}
