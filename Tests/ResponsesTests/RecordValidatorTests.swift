import FormDefinition
import Responses
import Testing

@Suite("Rules of a form")
struct RecordValidatorTests {
  private func form(_ rows: [String]) throws -> Form {
    let survey = "type,name,label,required,relevant,constraint\n" + rows.joined(separator: "\n") + "\n"
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

  /// Validates records given as texts, one array per record.
  private func validate(_ form: Form, _ records: [[String]]) -> (breaches: [RuleBreach], answers: [[String?]]) {
    let layout = RecordLayout(form: form)
    var builders = layout.fields.map(ColumnBuilder.init)
    for record in records {
      for (field, text) in record.enumerated() { #expect(builders[field].append(Array(text.utf8).span) == nil) }
    }
    var columns: [AnswerColumn] = []
    for field in builders.indices { columns.append(builders[field].finish()) }
    var validator = RecordValidator(form: form, layout: layout, now: (1_765_756_800_000, 420))
    let breaches = validator.validate(
      &columns, count: records.count, present: Array(repeating: true, count: columns.count))
    let answers = records.indices.map { row in
      columns.indices.map { column -> String? in
        columns[column].state(at: row) == .notShown ? nil : columns[column].text(at: row, of: layout.fields[column])
      }
    }
    return (breaches, answers)
  }

  @Test("What hangs on a dropped answer is dropped too, whatever the order of the questions")
  func cascade() throws {
    let form = try form([
      "text,third,T,,${second} = 'yes',", "select_one yn,first,F,,,", "select_one yn,second,S,,${first} = 'yes',",
    ])
    let result = validate(form, [["x", "no", "yes"], ["x", "yes", "yes"], ["", "yes", "no"], ["", "", ""]])
    #expect(result.answers[0] == [nil, "no", nil])
    #expect(result.answers[1] == ["x", "yes", "yes"])
    #expect(result.answers[2] == [nil, "yes", "no"])
    #expect(result.answers[3] == [nil, "", nil])
    #expect(result.breaches.map(\.kind) == [.notShown, .notShown])
    #expect(result.breaches.allSatisfy { $0.row == 0 })
    #expect(Set(result.breaches.map(\.found)) == ["yes", "x"])
  }

  @Test("A group's condition hides its questions; required counts only where the question is shown")
  func groups() throws {
    let form = try form([
      "select_one yn,a,A,yes,,", "begin group,g,G,,${a} = 'yes',", "integer,b,B,yes,,", "integer,c,C,,${b} > 5,",
      "end group,,,,,",
    ])
    let result = validate(
      form, [["yes", "", ""], ["no", "", ""], ["yes", "6", ""], ["yes", "5", "1"], ["", "", ""]])
    #expect(result.answers[1] == ["no", nil, nil])
    #expect(result.answers[2] == ["yes", "6", ""])
    #expect(result.answers[3] == ["yes", "5", nil])
    #expect(result.breaches.filter { $0.kind == .required }.map { [$0.row, $0.field] } == [[4, 0], [0, 1]])
  }

  @Test("Constraints see the answer and others; blanks are not held against them")
  func constraints() throws {
    let form = try form(["integer,low,L,,,", "integer,high,H,,,. > ${low}", "text,name,N,,,string-length(.) < 4"])
    let result = validate(form, [["1", "2", "abc"], ["2", "1", "abcd"], ["2", "", ""], ["1", "2", "ế"]])
    #expect(result.breaches.map { [$0.row, $0.field] } == [[1, 1], [1, 2]])
    #expect(result.breaches.map(\.kind) == [.constraint, .constraint])
  }

  @Test("Conditions that turn in a circle come to an end")
  func circles() throws {
    let form = try form(["select_one yn,a,A,,${b} = 'yes',", "select_one yn,b,B,,${a} = 'yes',"])
    _ = validate(form, [["yes", "yes"], ["no", "yes"], ["", ""]])
  }

  @Test("A rule gives each combination of answers the truth that it has alone")
  func memory() throws {
    let form = try form([
      "select_one yn,a,A,,,", "select_one yn,b,B,,,", "integer,c,C,,,", "text,d,D,,${a} = 'yes' and ${b} != 'yes',",
      "text,e,E,,${c} mod 2 = 0,", "text,f,F,,${a} = 'yes' and ${c} > 1,",
    ])
    var records: [[String]] = []
    for a in ["", "yes", "no"] {
      for b in ["", "yes", "no"] { for c in ["", "0", "1", "2", "3"] { records.append([a, b, c, "", "", ""]) } }
    }
    let together = validate(form, records).answers
    for (index, record) in records.enumerated() { #expect(validate(form, [record]).answers[0] == together[index]) }
    for answers in together {
      #expect((answers[3] != nil) == (answers[0] == "yes" && answers[1] != "yes"))
      #expect((answers[4] != nil) == (answers[2].flatMap(Int.init).map { $0 % 2 == 0 } ?? false))
    }
  }
}
