import FormDefinition
import Foundation
import Testing

@testable import Questionnaire

/// Requirement: the sheets of every form of the project convert with pyxform, and both documents mean the same.
@Suite("Forms as pyxform converts them", .enabled(if: Pyxform.isPresent, "a Python with pyxform is not installed"))
struct PyxformTests {
  @Test("The same sheets give the same instance, binds, choices and body", arguments: SampleForms.shipped.keys.sorted())
  func sameMeaning(_ name: String) throws {
    let form = try #require(SampleForms.shipped[name])
    #expect(try Pyxform.differences(from: XForm.document(for: form), of: name) == "")
  }

  @Test("A condition that is lost is found")
  func lostCondition() throws {
    let text = XForm.document(for: try #require(SampleForms.shipped["bm-03"]))
    let changed = text.replacing(" relevant=\" ../task_role  = 'lead'\"", with: "")
    #expect(changed != text)
    #expect(try Pyxform.differences(from: changed, of: "bm-03").contains("bind, only in pyxform's: "))
  }
}

/// pyxform, where it is installed.
enum Pyxform {
  static var isPresent: Bool {
    guard let python = Browser.python else { return false }
    return (try? runProgram(python, ["-c", "import pyxform"]))?.status == 0
  }

  /// One line for every difference between a document and pyxform's of the same sheets.
  static func differences(from document: String, of name: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString).xml")
    try Data(document.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = SampleForms.packageRoot.appending(path: "Tests/QuestionnaireTests/Pyxform/same_meaning.py")
    let folder = SampleForms.packageRoot.appending(path: "forms/\(name)")
    return try runProgram(Browser.python ?? "", [script.path(), folder.path(), file.path()]).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
