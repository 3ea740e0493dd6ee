import Diagnostics
import FormDefinition
import Testing

@testable import Questionnaire

/// Requirements:
/// 1. Every question that a person types has its columns under fixed names; nothing else has one.
/// 2. What a form says plainly about an answer becomes a rule or a formula; what it says otherwise is told in words.
@Suite("What stands in an entry workbook")
struct EntryWorkbookTests {
  private func workbook(_ rows: String, language: InterfaceLanguage? = nil) throws -> EntryWorkbook {
    EntryWorkbook(try #require(PaperSamples.form(rows)), language: language)
  }

  /// The column of the last question of a form whose first ones are what conditions are about.
  private func column(_ last: String) throws -> EntryColumn {
    let rows = """
      select_one yn,q1,Một,,,,,,
      select_multiple area,q2,Hai,,,,,,
      integer,q3,Ba,,,,,,
      text,q4,Bốn,,,,,,
      select_one five,q5,Năm,,,,,,
      calculate,c,,,,,,,
      \(last)
      """
    return try #require(try workbook(rows.replacing("calculate,c", with: "hidden,c")).sheets.first?.columns.last)
  }

  @Test("The columns of every kind of question")
  func columns() throws {
    let form = try #require(SampleForms.every)
    let workbook = EntryWorkbook(form)
    #expect(workbook.sheets.map(\.name) == ["Nhập liệu", "child"])
    #expect(workbook.sheets.map(\.path) == [[], ["child"]])
    #expect(
      workbook.sheets[0].columns.map(\.heading) == [
        "KEY", "end", "consent", "prov", "commune", "age", "areas/urban", "areas/rural", "areas/other", "areas/99",
        "area_other", "income", "years", "born", "clock", "meeting", "o1", "o2", "priorities/1", "priorities/2",
        "priorities/3", "priorities/4", "wish", "ok",
      ])
    #expect(workbook.sheets[1].columns.map(\.heading) == ["PARENT_KEY", "KEY", "child_name", "child_age"])
    #expect(workbook.sheets[1].keyCount == 2)
    #expect(workbook.sheets[0].columns[0].isMissing != nil, "repetitions refer to the key")
    #expect(workbook.lists.map(\.name) == ["yesno", "province", "commune", "area", "agree5"])
    #expect(workbook.lists[4].choices.map(\.entry).last == "98 – Không biết")
    #expect(workbook.lists[0].choices[0].labels == ["Có", "Yes"])
    #expect(workbook.guide.count == 2, "Vietnamese and English")
    #expect(EntryWorkbook(form, language: .english).sheets[0].name == "Data entry")
  }

