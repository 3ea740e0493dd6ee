import FormDefinition
import Testing

@testable import Questionnaire

/// Requirements: the same instance, bindings and body as the tools whose forms people already have.
@Suite("XForms documents as other tools write them")
struct XFormParityTests {
  private func document(_ survey: String, choices: String? = nil, settings: String? = nil) throws -> String {
    let sheets = ["survey": survey, "choices": choices, "settings": settings].compactMapValues {
      $0.map { Array($0.utf8) }
    }
    return XForm.document(for: try #require(Form.read(FormSheets(source: "forms/x", sheets: sheets)).form))
  }

  @Test("The facts about the submission stand in the form's own namespace")
  func meta() throws {
    let text = try document("type,name,label,parameters\naudit,audit,,\ntext,q,Q,")
    for expected in [
      "<meta>", "<instanceID/>", "<audit/>", "<bind nodeset=\"/data/meta/instanceID\" type=\"string\"",
      "<bind nodeset=\"/data/meta/audit\" type=\"binary\"",
    ] { #expect(text.contains(expected), "\(expected)") }
  }

  @Test("A form without a title is called by its identifier")
  func title() throws {
    #expect(try document("type,name,label\ntext,q,Q", settings: "form_id\nf1").contains("<h:title>f1</h:title>"))
  }

  @Test("Every list of choices is written, for expressions that look choices up")
  func lists() throws {
    let text = try document("type,name,label\ntext,q,Q", choices: "list_name,name,label\nl,a,A")
    #expect(text.contains("<instance id=\"l\">"))
  }

  @Test("A range that states no bounds goes from 1 to 10")
  func range() throws {
    let text = try document("type,name,label\nrange,q,Q")
    #expect(text.contains("<range ref=\"/data/q\" start=\"1\" end=\"10\" step=\"1\">"))
  }
}
