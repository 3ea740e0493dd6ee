import FormDefinition
import Responses
import Testing

/// Requirements:
/// 1. A calculated value that came in is compared with the one that the record's answers give.
/// 2. Numbers agree within a tolerance, texts and dates sign by sign; what did not come is not judged.
/// 3. What only the device could compute, or what hangs on the moment, is not judged and listed.
@Suite("Calculated values worked out again")
struct CalculationTests {
  private func form(_ rows: [String]) throws -> Form {
    let survey = "type,name,label,relevant,calculation,trigger\n" + rows.joined(separator: "\n") + "\n"
    let choices = "list_name,name,label\nyn,yes,Yes\nyn,no,No\n"
    let reading = Form.read(
      FormSheets(
        source: "f",
        sheets: [
          "survey": Array(survey.utf8), "choices": Array(choices.utf8),
          "settings": Array("form_title,form_id\nT,t\n".utf8),
        ]))
    return try #require(reading.form)
  }

  /// What is found about records given as texts, one array per record.
  private func breaches(_ form: Form, _ records: [[String]], present: [Bool]? = nil) -> [RuleBreach] {
    let layout = RecordLayout(form: form)
    var builders = layout.fields.map(ColumnBuilder.init)
    for record in records {
      for (field, text) in record.enumerated() { #expect(builders[field].append(Array(text.utf8).span) == nil) }
    }
    var columns: [AnswerColumn] = []
    for field in builders.indices { columns.append(builders[field].finish()) }
    var validator = RecordValidator(form: form, layout: layout, now: (1_765_756_800_000, 420))
    return validator.validate(
      &columns, count: records.count, present: present ?? Array(repeating: true, count: columns.count))
  }

  @Test(
    "Numbers, truth values, dates and texts are compared each in their way",
    arguments: [
      ("${a} + ${b}", "3", true), ("${a} + ${b}", "3.0", true), ("${a} + ${b}", "3.0000001", true),
      ("${a} + ${b}", "3.01", false), ("${a} div 3", "0.333333", true), ("${a} div 3", "0.33", false),
      ("${a} = 1", "true", true), ("${a} = 1", "TRUE", true), ("${a} = 1", "1", true), ("${a} = 1", "false", false),
      ("concat(${day}, '')", "2026-12-15", true), ("concat(${day}, '')", "2026-12-16", false),
      ("if(${yes} = 'yes', 'có', 'không')", "có", true), ("if(${yes} = 'yes', 'có', 'không')", "Có", false),
      ("${a} div 0", "Infinity", true), ("number('x')", "NaN", true), ("${a} + ${b}", "", true),
    ])
  func compared(_ expression: String, _ value: String, _ agrees: Bool) throws {
    let form = try form([
      "integer,a,A,,,", "integer,b,B,,,", "date,day,D,,,", "select_one yn,yes,Y,,,",
      "calculate,c,,,\"\(expression)\",",
    ])
    let found = breaches(form, [["1", "2", "2026-12-15", "yes", value]])
    #expect(found.isEmpty == agrees, "\(found)")
    if !agrees {
      #expect(found.map(\.field) == [4])
      guard case .notAsCalculated? = found.first?.kind else {
        Issue.record("\(found)")
        return
      }
      #expect(found.first?.found == value)
    }
  }

  @Test("A value that hangs on coded answers is judged row by row; one without its answers in the source is not")
  func coded() throws {
    let form = try form(["select_one yn,y,Y,,,", "calculate,c,,,\"if(${y} = 'yes', 1, 0)\","])
    let records = [["yes", "1"], ["no", "1"], ["yes", "0"], ["no", "0"], ["", "0"]]
    #expect(breaches(form, records).map(\.row) == [1, 2])
    #expect(breaches(form, records, present: [false, true]).isEmpty)
    #expect(breaches(form, records, present: [true, false]).isEmpty)
  }

  @Test("Answers that were not shown count for nothing, and a value that was not shown is not judged")
  func hidden() throws {
    let form = try form([
      "select_one yn,y,Y,,,", "integer,n,N,${y} = 'yes',,", "calculate,c,,,\"coalesce(${n}, 0) * 2\",",
      "calculate,d,,${y} = 'yes',${n} + 1,",
    ])
    let found = breaches(form, [["yes", "4", "8", "5"], ["no", "4", "8", "5"], ["no", "", "0", ""]])
    // The dropped answers, and a value that was worked out with one of them.
    #expect(found.filter { $0.kind == .notShown }.map(\.field).sorted() == [1, 3])
    #expect(found.filter { $0.kind != .notShown }.map { [$0.row, $0.field] } == [[1, 2]])
  }

  @Test(
    "Several choices count in whatever order they were made; where the order decides, several are not judged",
    arguments: [
      ("${m}", "no yes", true), ("${m}", "yes no", true), ("${m}", "yes", false), ("${m}", "no maybe", false),
      ("concat('x ', ${m}, '.')", "x no yes.", true), ("concat('x ', ${m}, '.')", "no yes.", false),
      ("if(${m} != '', ${m}, '-')", "no yes", true), ("if(${m} != '', ${m}, '-')", "-", false),
      ("selected-at(${m}, 0)", "no", true), ("selected-at(${m}, 0)", "yes", true),
      ("if(${m} = 'no yes', 1, 0)", "1", true), ("if(${m} = 'no', 1, 0)", "1", false),
      ("count-selected(${m})", "3", false), ("if(selected(${m}, 'no'), 1, 0)", "0", false),
      ("if(${m} = ${k}, 1, 0)", "1", true), ("string-length(${m})", "9", false), ("concat(${one}, '')", "on", false),
    ])
  func severalChoices(_ expression: String, _ value: String, _ agrees: Bool) throws {
    let form = try form([
      "select_multiple yn,m,M,,,", "select_multiple yn,k,K,,,", "text,one,O,,,", "calculate,c,,,\"\(expression)\",",
    ])
    let found = breaches(form, [["no yes", "yes", "no", value]])
    #expect(found.isEmpty == agrees, "\(found)")
    // With one choice nothing hangs on the order.
    let alone = breaches(form, [["no", "no", "no", "maybe"]])
    #expect(alone.map(\.field) == [3])
  }

  @Test("What the device alone knows, the moment, and values set at a change of an answer are not judged but listed")
  func unjudged() throws {
    let form = try form([
      "integer,a,A,,,", "calculate,r,,,random(),", "calculate,u,,,uuid(),", "calculate,o,,,once(${a}),",
      "calculate,n,,,now(),", "calculate,t,,,\"concat(today(), ${a})\",", "calculate,g,,,${a} + 1,${a}",
      "calculate,k,,,${a} + 1,",
    ])
    #expect(breaches(form, [["1", "x", "x", "x", "x", "x", "x", "2"]]).isEmpty)
    let validator = RecordValidator(form: form, layout: RecordLayout(form: form), now: (0, 420))
    #expect(validator.unjudged.map(\.question) == ["r", "u", "o", "n", "t", "g"])
    #expect(Set(validator.unjudged.map(\.column)) == ["calculation"])
  }
}
