import Diagnostics
import FormDefinition
import Testing

@testable import Questionnaire

/// Requirements: numbers run from 1 through everything a person answers; what a device fills in is left out;
/// questions that share choices share a table; codes are short and the codebook gives back the form's names.
@Suite("The paper questionnaire")
struct PaperQuestionnaireTests {
  @Test("Questions are numbered in order; device fields, calculations and fixed fields are left out")
  func numbering() throws {
    let form = try #require(SampleForms.every)
    let paper = PaperQuestionnaire(form)
    #expect(paper.questions.map(\.number) == Array(1...paper.questions.count))
    #expect(
      paper.questions.map(\.name) == [
        "consent", "prov", "commune", "age", "areas", "area_other", "income", "years", "born", "clock", "meeting", "o1",
        "o2", "priorities", "wish", "ok", "child_name", "child_age",
      ])
    #expect(paper.codebook.entries.map(\.name) == paper.questions.map(\.name))
    let plain = PaperQuestionnaire(try #require(SampleForms.plain))
    #expect(!plain.questions.contains { ["fixed", "user", "total", "w"].contains($0.name) })
    #expect(plain.blocks.contains(.note(paragraphs: ["Cố định", "abc"], condition: nil)))
  }

  @Test("Labels take the question's number in place of an answer; Vietnamese unless English is asked for")
  func labels() throws {
    let form = try #require(SampleForms.every)
    let wish = PaperQuestionnaire(form).questions.first { $0.name == "wish" }
    #expect(wish?.label == "Tâm tư của Ông/Bà ([câu 4] tuổi)")
    let english = PaperQuestionnaire(form, language: .english)
    #expect(english.title == "Sample questionnaire")
    #expect(english.questions.first?.label == "Do you agree to take part?")
  }

  @Test(
    "Questions that share their choices share a table",
    arguments: [
      ("select_one five,a,A,,likert,,,,\nselect_one five,b,B,,likert,,,,", "grid2"),
      ("select_one five,a,A,,,,,,\nselect_one five,b,B,,,,,,", "grid2"),
      ("select_one five,a,A,,,,,,", "question"), ("select_one five,a,A,,likert,,,,", "grid1"),
      ("select_one five,a,A,,,,,,\nselect_one yn,b,B,,,,,,", "question question"),
      ("select_one five,a,A,,,,,,\nselect_one five,b,B,${a} = '1',,,,,", "question question"),
      ("select_one five,a,A,,likert,,,,\nselect_one five,b,B,${a} = '1',likert,,,,", "grid2"),
      ("select_one five,a,A,,likert,,,,\nnote,n,N,,,,,,\nselect_one five,b,B,,likert,,,,", "grid1 note grid1"),
      ("select_one need,a,A,,minimal,,,,\nselect_one need,b,B,,minimal,,,,", "codeList2"),
      ("select_one need,a,A,,minimal,,,,", "question"),
      ("select_multiple five,a,A,,likert,,,,\nselect_multiple five,b,B,,likert,,,,", "question question"),
      (
        "begin group,g,G,,table-list,,,,\nselect_one yn,a,A,,,,,,\nselect_one yn,b,B,${a} = 'yes',,,,,\nend group,,,,,,,,",
        "heading grid2"
      ),
      ("begin repeat,r,R,,,,,3,\ntext,a,A,,,,,,\nselect_one yn,b,B,,,,,,\nend repeat,,,,,,,,", "heading roster"),
    ])
  func grouping(rows: String, outline: String) throws {
    #expect(try #require(PaperSamples.paper(rows)).outline == outline)
  }