  @Test("A drop-down shows what lies below the choice in another cell")
  func nestedLists() throws {
    let form = try #require(SampleForms.every)
    let workbook = EntryWorkbook(form)
    #expect(workbook.sheets[0].columns[4].content == .choice(list: 2, within: "$D3"))
    #expect(workbook.lists[2].choices.map(\.parent) == ["92 – Cần Thơ", "75 – Đồng Nai"])
    #expect(!workbook.lists[1].isNested)
    func filtered(_ filter: String, _ attribute: String) throws -> EntryWorkbook {
      EntryWorkbook(
        try #require(
          SampleForms.read(
            survey: "type,name,label,choice_filter\nselect_one p,a,A,\nselect_one c,b,B,\(filter)\n",
            choices: "list_name,name,label,up\np,1,P,\np,2,Q,\nc,x,X,\(attribute)\nc,y,Y,1\nc,z,Z,2\nc,w,W,1\n",
            settings: "form_title,form_id\nP,p\n")))
    }
    let sorted = try filtered("${a} = up", "2")
    #expect(sorted.lists[1].choices.map(\.code) == ["x", "z", "y", "w"], "together, in the order of the list")
    #expect(try filtered("up != ${a}", "2").sheets[0].columns[2].content == .choice(list: 1))
    #expect(try filtered("up = ${a}", "").lists[1].choices.map(\.parent) == [nil, "1 – P", "1 – P", "2 – Q"])
  }

  @Test("Questions of one name in two groups are called by their paths")
  func repeatedNames() throws {
    let workbook = try workbook(
      "begin_group,a,A\ntext,x,X\nend_group\nbegin_group,b,B\ntext,x,X\ntext,y,Y\nend_group")
    #expect(workbook.sheets[0].columns.map(\.heading) == ["KEY", "a/x", "b/x", "y"])
  }

  @Test("A repeat inside a repeat refers to the rows of the outer one")
  func nestedRepeats() throws {
    let workbook = try workbook(
      "begin_repeat,house,Nhà\ntext,x,X\nbegin_repeat,person,Người\ntext,y,Y\nend_repeat\nend_repeat")
    #expect(workbook.sheets.map(\.path) == [[], ["house"], ["house", "person"]])
    #expect(workbook.sheets[2].columns[0].content == .parentKey(sheet: 1))
    #expect(workbook.sheets[1].columns[1].isMissing != nil)
    #expect(workbook.sheets[2].columns[1].isMissing == nil)
  }

  @Test(
    "Conditions as formulas; nil when no formula can tell",
    arguments: [
      ("${q1} = 'yes'", #"LEFT($B3&" – ",6)="yes – ""#),
      ("${q1} != 'yes'", #"NOT(LEFT($B3&" – ",6)="yes – ")"#),
      ("selected(${q1}, 'yes') and ${q3} >= 18", #"AND(LEFT($B3&" – ",6)="yes – ",AND(ISNUMBER($F3),$F3>=18))"#),
      ("selected(${q2}, 'rural')", #"$D3&""="1""#),
      ("not(selected(${q2}, 'rural'))", #"NOT($D3&""="1")"#),
      ("selected(${q2}, 'nowhere')", nil),
      ("count-selected(${q2}) > 1", "COUNTIF($C3:$E3,1)>1"),
      ("${q2} = ''", "COUNTIF($C3:$E3,1)=0"),
      ("${q3} != 5", "NOT(AND(ISNUMBER($F3),$F3=5))"),
      ("${q3} = 1 or ${q3} = 2.5", "OR(AND(ISNUMBER($F3),$F3=1),AND(ISNUMBER($F3),$F3=2.5))"),
      ("${q4} = 'nói \"có\"'", #"$G3&""="nói ""có""""#),
      ("string-length(${q4}) > 0", #"NOT($G3="")"#),
      ("${q5} >= 4", #"IFERROR(VALUE(LEFT($H3,FIND(" – ",$H3&" – ")-1))>=4,FALSE)"#),
      ("${c} = 'x'", nil),
      ("${q3} + 1 = 2", nil),
      ("regex(${q4}, 'a')", nil),
    ])
  func conditions(_ condition: String, _ formula: String?) throws {
    let column = try column("text,last,Cuối,\"\(condition.replacing("\"", with: "\"\""))\",,,,,")
    #expect(column.isSkipped == formula.map { "AND(COUNTA($A3:$I3)>0,NOT(\($0)))" })
    #expect(column.message.contains("Chỉ ghi nếu") == (formula == nil), "what no colour tells is told in words")
  }

  @Test("A condition on an answer of another sheet is told in words")
  func otherSheet() throws {
    let workbook = try workbook(
      "select_one yn,q1,Một\nbegin_repeat,r,R,${q1} = 'yes'\ntext,x,X\nend_repeat")
    let column = try #require(workbook.sheets.last?.columns.last)
    #expect(column.isSkipped == nil)
    #expect(column.message == "Chỉ ghi nếu câu 1 chọn “Có”. ")
  }

  @Test(
    "Plain limits become rules",
    arguments: [
      ("integer", ". >= 18 and . <= 120", "18", true, "120", true, "Số nguyên từ 18 đến 120."),
      ("integer", ". > 0", "0", false, nil, true, "Số nguyên lớn hơn 0."),
      ("decimal", ". <= 2.5", nil, true, "2.5", true, "Số không quá 2,5."),
      ("decimal", ". > 0 and . < 1 and . != 0.5", "0", false, "1", false, "Số lớn hơn 0, nhỏ hơn 1."),
      ("integer", ". >= 0 or . = 98", nil, true, nil, true, ""),
      ("integer", ". <= ${q3}", nil, true, nil, true, ""),
      ("integer", ". <= 1e300", nil, true, nil, true, ""),
      (
        "date", ". >= date('2020-01-01') and . <= today()", "43831", true, "TODAY()", true,
        "Ngày từ 01/01/2020 đến hôm nay. Ghi ngày/tháng/năm, ví dụ 21/11/2026."
      ),
      ("date", ". < today()", nil, true, "TODAY()", false, "Ngày trước hôm nay. Ghi ngày/tháng/năm, ví dụ 21/11/2026."),
    ] as [(String, String, String?, Bool, String?, Bool, String)])
  func limits(
    _ type: String, _ constraint: String, _ low: String?, _ lowInclusive: Bool, _ high: String?, _ highInclusive: Bool,
    _ message: String
  ) throws {
    let column = try column("\(type),last,Cuối,,,\"\(constraint)\",,,")
    let bounds: EntryBounds
    switch column.content {
    case .number(_, let range): bounds = range
    case .date(_, let range): bounds = range
    default:
      Issue.record("\(column.content)")
      return
    }
    #expect(bounds.minimum?.formula == low)
    #expect(bounds.minimum?.isInclusive ?? true == lowInclusive)
    #expect(bounds.maximum?.formula == high)
    #expect(bounds.maximum?.isInclusive ?? true == highInclusive)
    #expect(column.message == message)
  }

  @Test("A scale has its ends, in whatever order they are written")
  func scales() throws {
    #expect(
      try column("range,last,Cuối,,,,start=10 end=1 step=1,,").content
        == .number(
          isWhole: true,
          EntryBounds(
            minimum: .init(formula: "1", isInclusive: true, words: "1"),
            maximum: .init(formula: "10", isInclusive: true, words: "10"))))
  }

  @Test("Long lists have one column of codes, and so have all where there would be too many columns")
  func longLists() throws {
    func form(choices: Int, questions: Int) throws -> EntryWorkbook {
      let list = (1...choices).map { "l,c\($0),Mục \($0)" }.joined(separator: "\n")
      let rows = (1...questions).map { "select_multiple l,q\($0),Câu" }.joined(separator: "\n")
      return EntryWorkbook(
        try #require(
          SampleForms.read(
            survey: "type,name,label\n\(rows)\n", choices: "list_name,name,label\n\(list)\n",
            settings: "form_title,form_id\nP,p\n")))
    }
    #expect(try form(choices: 60, questions: 1).sheets[0].columns.count == 61)
    #expect(try form(choices: 61, questions: 1).sheets[0].columns.map(\.heading) == ["KEY", "q1"])
    #expect(try form(choices: 60, questions: 300).sheets[0].columns.count == 301)
  }

  @Test("Sheets have names that spreadsheet programs accept, each once")
  func sheetNames() {
    var naming = EntrySheetNaming()
    let long = String(repeating: "ậ", count: 40)
    #expect(
      ["a", "A", "a", "history", "x:y/z", "", "'", long, long].map { naming.name($0) } == [
        "a", "A (2)", "a (3)", "history (2)", "xyz", "sheet", "sheet (2)", String(repeating: "ậ", count: 31),
        String(repeating: "ậ", count: 27) + " (2)",
      ])
  }

  @Test("Columns are counted in letters", arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16_384, "XFD")])
  func letters(_ number: Int, _ letters: String) { #expect(columnLetters(number) == letters) }
}
