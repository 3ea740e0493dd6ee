import Testing

@testable import FormDefinition

/// Requirements: whole matches; the constructs of ODK forms; linear time; everything else is told.
@Suite("Regular expressions")
struct TextPatternTests {
  @Test(
    "A pattern must match the whole text",
    arguments: [
      ("[0-9]{10}", "0912345678", true), ("[0-9]{10}", "09123456789", false), ("^\\d+$", "123", true),
      ("a|bc", "bc", true),
      ("a|bc", "abc", false), ("(a|b)*c?", "ababc", true), ("[^a-c]+", "xyz", true), ("[^a-c]+", "xaz", false),
      ("\\p{L}+( \\p{L}+)*", "Nguyễn Văn A", true), ("\\p{Lu}\\p{Ll}+", "Đà", true),
      ("[\\w.-]+@[\\w-]+\\.[a-z]{2,}", "a.b@c.vn", true),
      ("a{2,3}", "a", false), ("a{2,3}", "aaa", true), ("a{2,3}", "aaaa", false), ("", "", true), ("", "a", false),
      (".", "ệ", true), (".", "\n", false), ("(?:ab)+?", "abab", true), ("[]a]+", "a]", true), ("[a\\-z]+", "-z", true),
      ("\\bab\\b.*", "ab c", true), ("\\Bab", "ab", false), ("a\\.b", "axb", false), ("\\u0041\\x42", "AB", true),
      ("(a*)*", "aaaa", true), ("()*x", "x", true), ("[\\D]", "5", false), ("(?<nam>a)", "a", true),
      ("a$b", "ab", false),
    ])
  func matching(_ pattern: String, _ subject: String, _ expected: Bool) {
    let pattern = TextPattern(pattern)
    #expect(pattern.problem == nil)
    #expect(pattern.matches(subject) == expected)
  }

  @Test(
    "A broken pattern tells where",
    arguments: [
      ("a(b", 2, "("), ("*a", 1, "*"), ("a)", 2, ")"), ("[z-a]", 4, "a"), ("a{3,2}", 2, "{"), ("\\y", 2, "y"),
      ("a**", 3, "*"),
    ])
  func invalid(_ pattern: String, _ offset: Int, _ found: String) {
    #expect(TextPattern(pattern).problem == .invalid(offset: offset, found: found))
  }

  @Test(
    "What needs backtracking or too much room is left unchecked",
    arguments: [
      "(?=a)", "(a)\\1", "(?i)a", "a{1001}", "((a{100}){100}){100}",
      "^((((){99}){99}){99}){99}$", "((((|){1,999}){1,999}){1,999}){1,999}",
      "(((((){0,999}){999,}){999,}){999,}){999,}",
      "[a-z&&[^b]]", "\\p{Greek}", "a++",
    ])
  func unsupported(_ pattern: String) {
    guard case .unsupported = TextPattern(pattern).problem else {
      Issue.record("not told: \(pattern)")
      return
    }
    #expect(TextPattern(pattern).matches("anything"))
  }

  @Test("Repetitions of repetitions are measured, not written out")
  func size() {
    let clock = ContinuousClock()
    let time = clock.measure {
      for _ in 0..<100 { _ = TextPattern("^((((){99}){99}){99}){99}$") }
    }
    #expect(time < .seconds(1))
    #expect(TextPattern("(){1000}").matches(""))
    #expect(TextPattern("(a{30}){30}").matches(String(repeating: "a", count: 900)))
    #expect(TextPattern(".{1,1000}").problem == nil)
  }

  @Test("A pattern that ruins backtracking matchers takes linear time")
  func catastrophe() {
    let pattern = TextPattern("(a+)+(a|aa)*b")
    #expect(!pattern.matches(String(repeating: "a", count: 20_000)))
  }
}
