import Diagnostics
import Testing
import YAML

@Suite("YAML: values with places, and limits")
struct YAMLTests {
  @Test("Mappings, sequences and scalars keep their order and places")
  func structure() throws {
    let node = try YAMLNode.parse(
      bytes: Array("name: bfi\nby: [gender, education]\nn: 10\nq: \"10\"\n".utf8), source: "p.yaml")
    #expect(node.entries?.map(\.key.text) == ["name", "by", "n", "q"])
    #expect(node["by"]?.items?.map(\.text) == ["gender", "education"])
    #expect(node["by"]?.items?[1].line == 2)
    #expect(node["by"]?.items?[1].column == 14)
    #expect(node["n"]?.integer == 10)
    #expect(node["q"]?.integer == nil)
    #expect(node["q"]?.text == "10")
  }

  @Test("An empty text is null", arguments: ["", "# only a comment\n", "~"])
  func empty(text: String) throws {
    #expect(try YAMLNode.parse(bytes: Array(text.utf8), source: "p.yaml").isNull)
  }

  @Test(
    "What is wrong is told with its place",
    arguments: [
      ("a: [1, 2", "YAML-001", 2), ("a: 1\nb: 2\na: 3\n", "YAML-002", 3), ("[1, 2]: x\n", "YAML-003", 1),
      ("a: *nowhere\n", "YAML-001", 1), ("\ta: 1\n", "YAML-001", 1),
    ])
  func failures(text: String, code: String, line: Int) {
    let failure = #expect(throws: StageFailure.self) {
      _ = try YAMLNode.parse(bytes: Array((text).utf8), source: "p.yaml")
    }
    #expect(failure?.diagnostics.first?.code.identifier == code)
    #expect(failure?.diagnostics.first?.position?.line ?? 0 <= line)
  }

  @Test("Aliases that multiply and values that nest without end are refused")
  func bombs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let reference = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(Array(repeating: reference, count: 10).joined(separator: ", "))]\n"
    }
    for hostile in [text, String(repeating: "[", count: 5000)] {
      let failure = #expect(throws: StageFailure.self) {
        _ = try YAMLNode.parse(bytes: Array(hostile.utf8), source: "p.yaml")
      }
      #expect(failure?.exitCode == .unusableInput)
    }
  }

  @Test("Random bytes end in a value or a diagnostic")
  func randomBytes() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("abc: []{}-,&*#\"'\n\t \u{0}ấ|>%!?".utf8) + [0xFF, 0xC3]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      _ = try? YAMLNode.parse(bytes: bytes, source: "p.yaml")
    }
  }
}
