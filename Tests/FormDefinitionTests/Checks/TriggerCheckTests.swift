import Diagnostics
import Testing

@testable import FormDefinition

@Suite("Checks of triggers")
struct TriggerCheckTests {
  @Test(
    "A trigger is one reference to a question, or several between commas",
    arguments: [
      ("${a}", [], []), ("\"${a}, ${b}\"", [], []), ("a", ["malformed"], []), ("${a} ${b}", ["malformed"], []),
      ("${zz}", [], ["unknown"]), ("${g}", [], ["unknown"]), ("now()", ["malformed"], []),
      ("${a} + 1", [], []),
    ])
  func triggers(_ trigger: String, _ malformed: [String], _ unknown: [String]) {
    let found = Form.read(
      sheets(
        survey: """
          type,name,label,calculation,trigger
          text,a,A,,
          text,b,B,,
          begin group,g,G,,
          calculate,c,,now(),\(trigger)
          end group,,,,
          """)
    ).diagnostics.filter { $0.severity == .error }
    #expect(found.count { $0.code == .formReferenceMalformed } == malformed.count)
    #expect(found.count { $0.code == .formReferenceUnknown } == unknown.count)
    #expect(found.allSatisfy { $0.position?.line == 5 && $0.position?.column == 5 })
  }
}
