import Diagnostics
import FormDefinition
import Foundation
import Testing

@Suite("The reference of forms")
struct FormDocumentationTests {
  private func document(_ name: String = "forms.md") throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Documentation/\(name)"), encoding: .utf8)
  }

  @Test("Its example is a form without findings")
  func example() throws {
    var sheets: [String: [UInt8]] = [:]
    for match in try document().matches(of: /`(\w+)\.csv`\n\n```csv\n([^`]*)```/) {
      sheets[String(match.output.1)] = Array(match.output.2.utf8)
    }
    #expect(sheets.keys.sorted() == ["choices", "indicators", "settings", "survey"])
    let reading = Form.read(FormSheets(source: "forms/tap-huan", sheets: sheets))
    #expect(reading.diagnostics.map { $0.line(in: .english) } == [])
    #expect(reading.form?.indicators.first?.items.count == 2)
  }

  @Test("The tables of the first form in Excel are a form without findings")
  func firstForm() throws {
    var sheets: [String: [UInt8]] = [:]
    for match in try document("first-form.vi.md").matches(of: /<!-- (\w+) -->\n((?:\|.*\n)+)/) {
      let rows = match.output.2.split(separator: "\n").map { line in
        line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
          "\"\($0.trimmingCharacters(in: .whitespaces))\""
        }
      }
      let text = ([rows[0]] + rows.dropFirst(2)).map { $0.joined(separator: ",") }.joined(separator: "\n")
      sheets[String(match.output.1)] = Array(text.utf8)
    }
    #expect(sheets.keys.sorted() == ["choices", "indicators", "settings", "survey"])
    let reading = Form.read(FormSheets(source: "forms/tap-huan", sheets: sheets))
    #expect(reading.diagnostics.map { $0.line(in: .english) } == [])
    #expect(reading.form?.indicators.count == 4)
  }

  @Test("It names every kind of indicator, every reason of a missing answer and every fact noted by the device")
  func vocabulary() throws {
    let text = try document()
    let words =
      IndicatorKind.allCases.map(\.rawValue) + MissingReason.allCases.map(\.rawValue)
      + QuestionType.MetadataKind.allCases.map(\.rawValue) + QuestionType.AttachmentKind.allCases.map(\.rawValue)
    for word in words { #expect(text.contains("`\(word)`"), "\(word)") }
  }
}
