import DelimitedText
import Diagnostics
import FormDefinition
import Ingest
import Responses
import Testing

/// Requirements: an answer that the file of choices does not have is an unknown choice, however long the file is.
@Suite("Answers out of files of choices")
struct ExternalChoicesTests {
  private func form(_ survey: String, rows: Int) throws -> Form {
    let table = "name,label,district\n" + (1...rows).map { "p\($0),Place \($0),d\($0 % 3)\n" }.joined()
    let reading = Form.read(
      FormSheets(
        source: "forms/places",
        sheets: ["survey": Array(survey.utf8), "settings": Array("form_title,form_id\nP,places\n".utf8)])
    ) { instance in
      instance.name == "places" ? .read(DelimitedTable(bytes: Array(table.utf8), source: "places.csv")) : .missing
    }
    #expect(reading.isUsable)
    return try #require(reading.form)
  }

  private func problems(_ form: Form, _ answers: String) throws -> [String] {
    let taken = try takeSubmission(
      "<data id='places'>\(answers)<meta><instanceID>uuid:1</instanceID></meta></data>", form: form)
    return taken.codes
  }

  @Test("An answer is looked up in a file of three, and in one too long for codes", arguments: [3, 70_000])
  func membership(rows: Int) throws {
    let form = try form(
      "type,name,label,choice_filter\ntext,d,D,\nselect_one_from_file places.csv,p,P,district = ${d}", rows: rows)
    #expect(try problems(form, "<d>d2</d><p>p2</p>") == [])
    #expect(try problems(form, "<d>d2</d><p>q2</p>") == ["INGEST-060"])
    #expect(try problems(form, "<d>d1</d><p>p2</p>") == [DiagnosticCode.answerNotOffered.identifier])
  }

  @Test("Several answers of a file are looked up one by one", arguments: [3, 5_000])
  func several(rows: Int) throws {
    let form = try form("type,name,label\nselect_multiple_from_file places.csv,p,P", rows: rows)
    #expect(try problems(form, "<p>p1 p3</p>") == [])
    #expect(try problems(form, "<p>p1 x</p>") == ["INGEST-060"])
  }

  @Test("Where the file is not there every answer is taken")
  func missing() throws {
    let form = try form("type,name,label\nselect_one_from_file none.csv,p,P", rows: 1)
    #expect(try problems(form, "<p>anything</p>") == [])
  }

  @Test("Rules look values up in the file")
  func lookups() throws {
    let form = try form(
      """
      type,name,label,constraint,relevant
      text,p,P,,
      text,d,D,"pulldata('places', 'district', 'name', ${p}) = .",
      text,x,X,,instance('places')/root/item[name = ${p}]/district = 'd1'
      """, rows: 3)
    #expect(try problems(form, "<p>p1</p><d>d1</d><x>y</x>") == [])
    #expect(try problems(form, "<p>p1</p><d>d2</d>") == [DiagnosticCode.answerConstraint.identifier])
    #expect(try problems(form, "<p>p2</p><d>d2</d><x>y</x>") == [DiagnosticCode.answerNotShown.identifier])
  }
}
