import FormDefinition
import Foundation
import Testing

@testable import Questionnaire

/// Requirements: a text stands in the translations exactly when other tools put it there, and says the same.
@Suite("Texts of XForms documents")
struct XFormTextTests {
  @Test("A text in no language stands where it is used")
  func plain() throws {
    let text = try xform("type,name,label,label::fr (fr)\ntext,q,Q,\ntext,p,P,F")
    #expect(text.contains("<label>Q</label>"))
    #expect(text.contains("<label ref=\"jr:itext('/data/p:label')\"/>"))
    #expect(!text.contains("/data/q:label"))
  }

  @Test("A text in no language belongs to the default language; a dash stands for what is missing")
  func missing() throws {
    let text = try xform(
      "type,name,label::fr (fr),label,constraint,constraint_message\ntext,q,F,Q,. > 1,\ntext,p,,P,. > 1,C ${q}",
      settings: "default_language\nvi (vi)")
    #expect(text.contains("<translation lang=\"vi (vi)\" default=\"true()\">"))
    #expect(text.contains("<translation lang=\"fr (fr)\">"))
    #expect(values(of: "/data/q:label", in: text) == ["Q", "F"])
    #expect(values(of: "/data/p:jr:constraintMsg", in: text) == ["C <output value=\" /data/q \"/>", "-"])
  }

  @Test(
    "Files go with the label as forms of its text",
    arguments: [
      ("image", "jr://images/f.x"), ("big-image", "jr://images/f.x"), ("audio", "jr://audio/f.x"),
      ("video", "jr://video/f.x"),
    ])
  func media(_ kind: String, _ address: String) throws {
    let text = try xform(
      "type,name,label,media::\(kind)::en (en)\nbegin group,g,G,f.x\nselect_one l,q,Q,f.x\nend group,,,",
      choices: "list_name,name,label,\(kind)\nl,a,A,f.x\nl,b,B,-")
    for identifier in ["/data/g:label", "/data/g/q:label", "l-0"] {
      let value = "<value form=\"\(kind)\">\(address)</value>"
      #expect(entry(identifier, in: text).contains { $0.contains(value) }, "\(identifier)")
    }
    #expect(entry("l-1", in: text).allSatisfy { !$0.contains("form=") })
    #expect(text.contains("<itextId>l-0</itextId>") && text.contains("jr:itext(itextId)"))
  }

  @Test("Guidance is a form of the hint, with a dash where a language lacks one of both")
  func guidance() throws {
    let text = try xform("type,name,label,hint,guidance_hint::fr\ntext,q,Q,H,G\ntext,p,P,H,")
    #expect(text.contains("<hint ref=\"jr:itext('/data/q:hint')\"/>") && text.contains("<hint>H</hint>"))
    #expect(values(of: "/data/q:hint", in: text) == ["-", "H"] || values(of: "/data/q:hint", in: text) == ["H", "-"])
  }

  @Test("A list has its texts in the translations when one of its choices needs them")
  func lists() throws {
    let choices = "list_name,name,label,missing\nl,a,A ${t},\nl,b,B,\nm,c,C,dont_know"
    let text = try xform("type,name,label\ntext,t,T\nselect_one l,q,Q\nselect_one m,p,P", choices: choices)
    #expect(values(of: "l-0", in: text) == ["A <output value=\" /data/t \"/>"])
    #expect(text.contains("<label>C</label>") && !text.contains("m-0"))
    #expect(text.contains("<missing>dont_know</missing>"))
  }

  @Test("What or_other adds reads the same in all languages unless one is Vietnamese")
  func other() throws {
    let plain = try xform(
      "type,name,label::en,label::fr\nselect_one l or_other,q,Q,F",
      choices: "list_name,name,label::en,label::fr\nl,a,,F\nl,b,B,")
    #expect(values(of: "l-2", in: plain) == ["Other", "Other"])
    #expect(plain.contains("<label>Specify other.</label>"))
    let vietnamese = try xform(
      "type,name,label::vi\nselect_one l or_other,q,Q", choices: "list_name,name,label::vi\nl,a,A")
    #expect(values(of: "l-1", in: vietnamese) == ["Khác"])
  }

  @Test("A label looks a choice up where it says so")
  func lookup() throws {
    let text = try xform(
      "type,name,label\nselect_one l,a,A\nnote,b,\"You said instance('l')/root/item[name = ${a}]/label, ok?\"",
      choices: "list_name,name,label\nl,x,X")
    #expect(text.contains("<output value=\"instance('l')/root/item[name =  /data/a ]/label\"/>, ok?"))
  }

  @Test("Typographic quotation marks are made plain for clients")
  func quotes() throws {
    #expect(try xform("type,name,label\ntext,q,“a” ‘b’").contains("<label>&quot;a&quot; 'b'</label>"))
  }

  /// What every language says for a text, markup included.
  private func entry(_ identifier: String, in document: String) -> [String] {
    document.components(separatedBy: "<text id=\"\(identifier)\">").dropFirst().map {
      $0.components(separatedBy: "</text>")[0]
    }
  }

  /// The plain text of every language.
  private func values(of identifier: String, in document: String) -> [String] {
    entry(identifier, in: document).compactMap { text in
      guard let start = text.components(separatedBy: "<value>").dropFirst().first else { return nil }
      return start.components(separatedBy: "</value>")[0]
    }
  }
}
