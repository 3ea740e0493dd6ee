import Diagnostics
import FormDefinition
import Testing

@Suite("Reading forms")
struct FormReadingTests {
  private func form(
    survey: String, choices: String? = nil, settings: String? = "form_id\nx"
  ) throws -> Form {
    try #require(Form.read(sheets(survey: survey, choices: choices, settings: settings)).form)
  }

  @Test(
    "Types are read with all their spellings",
    arguments: [
      ("text", QuestionType.text), ("int", .integer), ("q decimal", .decimal), ("dateTime", .dateTime),
      ("datetime", .dateTime), ("select_one l", .selectOne(list: "l")), ("select one from l", .selectOne(list: "l")),
      ("select1 l", .selectOne(list: "l")), ("select_multiple l", .selectMultiple(list: "l")),
      ("select all that apply from l", .selectMultiple(list: "l")), ("rank l", .rank(list: "l")),
      ("  select_one   l ", .selectOne(list: "l")), ("geopoint", .geography(.geopoint)),
      ("background-audio", .attachment(.backgroundAudio)), ("photo", .attachment(.image)),
      ("start-geopoint", .metadata(.startGeopoint)), ("trigger", .acknowledge), ("note", .note),
    ])
  func types(cell: String, type: QuestionType) throws {
    let form = try form(
      survey: "type,name,label,calculation\n\(cell),q,Q,1", choices: "list_name,name,label\nl,a,A")
    #expect(form.placedQuestions.map(\.question.type) == [type])
  }

  @Test(
    "Headings are read with aliases, prefixes, any case and blanks",
    arguments: [
      "relevant", "Relevant", "RELEVANCE", "bind::relevant", "bind:relevant", " bind :: Relevance ",
    ])
  func headings(heading: String) throws {
    let form = try form(survey: "Type,value,Caption,\(heading)\ntext,p,P,\ntext,q,Q,${p} = 1")
    #expect(form.placedQuestions.map(\.question.relevant?.text) == [nil, "${p} = 1"])
    #expect(form.placedQuestions[1].question.label.text(in: "en") == "Q")
  }

  @Test("Every column of a question reaches the question")
  func question() throws {
    let survey = """
      type,name,label::Tiếng Việt (vi),label:English (en),hint,guidance_hint,required,required message::English (en),\
      constraint,jr:constraintMsg::English (en),read only,appearance,default,parameters,calculation,choice_filter
      decimal,q,Nhãn,Label,H,G,yes,R,. > 0,C,no,w1,5,a=1;b=2,1 + 1,x = 1
      """
    let question = try #require(try form(survey: survey).placedQuestions.first?.question)
    #expect(question.label.byCode == ["vi": "Nhãn", "en": "Label"])
    #expect(question.hint.byCode == ["": "H"])
    #expect(question.guidanceHint.byCode == ["": "G"])
    #expect(question.required?.text == "true()")
    #expect(question.requiredMessage.byCode == ["en": "R"])
    #expect(question.constraint?.text == ". > 0")
    #expect(question.constraintMessage.byCode == ["en": "C"])
    #expect(question.readOnly?.text == "false()")
    #expect(question.appearance == "w1")
    #expect(question.defaultValue == "5")
    #expect(question.parameters == ["a": "1", "b": "2"])
    #expect(question.calculation?.text == "1 + 1")
    #expect(question.choiceFilter?.text == "x = 1")
    #expect(question.position == SourcePosition(file: "forms/x/survey.csv", line: 2))
  }

  @Test("Groups and repeats nest, with label, relevance, appearance and count")
  func groups() throws {
    let survey = """
      type,name,label,relevant,appearance,repeat_count
      begin group,g,G,1 = 1,field-list,
      text,a,A,,,
      begin_repeat,r,R,,,3
      text,b,B,,,
      end_repeat,,,,,
      end_group,,,,,
      text,c,C,,,
      """
    let placed = try form(survey: survey).placedQuestions
    #expect(placed.map(\.path) == [["g", "a"], ["g", "r", "b"], ["c"]])
    #expect(placed.map(\.isRepeated) == [false, true, false])
    #expect(placed[0].groups[0].appearance == "field-list")
    #expect(placed[0].groups[0].relevant?.text == "1 = 1")
    #expect(placed[1].groups[1].repeatCount?.text == "3")
  }

