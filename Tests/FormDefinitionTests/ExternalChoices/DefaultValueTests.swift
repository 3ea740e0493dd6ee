import Testing

@testable import FormDefinition

/// Requirements: one default means the same to all readers of the sheets.
@Suite("Defaults")
struct DefaultValueTests {
  @Test(
    "A default is computed when it holds a reference, a call or an operator",
    arguments: [
      "today()", "${a}", "concat(${a}, 1)", "1+1", "1 + 1", "2 * 3", "a|b", "a mod b", "a  div  b", "jr:itext('a')",
      "3- 2", "x -y", "a - b", "'a' - 'b'", "tên(x)", "${last-saved#a}",
    ])
  func computed(text: String) { #expect(DefaultValue(text: text).isComputed(in: .text)) }

  @Test(
    "Anything else is meant as it stands",
    arguments: [
      "x", "1", "-1", "2020-01-01", "a-b", "a b", "(x)", "x.jpg", "jr://images/x.png", "..", "./a", "12:00", "'x'",
      "a/b", "12.5 45.2 0 0", "a and b", "1-1", "3 -2", "x- y", "mod", "mod x", "x mod", "xmod b", "'a+b'", "\"x (y)\"",
      "foo (bar)", "1(2)", "a--b", "a & b", "",
    ])
  func literal(text: String) { #expect(!DefaultValue(text: text).isComputed(in: .text)) }

  @Test("A minus means nothing in dates and places")
  func minus() {
    for type in [QuestionType.date, .dateTime, .geography(.geopoint)] {
      #expect(!DefaultValue(text: "3 - 2").isComputed(in: type))
      #expect(DefaultValue(text: "1 + 1").isComputed(in: type))
    }
  }

  @Test("A default that looks computed and is no expression is told and kept")
  func notComputable() throws {
    #expect(findings(survey: "type,name,label,default\ntext,q,Q,foo(bar)") == ["FORM-162 survey:2:4"])
    let form = try #require(
      Form.read(sheets(survey: "type,name,label,default\ntext,q,Q,foo(bar)", settings: "form_id\nx")).form)
    #expect(form.placedQuestions[0].question.computedDefault == nil)
  }
}
