import CommandLineInterface
import Diagnostics
import Foundation
import Testing

@Suite("Speaking to the user")
struct TerminalTests {
  @Test(
    "The language follows the first locale variable that says something; Vietnamese otherwise",
    arguments: [
      ([:], InterfaceLanguage.vietnamese), (["LANG": "en_US.UTF-8"], .english), (["LANG": "vi_VN.UTF-8"], .vietnamese),
      (["LANG": "C.UTF-8"], .vietnamese), (["LANG": "fr_FR"], .vietnamese),
      (["LC_ALL": "en_GB", "LANG": "vi_VN"], .english), (["LC_ALL": "", "LC_MESSAGES": "en", "LANG": "vi"], .english),
      (["LC_ALL": "vi_VN", "LC_MESSAGES": "en", "LANG": "en"], .vietnamese),
    ] as [([String: String], InterfaceLanguage)])
  func language(environment: [String: String], language: InterfaceLanguage) {
    #expect(TerminalStyle(environment: environment, isErrorTerminal: false).language == language)
  }

  @Test("Colours and progress appear on a terminal only, colours not with NO_COLOR")
  func colours() {
    let plain = TerminalStyle(environment: [:], isErrorTerminal: false)
    #expect(!plain.usesColour && !plain.showsProgress)
    let terminal = TerminalStyle(environment: ["TERM": "xterm"], isErrorTerminal: true)
    #expect(terminal.usesColour && terminal.showsProgress)
    let sober = TerminalStyle(environment: ["NO_COLOR": "1"], isErrorTerminal: true)
    #expect(!sober.usesColour && sober.showsProgress)
    #expect(!TerminalStyle(environment: ["TERM": "dumb"], isErrorTerminal: true).showsProgress)
    #expect(plain.line(for: finding) == finding.line(in: .vietnamese))
    #expect(terminal.line(for: finding).contains("\u{1B}[1;31mlỗi:\u{1B}[0m"))
  }

  @Test("JSON keeps every part of a finding but an answer's value")
  func findings() throws {
    let values = try #require(
      try JSONSerialization.jsonObject(
        with: Data(CommandLineInterface.json([finding, finding], language: .english).utf8))
        as? [[String: Any]])
    let value = try #require(values.first)
    #expect(values.count == 2)
    #expect(value["code"] as? String == "FILE-003")
    #expect(value["severity"] as? String == "error")
    #expect(value["file"] as? String == "a\"b\\c\nd.csv")
    #expect(value["line"] as? Int == 12)
    #expect(value["column"] as? Int == 7)
    #expect(value["record"] as? String == "uuid:1")
    #expect(value["field"] as? String == "age")
    #expect(value["message"] as? String == "reading failed (x)")
    #expect(!values.description.contains("secret"))
    #expect(CommandLineInterface.json([], language: .english) == "[]\n")
  }

  private let finding = Diagnostic(
    .fileUnreadable, at: SourcePosition(file: "a\"b\\c\nd.csv", line: 12, column: 7), record: "uuid:1", field: "age",
    ["reason": "x"], restrictedValue: "secret")
}