  @Test("A condition on a row of a table stands in the row")
  func rowCondition() throws {
    let paper = try #require(
      PaperSamples.paper(
        "select_one yn,q,Q,,,,,,\ntext,t,T,,,,,,\nselect_one five,a,A,,likert,,,,\nselect_one five,b,B,${q} = 'yes',likert,,,,"
      ))
    #expect(paper.questions.map(\.condition) == [nil, nil, nil, "Chỉ trả lời nếu câu 1 chọn “Có”."])
  }

  @Test("Repeats have the rows their count asks for, and run across when there are many questions")
  func rosters() throws {
    let many = (1...7).map { "text,t\($0),T,,,,,," }.joined(separator: "\n")
    for (rows, count, isTransposed) in [
      ("begin repeat,r,R,,,,,3,\ntext,a,A,,,,,,\nend repeat,,,,,,,,", 3, false),
      ("begin repeat,r,R,,,,,9999999999,\ntext,a,A,,,,,,\nend repeat,,,,,,,,", 30, false),
      ("begin repeat,r,R,,,,,,\ntext,a,A,,,,,,\nend repeat,,,,,,,,", 8, false),
      ("begin repeat,r,R,,,,,,\n\(many)\nend repeat,,,,,,,,", 4, true),
    ] {
      let paper = try #require(PaperSamples.paper(rows))
      guard case .roster(let roster) = paper.blocks.last else {
        Issue.record("no roster")
        continue
      }
      #expect(roster.count == count)
      #expect(roster.isTransposed == isTransposed)
    }
  }

  @Test(
    "Numbers, dates and texts have places of their size",
    arguments: [
      ("integer,a,A,,,. <= 120,,,", PaperAnswer.digits(whole: 3, decimals: 0)),
      ("integer,a,A,,,. >= 0 and . < 1000,,,", .digits(whole: 4, decimals: 0)),
      ("integer,a,A,,,,,,", .digits(whole: 6, decimals: 0)),
      ("decimal,a,A,,,. <= 99,,,", .digits(whole: 2, decimals: 2)),
      ("text,a,A,,,\"regex(., '^[0-9]{5}$')\",,,", .digits(whole: 5, decimals: 0)), ("text,a,A,,,,,,", .lines(1)),
      ("text,a,A,,multiline,,,,", .lines(5)), ("date,a,A,,,,,,", .date(hasTime: false)),
      ("dateTime,a,A,,,,,,", .date(hasTime: true)), ("time,a,A,,,,,,", .time), ("acknowledge,a,A,,,,,,", .tick),
      ("range,a,A,,,,start=0 end=1 step=0.5,,", .scale(["0,0", "0,5", "1,0"])),
      ("range,a,A,,,,start=1 end=3 step=1,,", .scale(["1", "2", "3"])),
      ("range,a,A,,,,start=0 end=500 step=1,,", .digits(whole: 3, decimals: 0)), ("geopoint,a,A,,,,,,", .place),
      ("image,a,A,,,,,,", .attachment),
    ])
  func answers(row: String, expected: PaperAnswer) throws {
    #expect(try #require(PaperSamples.paper(row)).questions.map(\.answer) == [expected])
  }

  @Test("Codes on paper are short, and the codebook gives the form's names for them")
  func codes() throws {
    let paper = try #require(
      PaperSamples.paper("select_one yn,a,A,,,,,,\nselect_one five,b,B,,,,,,\nrank area,c,C,,,,,,"))
    let codes = paper.codebook.lists.map { $0.codes.map { "\($0.printed)=\($0.keyed)" } }
    #expect(
      codes == [
        ["1=yes", "2=no", "99=99"], ["1=1", "2=2", "3=3", "4=4", "5=5"], ["A=urban", "B=rural", "C=other"],
      ])
    #expect(paper.codebook.entries.map(\.kind) == ["yn", "five", "area (theo thứ tự)"])
  }

  @Test("A list too long to print is written out by the respondent")
  func longList() throws {
    let choices = "list_name,name,label\n" + (1...61).map { "l,c\($0),Mục \($0)" }.joined(separator: "\n") + "\n"
    let form = try #require(
      SampleForms.read(
        survey: "type,name,label\nselect_one l,a,A\n", choices: choices, settings: "form_title,form_id\nP,p\n"))
    let paper = PaperQuestionnaire(form)
    #expect(paper.questions.map(\.answer) == [.writtenChoice(list: "l", count: 61)])
    #expect(paper.codebook.lists.map(\.codes.count) == [0])
  }

  @Test("A heading that ends in a question gives the question to the items below")
  func headings() {
    let cases = [
      ("Nhu cầu: mỗi nội dung quan trọng đến mức nào?", "Nhu cầu", "Mỗi nội dung quan trọng đến mức nào?"),
      ("Nhóm 1. Nhận thức. Ông/Bà đồng ý không?", "Nhóm 1. Nhận thức", "Ông/Bà đồng ý không?"),
      ("Thông tin chung", "Thông tin chung", ""), ("Vì sao?", "Vì sao?", ""),
    ]
    for (label, title, lead) in cases {
      let split = PaperComposer.split(label)
      #expect(split.title == title)
      #expect(split.lead == lead)
    }
  }

  @Test("The main questionnaire: consent in a frame, an arrow out, seven tables, one list of codes")
  func mainForm() throws {
    let paper = PaperQuestionnaire(try #require(SampleForms.shipped["pks-01"]))
    #expect(paper.questions.count == 92)
    #expect(paper.questions.first?.jumps == ["Nếu câu 1 chọn “Không đồng ý” → dừng trả lời tại đây."])
    #expect(
      paper.outline.hasPrefix("heading notice question grid3 note note heading heading question")
        && paper.outline.hasSuffix("codeList3 heading question question question note"))
    #expect(paper.outline.split(separator: " ").filter { $0.hasPrefix("grid") }.count == 8)
    let sections = paper.blocks.compactMap { block -> String? in
      if case .heading(let heading) = block, heading.level == .section { heading.number } else { nil }
    }
    #expect(sections == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"])
  }

  @Test("Roman numbers", arguments: [(1, "I"), (4, "IV"), (49, "XLIX"), (399, "CCCXCIX"), (400, "400"), (0, "0")])
  func roman(number: Int, text: String) { #expect(RomanNumber.text(number) == text) }
}
