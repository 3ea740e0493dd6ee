import Diagnostics
import FormDefinition
import Testing

/// Requirement: a column that sets an attribute is either passed on or said to be left out, with its place.
@Suite("Checks of attributes set by hand")
struct AttributeChecksTests {
  @Test(
    "A name that cannot stand in XML and a prefix that is not declared are reported in their column",
    arguments: [
      ("bind::odk:length", "", [String]()), ("instance::foo", "", []), ("bind::esri:x", "", ["FORM-141 survey:1:4"]),
      ("bind::esri:x", "namespaces\n\"esri=\"\"http://esri.com\"\"\"", []), ("body::a b", "", ["FORM-140 survey:1:4"]),
      ("bind::a:b:c", "", ["FORM-140 survey:1:4"]), ("bind::1x", "", ["FORM-140 survey:1:4"]),
    ])
  func attributes(_ heading: String, _ settings: String, _ expected: [String]) {
    let sheets = ["survey": "type,name,label,\(heading)\ntext,q,Q,v", "settings": settings].filter { !$0.value.isEmpty }
    let reading = Form.read(FormSheets(source: "", sheets: sheets.mapValues { Array($0.utf8) }))
    let found = reading.diagnostics.filter { $0.code.identifier.hasPrefix("FORM-14") }.map {
      "\($0.code.identifier) survey:\($0.position?.line ?? 0):\($0.position?.column ?? 0)"
    }
    #expect(found == expected)
  }
}
