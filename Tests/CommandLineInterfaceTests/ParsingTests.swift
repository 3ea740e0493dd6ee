import CommandLineInterface
import Diagnostics
import Testing

@Suite("Parsing of command lines")
struct ParsingTests {
  @Test(
    "All ways to write an option mean the same",
    arguments: [
      ["form", "build", "--to", "html", "-o", "out", "-q", "f"], ["form", "build", "--to=html", "-oout", "-q", "f"],
      ["form", "build", "-qoout", "--to=html", "f"], ["form", "build", "f", "-q", "--output=out", "--to", "html"],
      ["form", "build", "--quiet", "--output", "out", "--to", "html", "--", "f"],
    ])
  func spellings(words: [String]) throws {
    let parsed = try sample.parse(words)
    #expect(parsed.path == ["form", "build"])
    #expect(parsed.value(of: "to") == "html")
    #expect(parsed.value(of: "output") == "out")
    #expect(parsed.has("quiet"))
    #expect(parsed.arguments == ["f"])
  }

  @Test("A value may be empty, hold an equals sign or begin with a dash; two dashes end the options")
  func values() throws {
    #expect(try sample.parse(["ingest", "--problems=", "a"]).value(of: "problems") == "")
    #expect(try sample.parse(["ingest", "--problems=a=b", "a"]).value(of: "problems") == "a=b")
    #expect(try sample.parse(["ingest", "--problems", "-x", "a"]).value(of: "problems") == "-x")
    #expect(try sample.parse(["ingest", "--", "--problems", "-"]).arguments == ["--problems", "-"])
    #expect(try sample.parse(["ingest", "-"]).arguments == ["-"])
    #expect(try sample.parse(["ingest", "--problems", "a", "--problems", "b", "c"]).value(of: "problems") == "b")
  }

  @Test("Asking for help needs nothing else")
  func help() throws {
    #expect(try sample.parse(["form", "build", "--help"]).has("help"))
    #expect(try sample.parse(["-h"]).path == [])
    #expect(try sample.parse(["ingest", "-h", "--language", "en"]).value(of: "language") == "en")
  }

  @Test("Arguments that may be left out are left out")
  func counts() throws {
    #expect(try sample.parse(["schedule"]).arguments == [])
    #expect(try sample.parse(["schedule", "a", "b", "c"]).arguments == ["a", "b", "c"])
    #expect(try sample.parse(["manual"]).arguments == [])
    #expect(try sample.parse(["manual", "a"]).arguments == ["a"])
  }

  @Test(
    "Each mistake is told in both languages",
    arguments: [
      Mistake(
        ["frm"], vi: "không có lệnh “frm”; có phải ý bạn là “form”?",
        en: "there is no command “frm”; did you mean “form”?"),
      Mistake(["xyzzy"], vi: "không có lệnh “xyzzy”", en: "there is no command “xyzzy”"),
      Mistake(
        ["form", "buld"], vi: "không có lệnh “buld”; có phải ý bạn là “build”?",
        en: "there is no command “buld”; did you mean “build”?"),
      Mistake(
        [], vi: "thiếu tên lệnh, chọn một trong: form, ingest, schedule, manual",
        en: "a command is missing: one of form, ingest, schedule, manual"),
      Mistake(["form"], vi: "thiếu tên lệnh, chọn một trong: build", en: "a command is missing: one of build"),
      Mistake(
        ["ingest", "--problem", "x", "a"], vi: "không có tùy chọn “--problem”; có phải ý bạn là “--problems”?",
        en: "there is no option “--problem”; did you mean “--problems”?"),
      Mistake(["ingest", "-z", "a"], vi: "không có tùy chọn “-z”", en: "there is no option “-z”"),
      Mistake(
        ["ingest", "a", "--problems"], vi: "tùy chọn “--problems” cần một giá trị",
        en: "the option “--problems” needs a value"),
      Mistake(
        ["form", "build", "f", "--to", "html", "-o"], vi: "tùy chọn “-o” cần một giá trị",
        en: "the option “-o” needs a value"),
      Mistake(
        ["form", "build", "--quiet=yes"], vi: "tùy chọn “--quiet” không nhận giá trị",
        en: "the option “--quiet” takes no value"),
      Mistake(
        ["form", "build", "--to", "pdf", "f"], vi: "“pdf” không hợp lệ cho “--to”; cần xform, html",
        en: "“pdf” is no value for “--to”; expected xform, html"),
      Mistake(["form", "build", "f"], vi: "thiếu tùy chọn “--to”", en: "the option “--to” is missing"),
      Mistake(
        ["form", "build", "--to=html"], vi: "thiếu tham số FORM", en: "the argument FORM is missing"),
      Mistake(["ingest"], vi: "thiếu tham số FILE", en: "the argument FILE is missing"),
      Mistake(["manual", "a", "b"], vi: "thừa tham số “b”", en: "the argument “b” is one too many"),
      Mistake(
        ["form", "build", "a", "b", "c", "--to=html"], vi: "thừa tham số “b”", en: "the argument “b” is one too many"),
      Mistake(
        ["--language", "fr"], vi: "“fr” không hợp lệ cho “--language”; cần vi, en",
        en: "“fr” is no value for “--language”; expected vi, en"),
    ])
  func mistakes(mistake: Mistake) {
    let problem = #expect(throws: UsageProblem.self) { try sample.parse(mistake.words) }
    #expect(problem?.message(in: .vietnamese) == mistake.vietnamese)
    #expect(problem?.message(in: .english) == mistake.english)
  }

  @Test("No words crash the parser")
  func hostileWords() {
    var generator = SystemRandomNumberGenerator()
    let pieces = ["-", "--", "=", "form", "build", "--to", "-o", "-q", "", "--=", "-\u{301}", "\u{0}", "ngày", "--to="]
    for _ in 0..<5000 {
      let words = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        (0..<Int.random(in: 0...2, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
          .joined()
      }
      _ = try? sample.parse(words)
    }
  }
}

/// Words and what is said of them.
struct Mistake: CustomTestStringConvertible {
  let words: [String]
  let vietnamese: String
  let english: String

  init(_ words: [String], vi vietnamese: String, en english: String) {
    self.words = words
    self.vietnamese = vietnamese
    self.english = english
  }

  var testDescription: String { words.joined(separator: " ") }
}
