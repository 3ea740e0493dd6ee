import CommandLineInterface
import Diagnostics
import Foundation
import Testing

/// Requirements: the log has the structure of SARIF 2.1.0; rules are listed once; a cell has its row and address; an
/// answer's value never appears; any text is escaped.
@Suite("Findings as SARIF")
struct SARIFTests {
  private func run(
    _ findings: [Diagnostic], _ language: InterfaceLanguage = .english
  ) throws -> (run: [String: Any], text: String) {
    let text = sarif(findings, language: language, version: "1.2.3")
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return (try #require(runs.first), text)
  }

  private func dig(_ value: Any?, _ path: String...) -> Any? {
    path.reduce(value) { value, key in
      if let index = Int(key) { return (value as? [Any]).flatMap { $0.indices.contains(index) ? $0[index] : nil } }
      return (value as? [String: Any])?[key]
    }
  }

  private let findings = [
    Diagnostic(
      .formReferenceUnknown, at: SourcePosition(file: "biểu mẫu/survey.csv", line: 12, column: 28), field: "q",
      ["name": "agee", "nearest": "age"], restrictedValue: "secret"),
    Diagnostic(
      .formNameTwice, at: SourcePosition(file: "f.xlsx", sheet: "survey", line: 3, column: 2), ["name": "a\"b"]),
    Diagnostic(
      .formReferenceUnknown, at: SourcePosition(file: "/abs/p.yaml", line: 4, column: 7), ["name": "x"],
      severity: .warning),
    Diagnostic(.formIdentifierMissing, at: SourcePosition(file: "forms/x")),
    Diagnostic(.formIdentifierMissing),
  ]

  @Test("Tool, rules and results are where readers look for them")
  func structure() throws {
    let (run, text) = try run(findings)
    #expect(dig(run, "tool", "driver", "name") as? String == "ykien")
    #expect(dig(run, "tool", "driver", "version") as? String == "1.2.3")
    let rules = try #require(dig(run, "tool", "driver", "rules") as? [[String: Any]])
    let codes: [DiagnosticCode] = [.formReferenceUnknown, .formNameTwice, .formIdentifierMissing]
    #expect(rules.map { $0["id"] as? String } == codes.map(\.identifier))
    #expect(dig(rules[0], "shortDescription", "text") as? String == "… names no question")
    #expect(dig(rules[0], "defaultConfiguration", "level") as? String == "error")
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 5)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(result["ruleId"] as? String == rules[index]["id"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect((dig(result, "message", "text") as? String)?.isEmpty == false)
    }
    #expect(results[2]["level"] as? String == "warning")
    #expect(dig(results[0], "properties", "field") as? String == "q")
    #expect(!text.contains("secret"))
  }

  @Test("A cell is told by its row and its address, a text by line and column, a path as a URI")
  func places() throws {
    let results = try run(findings).run["results"]
    let first = dig(results, "0", "locations", "0")
    let uri = "bi%E1%BB%83u%20m%E1%BA%ABu/survey.csv"
    #expect(dig(first, "physicalLocation", "artifactLocation", "uri") as? String == uri)
    #expect(dig(first, "physicalLocation", "region", "startLine") as? Int == 12)
    #expect(dig(first, "physicalLocation", "region", "startColumn") == nil)
    #expect(dig(first, "logicalLocations", "0", "fullyQualifiedName") as? String == "survey!AB12")
    let second = dig(results, "1", "locations", "0", "logicalLocations", "0", "fullyQualifiedName")
    #expect(second as? String == "survey!B3")
    let third = dig(results, "2", "locations", "0")
    #expect(dig(third, "physicalLocation", "artifactLocation", "uri") as? String == "file:///abs/p.yaml")
    #expect(dig(third, "physicalLocation", "region", "startColumn") as? Int == 7)
    #expect(dig(third, "logicalLocations") == nil)
    #expect(dig(results, "3", "locations", "0", "physicalLocation", "region") == nil)
    #expect(dig(results, "4", "locations") == nil)
  }

  @Test("Messages double their braces, say the way out, and follow the language")
  func messages() throws {
    let english = try run([findings[0]]).run
    let text = "${{agee}} names no question; fix: correct the name (nearest known: age)"
    #expect(dig(english["results"], "0", "message", "text") as? String == text)
    #expect(english["language"] as? String == "en")
    let vietnamese = try run([findings[0]], .vietnamese).run
    #expect((dig(vietnamese["results"], "0", "message", "text") as? String)?.contains("; cách sửa: ") == true)
    #expect(vietnamese["language"] as? String == "vi")
  }

  @Test("Nothing found is a run without results")
  func nothing() throws {
    let (run, _) = try run([])
    #expect((run["results"] as? [Any])?.isEmpty == true)
    #expect((dig(run, "tool", "driver", "rules") as? [Any])?.isEmpty == true)
  }
}
