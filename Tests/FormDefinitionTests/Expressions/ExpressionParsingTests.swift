import Diagnostics
import Testing

@testable import FormDefinition

/// Requirements: every error has its code and the column in the text; no input crashes; XPath text reads back.
@Suite("Reading of expressions")
struct ExpressionParsingTests {
  @Test(
    "An error tells its rule and its column",
    arguments: [
      ("1 +", "EXPR-002", 4), ("(1", "EXPR-014", 3), ("1 2", "EXPR-001", 3), ("'abc", "EXPR-003", 1),
      ("cuont(${a})", "EXPR-004", 1), ("xyzzyplugh(1)", "EXPR-005", 1), ("if(1, 2)", "EXPR-006", 1),
      ("regex(., '[a')", "EXPR-008", 1), ("regex(., '(?=a)b')", "EXPR-009", 1), ("a = ‘x’", "EXPR-010", 5),
      ("", "EXPR-011", 1), ("  ", "EXPR-011", 3), ("${a} == 1", "EXPR-012", 6), ("${a} <> 1", "EXPR-012", 6),
      ("${a} && 1", "EXPR-012", 6), ("${a", "EXPR-013", 1), ("$a", "EXPR-001", 1), ("* = 1 )", "EXPR-001", 7),
      ("= 1", "EXPR-015", 1), ("1 + )", "EXPR-015", 5), ("#", "EXPR-001", 1), ("ằ + +", "EXPR-012", 5),
      ("true(1)", "EXPR-006", 1), ("weighted-checklist(1, 2, 3, 4, 5)", "EXPR-006", 1), ("a[1", "EXPR-014", 4),
      ("a/", "EXPR-002", 3), ("10 div2", "EXPR-001", 4),
    ])
  func errors(_ text: String, _ code: String, _ column: Int) {
    let found = Expression.parse(text, at: samplePlace).diagnostics.first
    #expect(found?.code.identifier == code)
    #expect(found?.arguments["column"] == "\(column)")
    #expect(found?.position == samplePlace)
  }

  @Test("All unknown functions of one text are reported, with the nearest name")
  func severalFindings() {
    let outcome = Expression.parse("selectd(${a}, 'x') and cuont(${b}) > 1", at: samplePlace)
    #expect(outcome.expression == nil)
    #expect(outcome.diagnostics.map { $0.arguments["suggestion"] } == ["selected", "count"])
    #expect(outcome.diagnostics[0].message(in: .english) == "there is no function “selectd” (character 1)")
    #expect(outcome.diagnostics[1].fix(in: .vietnamese) == "có phải là “count”?")
  }

  @Test("References are listed once, in order of first appearance; bare names apart")
  func references() throws {
    let expression = try #require(parsed("${b} = 1 and /data/g/a > ../b and province = ${c} and ${tuổi} > 1"))
    #expect(expression.references == ["b", "a", "c", "tuổi"])
    #expect(expression.attributes == ["province"])
  }

  static let readable = [
    "1 + 2 * 3", "(1 + 2) * 3", "1 - (2 - 3)", "-(1 + 2) - -3", "${a} = \"it's\"", "a | b | ../c",
    "if(${a} > 1 and not(${b} = 2 or . < 3), 'x', concat(${c}, ' y '))", "(1 = 2) = 3", "-(-(1))", "-(${a} | ${b})",
    "instance('l')/root/item[name = ${a}][2]/label", "(${a})[1]/x", "position(..)", "//a/@b", "count(/data/r/*)",
    "jr:choice-name(${a}, '${a}')", "regex(${a}, '^\\d{3}$')", "selected(${a}, 'b') or ${a} mod 2 = 1",
    "current()/../a",
    "0.5 + .5 + 1000000000000000000000", "((1))", "today() - 7 > ${d}", "indexed-repeat(${a}, ${r}, 2)",
  ]

  @Test("XPath text reads back to the same tree", arguments: readable)
  func roundTrip(_ text: String) throws {
    let first = try #require(parsed(text))
    let written = first.xpath { "/data/group/\($0)" }
    let second = try #require(parsed(written))
    #expect(second.root == first.root)
    #expect(second.xpath { "/data/group/\($0)" } == written)
  }

  @Test("Nesting beyond the limit is an error, one within it is read")
  func nesting() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(Expression.parse(deep, at: samplePlace).diagnostics.map(\.code) == [.nestedTooDeeply])
    let signs = String(repeating: "-", count: 100_000) + "1"
    #expect(Expression.parse(signs, at: samplePlace).diagnostics.map(\.code) == [.nestedTooDeeply])
    let fits = String(repeating: "(", count: 199) + "1" + String(repeating: ")", count: 199)
    #expect(value(fits) == .number(1))
    let calls = String(repeating: "not(", count: 190) + "1" + String(repeating: ")", count: 190)
    #expect(value(calls) == .boolean(true))
    let predicates = String(repeating: "a[", count: 100_000)
    #expect(Expression.parse(predicates, at: samplePlace).diagnostics.map(\.code) == [.nestedTooDeeply])
  }

  @Test("A megabyte of operators is read, computed and written")
  func long() throws {
    let sum = try #require(parsed("1" + String(repeating: "+1", count: 500_000)))
    #expect(sum.evaluate(in: SampleContext()) == .number(500_001))
    #expect(sum.xpath { $0 }.utf8.count > 1_000_000)
    #expect(sum.javaScript.utf8.count > 1_000_000)
    #expect(value("1" + String(repeating: "=1", count: 200_000)) == .boolean(true))
  }

  @Test("No bytes make the reader crash", arguments: 0..<40)
  func randomBytes(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let pieces = [
      "${a}", "(", ")", "'", "\"", "+", "-", "*", "div", " ", "and", ",", "if(", "selected(", "/", "..", ".", "[", "]",
      "1", "0.5", "<", "=", "!", "$", "{", "}", "ệ", "\u{A0}", "‘", "regex(", "[a-", "{3}", "\\", "|", "@", "::", "x",
    ]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<Int(random.next() % 24) {
        if random.next() % 4 == 0 {
          text += String(decoding: [UInt8(truncatingIfNeeded: random.next())], as: UTF8.self)
        } else {
          text += pieces[Int(random.next() % UInt64(pieces.count))]
        }
      }
      let outcome = Expression.parse(text, at: samplePlace)
      if let expression = outcome.expression {
        _ = expression.evaluate(in: SampleContext.filled)
        #expect(parsed(expression.xpath { "/data/\($0)" })?.root == expression.root, "\(text)")
        #expect(!expression.javaScript.contains("<"))
      } else {
        #expect(outcome.diagnostics.contains { $0.severity == .error })
      }
    }
  }

  @Test("JavaScript keeps precedence and cannot end a script element")
  func javaScript() throws {
    #expect(
      try #require(parsed("1 + 2 * 3 < ${a}")).javaScript
        == "x.lt((x.num(1) + x.num((x.num(2) * x.num(3)))),x.q(\"a\"))")
    #expect(
      try #require(parsed("${a} = '</script>'")).javaScript == "x.eq(x.q(\"a\"),\"\\u003c/script\\u003e\")")
    #expect(
      try #require(parsed("sum(${r}) or .")).javaScript == "(x.bool(x.f[\"sum\"](x.all(\"r\"))) || x.bool(x.here()))")
  }
}

/// A small seeded generator (G. Steele et al., SplitMix64, 2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
