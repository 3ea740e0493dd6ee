import Diagnostics
import FormDefinition
import Testing

@Suite("Hostile forms")
struct HostileFormTests {
  @Test("Ten thousand groups inside each other are findings, not a crash")
  func deepNesting() throws {
    let rows = (0..<10_000).map { "begin group,g\($0),G" }.joined(separator: "\n")
    let reading = Form.read(sheets(survey: "type,name,label\n" + rows + "\ntext,q,Q", settings: "form_id\nx"))
    let codes = reading.diagnostics.map(\.code)
    #expect(codes.filter { $0 == .formGroupTooDeep }.count == 1)
    #expect(codes.filter { $0 == .formGroupNotClosed }.count == 10_000)
    let placed = try #require(reading.form?.placedQuestions.first)
    #expect(placed.groups.count == 64)
  }

  @Test("Ten thousand closed groups inside each other keep what follows outside them")
  func deepAndClosed() throws {
    let opened = (0..<10_000).map { "begin group,g\($0),G" }.joined(separator: "\n")
    let closed = Array(repeating: "end group,,", count: 10_000).joined(separator: "\n")
    let survey = "type,name,label\n\(opened)\ntext,q,Q\n\(closed)\ntext,p,P"
    let reading = Form.read(sheets(survey: survey, settings: "form_id\nx"))
    #expect(reading.diagnostics.map(\.code) == [.formGroupTooDeep])
    #expect(reading.form?.placedQuestions.map(\.groups.count) == [64, 0])
  }

  @Test("A label of a megabyte, also one full of broken references, is read")
  func longLabel() {
    let long = String(repeating: "ý kiến ", count: 150_000)
    #expect(findings(survey: "type,name,label\ntext,q,\(long)") == [])
    let broken = String(repeating: "${", count: 2_000)
    #expect(findings(survey: "type,name,label\ntext,q,\(broken)").count == 2_000)
  }

  @Test("A long chain of conditions is walked without recursion, and a long circle reported once")
  func longChain() {
    let head = "type,name,label,relevant\n"
    let chain = (0..<20_000).map { "text,q\($0),Q,${q\($0 + 1)} = 1" }.joined(separator: "\n")
    #expect(findings(survey: head + chain + "\ntext,q20000,Q,") == [])
    #expect(findings(survey: head + chain + "\ntext,q20000,Q,${q0} = 1") == ["FORM-053 survey:2:4"])
  }

  @Test("Thousands of mistyped names do not take quadratic time")
  func manyMistakes() {
    let rows = (0..<5_000).map { "text,question_\($0),Q,${questoin_\($0)} = 1" }.joined(separator: "\n")
    let clock = ContinuousClock()
    var count = 0
    let time = clock.measure { count = findings(survey: "type,name,label,relevant\n" + rows).count }
    #expect(count == 5_000)
    #expect(time < .seconds(20))
  }

  @Test("Ten thousand equal rows are each reported")
  func manyDuplicates() {
    let rows = Array(repeating: "text,q,Q", count: 10_000).joined(separator: "\n")
    #expect(findings(survey: "type,name,label\n" + rows).count == 9_999)
  }

  @Test("A pattern of many stars is matched in linear time")
  func stars() {
    let name = String(repeating: "a", count: 5_000)
    let pattern = String(repeating: "*a", count: 2_000) + "b"
    let found = findings(
      survey: "type,name,label\ntext,\(name),Q", indicators: "name,kind,items,label\nx,text,\(pattern),L")
    #expect(found == ["FORM-085 indicators:2:3"])
  }

  @Test("A short pattern that asks for a huge machine is a finding, at once")
  func hugePattern() {
    let row = "text,q,Q,\"regex(., '^((((){99}){99}){99}){99}$')\""
    let clock = ContinuousClock()
    var found: [String] = []
    let time = clock.measure { found = findings(survey: "type,name,label,constraint\n" + row) }
    #expect(found == ["EXPR-009 survey:2:4"])
    #expect(time < .seconds(1))
  }

  @Test("Any bytes in any sheet give findings, not a crash")
  func arbitraryBytes() {
    var state: UInt64 = 45
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let words = [
      "type", "name", "label", "list_name", "begin group", "end group", "begin repeat", "end repeat", "select_one l",
      "rank", "${q}", "${", "\"", ",", ",", ",", "\n", "\n", "q", "l", "meta", "label::", "::", "bind::", "|", "*",
      "kind", "items", "a*|b*", "\u{0}", "é", "e\u{0301}", "99", "consensus", "form_id", "=", "-",
    ]
    for _ in 0..<500 {
      func text() -> [UInt8] { (0..<next(60)).flatMap { _ in Array(words[next(words.count)].utf8) } }
      let input = FormSheets(
        source: "f",
        sheets: [
          "survey": Array("type,name,label,relevant\n".utf8) + text(), "choices": text(), "settings": text(),
          "indicators": Array("name,kind,items,agree\n".utf8) + text(),
        ])
      let reading = Form.read(input)
      for finding in reading.diagnostics { #expect(!finding.line(in: .vietnamese).isEmpty) }
    }
  }
}