  @Test("or_other adds the choice and the question that asks to specify")
  func orOther() throws {
    let form = try form(
      survey: "type,name,label::V (vi),label::E (en)\nselect_one l or_other,q,Q,Q",
      choices: "list_name,name,label::V (vi),label::E (en)\nl,a,A,A")
    #expect(form.choiceLists["l"]?.choices.map(\.name) == ["a", "other"])
    #expect(form.choiceLists["l"]?.choices.last?.label.byCode == ["vi": "Khác", "en": "Other"])
    #expect(form.placedQuestions.map(\.question.name) == ["q", "q_other"])
    #expect(form.placedQuestions[1].question.relevant?.text == "selected(${q}, 'other')")
  }

  @Test("Choices keep their order, their further columns and why they are no answer")
  func choices() throws {
    let form = try form(
      survey: "type,name,label\nselect_one l,q,Q",
      choices: "list name,name,label,missing,province\nl,b,B,,75\nl,99,X,no_answer,\nl,a,A,,51\nm,a,A,,")
    let list = try #require(form.choiceLists["l"])
    #expect(list.choices.map(\.name) == ["b", "99", "a"])
    #expect(list.choices.map(\.missing) == [nil, .noAnswer, nil])
    #expect(list.choices.map { $0.attributes["province"] } == ["75", nil, "51"])
    #expect(list.substantive.map(\.name) == ["b", "a"])
  }

  @Test("Settings are read, further ones kept")
  func settings() throws {
    let settings = """
      form_title,translated_title::English (en),form_id,version,default_language,instance_name,submission_url,consent,Style
      Tên,Title,pks,2,Tiếng Việt (vi),"concat('a', ${q})",https://example.org,${q} = 'yes',pages
      """
    let form = try form(survey: "type,name,label::Tiếng Việt (vi)\ntext,q,Q", settings: settings)
    #expect(form.title.byCode == ["vi": "Tên", "en": "Title"])
    #expect(form.identifier == "pks")
    #expect(form.version == "2")
    #expect(form.defaultLanguage == "vi")
    #expect(form.instanceName?.text == "concat('a', ${q})")
    #expect(form.submissionURL == "https://example.org")
    #expect(form.consent?.text == "${q} = 'yes'")
    #expect(form.settings == ["default_language": "Tiếng Việt (vi)", "style": "pages"])
    #expect(form.languages == [FormLanguage(name: "Tiếng Việt (vi)")])
  }

  @Test("Without settings the folder names the form, and the first language is shown first")
  func noSettings() throws {
    let form = try form(survey: "type,name,label::A (vi),label::B (en)\ntext,q,Q,Q", settings: nil)
    #expect(form.identifier == "x")
    #expect(form.defaultLanguage == "vi")
    #expect(form.languages.map(\.code) == ["vi", "en"])
  }

  @Test("Rows that are blank or disabled are left out, and typographic quotation marks are made plain")
  func rows() throws {
    let survey = "type,name,label,relevant,disabled\n,,,,\ntext,a,A,,yes\n\ntext,b,B,‘x’ = “y”,no"
    let form = try form(survey: survey)
    #expect(form.placedQuestions.map(\.question.name) == ["b"])
    #expect(form.placedQuestions[0].question.relevant?.text == "'x' = \"y\"")
  }

  @Test("A sheet with a byte order mark, CRLF and quoted line ends gives rows their first line")
  func lineNumbers() throws {
    let survey = "\u{FEFF}type,name,label\r\nnote,a,\"x\r\ny\"\r\ntext,b,B\r\n"
    let form = try form(survey: survey)
    #expect(form.placedQuestions.map(\.question.position.line) == [2, 4])
    #expect(form.placedQuestions[0].question.label.text(in: "") == "x\r\ny")
  }
}
