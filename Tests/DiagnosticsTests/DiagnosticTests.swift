import Diagnostics
import Testing

@Suite("Findings")
struct DiagnosticTests {
  private let code = DiagnosticCode(
    "TEST-001", .error,
    message: BilingualText(vi: "cần {expected}, có {found}", en: "expected {expected}, found {found}"),
    fix: BilingualText(vi: "sửa {field}", en: "mend {field}"))

  @Test("A finding is one line: place, severity, code, what is wrong, record and way out")
  func line() {
    let finding = Diagnostic(
      code, at: SourcePosition(file: "a.csv", line: 12, column: 4), record: "r1", field: "age",
      ["expected": "a number", "found": "text"], restrictedValue: "secret")
    #expect(
      finding.line(in: .english)
        == "a.csv:12:4: error: [TEST-001] expected a number, found text (record r1); fix: mend age")
    #expect(
      finding.line(in: .vietnamese)
        == "a.csv:12:4: lỗi: [TEST-001] cần a number, có text (phiếu r1); cách sửa: sửa age")
  }

  @Test("An answer is never part of a line, and names cannot steer the terminal or hide the next finding")
  func printable() {
    let finding = Diagnostic(
      code, at: SourcePosition(file: "a\u{1B}[2J\n.csv"), record: "r\r1", ["expected": "\u{7}", "found": "b\u{9B}31m"],
      restrictedValue: "secret")
    for language in InterfaceLanguage.allCases {
      let line = finding.line(in: language)
      #expect(!line.contains("secret"))
      #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
  }

  @Test(
    "Places say what is known of them",
    arguments: [
      (SourcePosition(file: "f"), "f"), (SourcePosition(file: "f", line: 3), "f:3"),
      (SourcePosition(file: "f", line: 3, column: 9), "f:3:9"),
      (SourcePosition(file: "f.xlsx", sheet: "survey", line: 3, column: 9), "f.xlsx[survey]:3:9"),
      (SourcePosition(file: "f", column: 9), "f"),
    ])
  func positions(position: SourcePosition, text: String) { #expect(position.description == text) }

  @Test(
    "The nearest name is offered within three edits and half of its length",
    arguments: [
      ("desing", "design"), ("REPORT", "report"), ("by_", "by"), ("schedul", "schedule"), ("xyzzy", nil), ("", nil),
      ("b", "by"), ("q", nil), ("formss", "form"),
    ] as [(String, String?)])
  func nearest(name: String, expected: String?) {
    #expect(nearestName(to: name, among: ["design", "report", "by", "schedule", "form"]) == expected)
  }

  @Test("Severities are ordered by gravity")
  func severities() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
    #expect(Severity.allCases.max() == .error)
  }

  @Test("Exit codes are those of sysexits.h")
  func exitCodes() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 64, 65, 66, 69, 70, 73, 74, 75])
  }
}
