import Diagnostics
import FormDefinition

/// Answers made of the input's own first bytes.
struct FuzzedAnswers: AnswerContext {
  let text: String
  func answer(to name: String) -> String { name.utf8.count % 2 == 0 ? text : "3" }
  func answers(to name: String) -> [String] { [text, "", "2026-12-01"] }
  func attribute(named name: String) -> String { name }
  var current: String { text }
  let now: (milliseconds: Int64, offsetMinutes: Int) = (1_790_000_000_000, 420)
}

/// One expression: parsed, evaluated, written as XPath and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExpressions(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let text = String(decoding: bytes, as: UTF8.self)
  let parsed = Expression.parse(text, at: SourcePosition(file: "fuzz"))
  guard let expression = parsed.expression else {
    precondition(parsed.diagnostics.contains { $0.severity == .error }, "a refusal says why")
    return 0
  }
  let answers = FuzzedAnswers(text: String(text.prefix(12)))
  _ = expression.evaluate(in: answers)
  _ = expression.holds(in: answers)
  let path = expression.xpath { "/data/\($0)" }
  // What is written for other programs reads again; a form refuses references that are no names before it is written.
  let areNames = expression.references.allSatisfy { name in
    name.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
      && name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789_-.".unicodeScalars.contains($0) }
  }
  precondition(
    !areNames || Expression.parse(path, at: SourcePosition(file: "fuzz")).expression != nil,
    "the XPath text reads again")
  return 0
}
