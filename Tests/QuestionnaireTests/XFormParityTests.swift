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

  @Test(
    "A parameter tells the client what it told other tools",
    arguments: [
      ("image", "max-pixels=640", "orx:max-pixels=\"640\""), ("audio", "quality=low", "odk:quality=\"low\""),
      ("geopoint", "capture-accuracy=2.5", "accuracyThreshold=\"2.5\""),
      ("geopoint", "warning-accuracy=9", "unacceptableAccuracyThreshold=\"9\""),
      ("geotrace", "allow-mock-accuracy=true", "odk:allow-mock-accuracy=\"true\""), ("text", "rows=5", "rows=\"5\""),
      ("audit", "identify-user=true", "odk:identify-user=\"true\""), ("text", "Rows = 5", "rows=\"5\""),
    ])
  func parameters(_ type: String, _ written: String, _ expected: String) throws {
    #expect(try document("type,name,label,parameters\n\(type),audit,Q,\(written)").contains(expected))
  }

  @Test("A question with a hint only has an empty label")
  func emptyLabel() throws {
    #expect(try document("type,name,hint\ntext,q,H").contains("<label/>"))
  }

  @Test("A computed default is set when the form is opened and for every repetition that is added")
  func defaultsInRepeats() throws {
    let text = try document("type,name,label,default\nbegin repeat,r,R,\ndate,d,D,today()\nend repeat,,,")
    for event in ["odk-instance-first-load", "odk-new-repeat"] {
      #expect(text.contains("<setvalue event=\"\(event)\" ref=\"/data/r/d\" value=\"today()\"/>"))
    }
  }
}
