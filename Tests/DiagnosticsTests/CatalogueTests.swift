import Diagnostics
import Foundation
import Testing

/// Requirements:
/// 1. Every code has one meaning, worded in both languages with the same facts.
/// 2. The reference in the documentation is the catalogue.
@Suite("Catalogue of codes")
struct CatalogueTests {
  @Test("No identifier stands for two rules, and all are a stage and three digits")
  func identifiers() {
    let identifiers = DiagnosticCode.catalogue.map(\.identifier)
    #expect(Set(identifiers).count == identifiers.count)
    for identifier in identifiers { #expect(identifier.wholeMatch(of: /[A-Z]+-\d{3}/) != nil, "\(identifier)") }
  }

  @Test("Both languages say what is wrong and how to mend it, with the same facts", arguments: DiagnosticCode.catalogue)
  func wordings(code: DiagnosticCode) {
    for text in [code.message, code.fix] {
      #expect(!text.vietnamese.isEmpty && !text.english.isEmpty)
      #expect(placeholders(text.vietnamese) == placeholders(text.english))
      // Equality of strings ignores composition: the scalars are compared.
      #expect(
        Array(text.vietnamese.unicodeScalars)
          == Array(text.vietnamese.precomposedStringWithCanonicalMapping.unicodeScalars)
      )
    }
  }

  @Test("The documentation lists the catalogue; RECORD_SNAPSHOTS=1 rewrites it")
  func reference() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Documentation/error-codes.md").standardizedFileURL
    let expected = errorCodeReference()
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try expected.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("rewrote \(file.path)")
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let missing = Set(expected.split(separator: "\n")).subtracting(recorded.split(separator: "\n"))
    let stale = Set(recorded.split(separator: "\n")).subtracting(expected.split(separator: "\n"))
    #expect(recorded == expected, "missing: \(missing.sorted()); stale: \(stale.sorted())")
  }

  /// The names in braces; `${name}` is how a form refers to a question.
  private func placeholders(_ text: String) -> Set<String> {
    Set(text.matches(of: /(^|[^$])\{([a-zA-Z]+)\}/).map { String($0.2) })
  }
}
