import FormDefinition
import Testing

@testable import Questionnaire

/// Requirements: what a form adds to the document by hand stands where other tools put it, and nothing that would
/// break the document.
@Suite("Attributes of XForms documents set by hand")
struct XFormAttributeTests {
  @Test(
    "A column sets an attribute of the node, the bind or the control",
    arguments: [
      ("instance::odk:tag", "v", "<q odk:tag=\"v\"/>"), ("compact_tag", "v", "<q odk:tag=\"v\"/>"),
      ("bind::odk:length", "9", "odk:length=\"9\""), ("bind::type", "int", "<bind nodeset=\"/data/g/q\" type=\"int\""),
      ("bind::jr:preload", "uid", "jr:preload=\"uid\""), ("bind::x", "${p}", "x=\" /data/p \""),
      ("body::accuracyThreshold", "2", "<input ref=\"/data/g/q\" accuracyThreshold=\"2\">"),
      ("control::rows", "3", "rows=\"3\""), ("rows", "3", "rows=\"3\""), ("autoplay", "audio", "autoplay=\"audio\""),
      ("noAppErrorString", "no", "jr:noAppErrorString=\"no\""),
      ("bind::jr:noAppErrorString::fr", "no", "jr:noAppErrorString=\"jr:itext('/data/g/q:jr:noAppErrorString')\""),
    ])
  func question(_ heading: String, _ value: String, _ expected: String) throws {
    let text = try xform(
      "type,name,label,\(heading)\ntext,p,P,\nbegin group,g,G,\ntext,q,Q,\(value)\nend group,,,")
    #expect(text.contains(expected))
  }

  @Test(
    "A group has conditions, messages and an app of its own",
    arguments: [
      ("required", "yes", "<bind nodeset=\"/data/g\" required=\"true()\"/>"),
      ("readonly", "no", "<bind nodeset=\"/data/g\" readonly=\"false()\"/>"),
      ("constraint_message", "m", "<bind nodeset=\"/data/g\" jr:constraintMsg=\"m\"/>"),
      ("intent", "ex:a.b(c=${q})", "intent=\"ex:a.b(c= /data/g/q )\""), ("body::class", "k", "class=\"k\""),
    ])
  func group(_ heading: String, _ value: String, _ expected: String) throws {
    let text = try xform("type,name,label,\(heading)\nbegin group,g,G,\(value)\ntext,q,Q,\nend group,,,")
    #expect(text.contains(expected))
  }

  @Test("Settings name the submission, give it attributes and declare namespaces")
  func settings() throws {
    let text = try xform(
      "type,name,label,bind::esri:x\ntext,q,Q,1",
      settings: """
        name,attribute::a,namespaces,prefix,client_editable,auto_send
        thing,b,"esri=""http://esri.com/x"" k='http://k'",p,yes,true
        """)
    for expected in [
      "xmlns:esri=\"http://esri.com/x\"", "xmlns:k=\"http://k\"", "<thing id=\"x\" odk:prefix=\"p\" a=\"b\">",
      "<bind nodeset=\"/thing/q\" type=\"string\" esri:x=\"1\"/>", "<input ref=\"/thing/q\">",
      "nodeset=\"/thing/meta/instanceID\"", "<submission orx:auto-send=\"true\" odk:client-editable=\"true\"/>",
    ] { #expect(text.contains(expected), "\(expected)") }
  }

  @Test(
    "An attribute that would break the document is left out",
    arguments: ["bind::no:x", "instance::a b", "body::1x", "bind::a:b:c", "instance::"])
  func broken(_ heading: String) throws {
    let plain = try xform("type,name,label\ntext,q,Q")
    #expect(try xform("type,name,label,\(heading)\ntext,q,Q,v") == plain)
  }

  @Test("Yes and no in any condition are true and false")
  func words() throws {
    let text = try xform(
      "type,name,label,required,readonly,relevant,constraint\ntext,q,Q,yes,No,TRUE,false()\ntext,p,P,no,,,")
    #expect(text.contains("readonly=\"false()\" required=\"true()\" relevant=\"true()\" constraint=\"false()\""))
    #expect(text.contains("<bind nodeset=\"/data/p\" type=\"string\" required=\"false()\"/>"))
  }
}
