import Testing
import XML

@testable import FormDefinition

/// Requirements: expressions of plain XPath 1.0 have the value that libxml2 gives them, as written and as written again
/// for an XForm.
@Suite("Expressions against libxml2")
struct ExpressionDifferentialTests {
  private static let casesPerSeed = 2_500

  @Test("Generated expressions over generated data have the same value in both engines", arguments: 1...8)
  func generated(seed: UInt64) {
    var generator = ExpressionGenerator(seed: seed)
    var differences: [String] = []
    for number in 0..<Self.casesPerSeed {
      var context = SampleContext()
      var xml = "<data>"
      for name in ExpressionGenerator.names {
        let content = generator.content()
        context.answers[name] = [content]
        xml += "<\(name)>\(escaped(content))</\(name)>"
      }
      guard let document = XPathDocument(xml + "</data>") else {
        Issue.record("not well-formed: \(xml)")
        return
      }
      let text = generator.expression(depth: 1 + number % 4)
      guard let expression = Expression.parse(text, at: samplePlace).expression else {
        differences.append("not parsed: \(text)")
        continue
      }
      let ours = expression.evaluate(in: context)
      let written = expression.xpath { "/data/\($0)" }
      for spelling in [text, written] {
        let theirs = document.value(of: spelling)
        if !agree(ours, theirs) {
          differences.append(
            "\(spelling.debugDescription) of \(xml.debugDescription): \(ours), libxml2 \(theirs as Any)")
        }
      }
    }
    #expect(differences.prefix(10) == [], "\(differences.count) of \(Self.casesPerSeed)")
  }

  @Test("libxml2 refuses what is no XPath, so that agreement means something")
  func refusals() {
    guard let document = XPathDocument("<data><a>1</a></data>") else {
      Issue.record("not read")
      return
    }
    #expect(document.value(of: "1 +") == nil)
    #expect(document.value(of: "selected(/data/a, '1')") == nil)
    #expect(document.value(of: "/data/a") == .nodes(first: "1"))
    #expect(document.value(of: "/data/zzz") == .nodes(first: ""))
    if let broken = XPathDocument("<data>") { Issue.record("read: \(broken.value(of: "1") as Any)") }
  }

  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&", "<", ">", "\r": "&#\(scalar.value);"
      default: String(Character(scalar))
      }
    }.joined()
  }

  /// Numbers agree to 13 digits: libxml2 reads decimals digit by digit.
  private func agree(_ ours: ExpressionValue, _ theirs: XPathValue?) -> Bool {
    switch (ours, theirs) {
    case (.number(let left), .number(let right)):
      left == right || (left.isNaN && right.isNaN) || abs(left - right) <= 1e-13 * max(abs(left), abs(right))
    case (.string(let left), .string(let right)), (.string(let left), .nodes(let right)):
      left.unicodeScalars.elementsEqual(right.unicodeScalars)
    case (.boolean(let left), .boolean(let right)): left == right
    default: false
    }
  }
}
