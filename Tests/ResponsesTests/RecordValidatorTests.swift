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

  @Test(
    "A rule that only a device can compute judges no record and is listed",
    arguments: [
      "text,q,Q,,,random() > 2", "text,q,Q,,,\"digest(., 'MD5') = 'x'\"", "text,q,Q,,,\"regex(., '(?=x)y')\"",
      "text,q,Q,,,\"pulldata('f','a','b',.) = 'x'\"", "text,q,Q,,,. = once('y')", "text,q,Q,,,position(..) = 3",
    ])
  func uncomputableConstraint(row: String) throws {
    let form = try form([row])
    let result = validate(form, [["x"], ["y"], [""]])
    #expect(result.breaches == [])
    let validator = RecordValidator(form: form, layout: RecordLayout(form: form), now: (0, 420))
    #expect(validator.unjudged.map { [$0.question, $0.column] } == [["q", "constraint"]])
  }

  @Test("A condition that cannot be computed hides nothing, but the others around the question still do")
  func uncomputableRelevance() throws {
    let form = try form([
      "select_one yn,a,A,,,", "begin group,g,G,,${a} = 'yes',", "text,q,Q,yes,random() > 2,", "end group,,,,,",
      "text,r,R,uuid() = '',,", "text,s,S,yes,,",
    ])
    let result = validate(form, [["yes", "x", "", "t"], ["no", "x", "", "t"], ["yes", "", "", ""]])
    #expect(result.answers.map { $0[1] } == ["x", nil, ""])
    #expect(result.breaches.map(\.kind) == [.notShown, .required])
    #expect(result.breaches.map { [$0.row, $0.field] } == [[1, 1], [2, 3]])
    let validator = RecordValidator(form: form, layout: RecordLayout(form: form), now: (0, 420))
    #expect(validator.unjudged.map { [$0.question, $0.column] } == [["q", "relevant"], ["r", "required"]])
  }

  @Test("A rule about the answers of a repeat, which are no fields, judges no record")
  func repeated() throws {
    let form = try form([
      "begin repeat,p,P,,,", "integer,age,A,,,", "end repeat,,,,,", "text,q,Q,yes,count(${p}) > 1,",
      "text,r,R,,,sum(${age}) > 5",
    ])
    #expect(validate(form, [["x", "y"], ["", ""]]).breaches == [])
  }

  /// A form in which the district's list hangs on the province, and the communes' on the district.
  private func cascadingForm(_ last: String = "select_one communes,commune,C,,${district} = district") throws -> Form {
    let survey =
      "type,name,label,relevant,choice_filter\nselect_one provinces,province,P,,\n"
      + "select_one districts,district,D,,province = ${province}\n\(last)\n"
    let choices = """
      list_name,name,label,province,district
      provinces,p1,P1,,
      provinces,p2,P2,,
      districts,d1,D1,p1,
      districts,d2,D2,p2,
      districts,other,Other,p1,
      districts,other,Other,p2,
      communes,c1,C1,,d1
      communes,c2,C2,,d2
      communes,c3,C3,,d2
      """
    let reading = Form.read(
      FormSheets(
        source: "f",
        sheets: [
          "survey": Array(survey.utf8), "choices": Array(choices.utf8),
          "settings": Array("form_title,form_id,allow_choice_duplicates\nT,t,yes\n".utf8),
        ]))
    return try #require(reading.form)
  }

  @Test(
    "A choice that the filter does not offer with the record's other answers breaks it",
    arguments: [
      (["p1", "d1", "c1"], []), (["p2", "d2", "c3"], []), (["p1", "d2", "c2"], [1]), (["p1", "d1", "c2"], [2]),
      (["p1", "d2", "c1"], [1, 2]), (["", "d1", "c1"], [1]), (["p1", "", "c1"], [2]), (["p1", "", ""], []),
      (["p1", "other", ""], []), (["p2", "other", ""], []), (["", "other", ""], [1]), (["", "", ""], []),
    ])
  func choiceFilters(record: [String], expected: [Int]) throws {
    let form = try cascadingForm()
    // Once alone and once among others, so that what is remembered is looked at too.
    for records in [[record], [["p1", "d1", "c1"], ["p2", "d2", "c2"], record, record]] {
      let breaches = validate(form, records).breaches.filter { $0.row == records.count - 1 }
      #expect(breaches.map(\.field) == expected)
      #expect(breaches.allSatisfy { $0.kind == .notOffered && $0.found == record[$0.field] })
    }
  }

  @Test("Several choices, and choices in order, are each held against the filter")
  func severalChoices() throws {
    let several = try cascadingForm("select_multiple communes,commune,C,,district = ${district}")
    #expect(validate(several, [["p2", "d2", "c2 c3"], ["p2", "d2", "c1 c3"]]).breaches.map(\.found) == ["c1"])
    let ranked = try cascadingForm("rank communes,commune,C,,district = ${district}")
    #expect(validate(ranked, [["p2", "d2", "c3 c2"], ["p1", "d1", "c3 c1 c2"]]).breaches.map(\.found) == ["c3 c2"])
  }

  @Test("A filter sees answers as they are once hidden ones are dropped")
  func choiceFilterAfterRelevance() throws {
    let form = try cascadingForm("select_one communes,commune,C,${province} = 'p2',district = ${district}")
    let result = validate(form, [["p1", "d1", "c2"], ["p2", "d2", "c1"]])
    #expect(result.breaches.map(\.kind) == [.notShown, .notOffered])
    #expect(result.answers[0] == ["p1", "d1", nil])
  }

  @Test("A filter that only a device can compute, or whose answers are not in the source, judges no record")
  func unknownChoiceFilter() throws {
    let form = try cascadingForm("select_one communes,commune,C,,district = once(${district})")
    #expect(validate(form, [["p1", "d1", "c2"]]).breaches == [])
    let layout = RecordLayout(form: form)
    var builder = ColumnBuilder(layout.fields[1])
    #expect(builder.append(Array("d1".utf8).span) == nil)
    var columns: [AnswerColumn] = [.coded([ChoiceCode.notShown]), builder.finish(), .coded([ChoiceCode.notShown])]
    var validator = RecordValidator(form: form, layout: layout, now: (0, 420))
    #expect(validator.validate(&columns, count: 1, present: [false, true, false]) == [])
  }
}
