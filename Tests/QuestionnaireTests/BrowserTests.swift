import Diagnostics
import FormDefinition
import Foundation
import Ingest
import Responses
import Testing

@testable import Questionnaire

/// Requirements: as in `WebPageTests`, proved in Chromium with a person's steps.
@Suite(
  "The web questionnaire in a browser", .serialized,
  .enabled(if: Browser.isPresent, "chromium or a Python with playwright is not installed"))
struct BrowserTests {
  @Test("A person fills it in, is stopped by an error, and saves a submission")
  func wholeWay() throws {
    let form = try #require(SampleForms.every)
    let outcome = try Browser.visit(
      form,
      [
        ["do": "axe", "where": "first page"], ["do": "narrow", "width": 320], ["do": "press", "button": "English"],
        ["do": "see", "text": "Do you agree to take part?"], ["do": "press", "button": "Tiếng Việt"],
        ["do": "press", "button": "Tiếp tục"], ["do": "see", "text": "Xin chọn một phương án."],
        ["do": "focused", "question": "Ông/Bà có đồng ý trả lời không?"], ["do": "axe", "where": "error"],
        ["do": "choose", "question": "Ông/Bà có đồng ý trả lời không?", "answer": "Có"],
        ["do": "press", "button": "Tiếp tục"], ["do": "axe", "where": "profile"], ["do": "narrow", "width": 320],
        ["do": "pick", "label": "Tỉnh", "option": "Cần Thơ"], ["do": "pick", "label": "Xã", "option": "Xã Hiệp Hưng"],
        ["do": "type", "label": "Tuổi", "text": "12"], ["do": "absent", "label": "Địa bàn khác"],
        ["do": "tick", "question": "Địa bàn công tác", "answer": "Nông thôn"],
        ["do": "tick", "question": "Địa bàn công tác", "answer": "Không trả lời"],
        ["do": "tick", "question": "Địa bàn công tác", "answer": "Khác"],
        ["do": "tick", "question": "Địa bàn công tác", "answer": "Đô thị"],
        ["do": "type", "label": "Địa bàn khác", "text": "Ven <biển> & đảo"],
        ["do": "type", "label": "Thu nhập", "text": "12,5"], ["do": "press", "button": "Tiếp tục"],
        ["do": "see", "text": "Tuổi phải từ 18 đến 120."], ["do": "focused", "question": "Tuổi"],
        ["do": "type", "label": "Tuổi", "text": "40"], ["do": "type", "label": "Số năm công tác", "text": "15"],
        ["do": "type", "label": "Ngày sinh", "text": "1986-05-04"],
        ["do": "type", "label": "Giờ thuận tiện", "text": "08:30"],
        ["do": "type", "label": "Thời điểm gặp", "text": "2026-12-01T14:05"], ["do": "press", "button": "Tiếp tục"],
        ["do": "axe", "where": "opinions"], ["do": "narrow", "width": 320],
        [
          "do": "likert", "statement": "Tôi nắm rõ nội dung",
          "keys": ["Space", "ArrowRight", "ArrowRight", "ArrowRight"],
        ],
        ["do": "press", "button": "Tiếp tục"], ["do": "axe", "where": "ranking"], ["do": "narrow", "width": 320],
        ["do": "see", "text": "Tâm tư của Ông/Bà (40 tuổi)"],
        ["do": "focus_and_key", "button": "Chuyển lên: Khác", "key": "Enter"],
        ["do": "focus_and_key", "button": "Chuyển lên: Khác", "key": "Space"],
        ["do": "type", "label": "Tâm tư của Ông/Bà", "text": "Dòng một\nDòng hai"],
        ["do": "tick_box", "label": "Tôi đã đọc lại câu trả lời"], ["do": "reload"],
        ["do": "see", "text": "Trên máy này có một phiếu đang điền dở"], ["do": "axe", "where": "draft"],
        ["do": "press", "button": "Điền tiếp"], ["do": "press", "button": "Tiếp tục"],
        ["do": "press", "button": "Tiếp tục"], ["do": "press", "button": "Tiếp tục"],
        ["do": "press", "button": "Tiếp tục"], ["do": "press", "button": "Thêm: Người con"],
        ["do": "type", "label": "Tên gọi", "text": "An"], ["do": "type", "label": "Tuổi", "text": "9"],
        ["do": "axe", "where": "repeat"], ["do": "press", "button": "Xem lại phiếu"], ["do": "axe", "where": "review"],
        ["do": "narrow", "width": 320], ["do": "see", "text": "chưa trả lời"],
      ], save: "Lưu phiếu")
    #expect(outcome.report.violations.isEmpty)
    #expect(outcome.report.outside.isEmpty)
    #expect(outcome.report.errors.isEmpty)
    let xml = outcome.submission
    for expected in [
      "<data xmlns:orx=\"http://openrosa.org/xforms\" id=\"sample\" version=\"7\">", "<consent>yes</consent>",
      "<prov>92</prov>", "<commune>31396</commune>", "<age>40</age>", "<areas>urban other</areas>",
      "<area_other>Ven &lt;biển&gt; &amp; đảo</area_other>", "<income>12.5</income>", "<years>15</years>",
      "<born>1986-05-04</born>", "<clock>08:30:00.000+07:00</clock>",
      "<meeting>2026-12-01T14:05:00.000+07:00</meeting>",
      "<o1>4</o1>", "<o2/>", "<priorities>other urban rural 99</priorities>", "<wish>Dòng một\nDòng hai</wish>",
      "<ok>OK</ok>", "<decade>4</decade>", "<child_age>9</child_age>", "<children>1</children>", "<batch>b1</batch>",
      "<orx:instanceName>Phiếu 40</orx:instanceName>",
    ] { #expect(xml.contains(expected), "\(expected)") }
    let identifier = try #require(
      xml.firstMatch(of: /uuid:([0-9a-f]{8})-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}</))
    #expect(outcome.fileName == "sample-\(identifier.1).xml")
    #expect(xml.contains(/<start>20\d\d-\d\d-\d\dT[\d:.]{12}\+07:00<\/start>/))
    #expect(xml.contains(/<deviceid>web:[0-9a-f-]{36}<\/deviceid>/))
    try isTakenIn(xml, of: form)
  }

  /// What was filled in is what ingest reads, rows of the repeat included.
  private func isTakenIn(_ xml: String, of form: Form) throws {
    let layout = RecordLayout(form: form)
    let store = InMemoryRecordStore(layout: layout)
    let session = try IngestSession(
      form: form, layout: layout, writer: store, options: IngestOptions(now: (4_000_000_000_000, 420)))
    let report = try session.ingest(bytes: Array(xml.utf8), label: "saved.xml")
    #expect(report.total.accepted == 1, "\(report.diagnostics.map { $0.line(in: .english) })")
    let batch = try #require(store.contents.batches.first)
    func answer(_ name: String) -> String? {
      layout.index(of: name).flatMap { batch.columns[$0]?.text(at: 0, of: layout.fields[$0]) }
    }
    #expect(answer("areas") == "urban other")
    #expect(answer("priorities") == "other urban rural 99")
    #expect(answer("area_other") == "Ven <biển> & đảo")
    #expect(answer("wish") == "Dòng một\nDòng hai")
    #expect(answer("income") == "12.5")
    let row = zip(layout.repeats[0].fields, batch.repeats[0].columns).map { $1?.text(at: 0, of: $0) }
    #expect(batch.repeats[0].counts == [1])
    #expect(row == ["An", "9"])
  }

  @Test("A refusal saves the consent answer and nothing else")
  func refusal() throws {
    let outcome = try Browser.visit(
      try #require(SampleForms.every),
      [
        ["do": "choose", "question": "Ông/Bà có đồng ý trả lời không?", "answer": "Không"],
        ["do": "press", "button": "Tiếp tục"], ["do": "see", "text": "Cảm ơn Ông/Bà"],
        ["do": "axe", "where": "refusal"],
      ], save: "Lưu tệp không tham gia")
    #expect(outcome.report.violations.isEmpty)
    #expect(outcome.submission.contains("<consent>no</consent>"))
    for absent in ["batch", "intro", "start", "deviceid", "profile", "instanceName"] {
      #expect(!outcome.submission.contains("<\(absent)"), "\(absent)")
    }
  }
}

extension BrowserTests {
  /// Expressions whose value depends on nothing but themselves.
  static let expressions = [
    "1 + 2 * 3", "10 - 4 - 3", "-7 mod 3", "1 div 3", "1 div 0", "0 div 0", "2 - -3", "1 = '1.0'", "'1' = '1.0'",
    "true() = 'x'", "3 > 2 > 1", "'b' > 'a'", "1 < 2 and not(2 < 1) or false()", "selected('a b  c', 'c')",
    "count-selected(' a b ')", "selected-at('a b c', 1)", "selected-at('a', 4)", "if('' = '', 'có', 'không')",
    "coalesce('', 'x')", "string-length('Nguyễn')", "substr('abcdef', 1, 3)", "substr('abcdef', -2)",
    "substring('12345', 1.5, 2.6)", "substring-before('1999/04', '/')", "substring-after('1999/04', '/')",
    "contains('abc', '')", "starts-with('abc', 'ab')", "ends-with('c', 'bc')", "concat('a', 1, true())",
    "join('-', 'a', 2)", "normalize-space('  a   b ')", "translate('--aaa--', 'abc-', 'ABC')", "int(-3.7)",
    "number('1e3')", "number('.5')", "number('5.')", "round(2.5)", "round(-2.5)", "round(1.2345, 2)",
    "round(1250, -2)", "floor(-1.2)", "pow(2, 10)", "min(3, 1, 2)", "max('', 4)", "sum(1, '', 2)",
    "count-non-empty('', 1)",
    "checklist(1, 2, true(), false())", "weighted-checklist(3, -1, true(), 2, true(), 1.5)", "boolean-from-string('1')",
    "date('2026-11-21T23:00:00')", "date(-1)", "date('2023-02-29')", "'1999-12-31' < '2000-01-01'",
    "decimal-date-time('2026-01-02T05:00:00Z')", "decimal-date-time('2026-01-02T12:00:00+07:00')",
    "decimal-time('06:00:00.000+07:00')", "date-time(20000.5)", "format-date('2026-03-05', '%e %n %y %b %a %%')",
    "format-date-time('2026-11-21T02:00:00.000Z', '%H:%M:%S.%3')", "regex('0912345678', '[0-9]{10}')",
    "regex('Nguyễn Văn', '\\p{L}+( \\p{L}+)*')", "regex('x1', '\\d+')", "1000000 * 1000000 * 1000000 * 1000000",
    "1 div 10000000", "0.1 + 0.2", "-(1 + 2) * 2", "boolean('false')", "string(-0.5)", "now() > '2020-01-01'",
  ]

  @Test("The page computes what ingest computes")
  func sameValues() throws {
    let rows = Self.expressions.enumerated().map { number, text in "calculate,c\(number),,\"\(text)\"" }
    let survey = "type,name,label,calculation\ntext,q,Câu hỏi,\n" + rows.joined(separator: "\n")
    let form = try #require(
      SampleForms.read(survey: survey, choices: "list_name,name,label\n", settings: "form_title,form_id\nA,calc\n"))
    let outcome = try Browser.visit(
      form, [["do": "calculate"], ["do": "press", "button": "Xem lại phiếu"]], save: "Lưu phiếu")
    let expected = Dictionary(
      uniqueKeysWithValues: form.placedQuestions.compactMap { placed in
        placed.question.calculation.map { (placed.question.name, $0.evaluate(in: BlankRecord()).text) }
      })
    for (number, text) in Self.expressions.enumerated() {
      #expect(outcome.report.values["c\(number)"] == expected["c\(number)"], "\(text)")
    }
  }

  @Test(
    "No part, error or review of the intellectuals' questionnaire has a serious barrier",
    .enabled(if: SampleForms.shipped["pks-01"] != nil), arguments: ["vi", "en"])
  func shippedForm(_ language: String) throws {
    let form = try #require(SampleForms.shipped["pks-01"])
    let consent =
      language == "vi"
      ? "Tôi đồng ý cho xử lý câu trả lời cho mục đích thống kê nêu trên" : "I agree to my answers being processed"
    let steps: [[String: Any]] = [
      ["do": "press", "button": language == "vi" ? "Tiếng Việt" : "English"],
      ["do": "press", "button": language == "vi" ? "Tiếp tục" : "Continue"], ["do": "focused", "question": consent],
      ["do": "axe", "where": "errors"], ["do": "narrow", "width": 320],
      ["do": "choose", "question": consent, "answer": language == "vi" ? "Đồng ý" : "I agree"],
      ["do": "printed", "selector": ".scale", "display": "table-header-group"],
      ["do": "printed", "selector": ".opinions .cells", "display": "table-row"], ["do": "walk", "width": 320],
      ["do": "zoom", "percent": 200],
    ]
    let outcome = try Browser.visit(form, steps, save: language == "vi" ? "Lưu phiếu" : "Save questionnaire")
    #expect(outcome.report.violations.isEmpty)
    #expect(outcome.report.errors.isEmpty)
    #expect(outcome.submission.contains("<consent_survey>yes</consent_survey>"))
  }

  @Test("Nested repeats, places, files and computed defaults do not stop a page", arguments: ["plain", "bfi"])
  func otherForms(_ name: String) throws {
    var form = try #require(name == "plain" ? SampleForms.plain : SampleForms.shipped[name])
    form.submissionURL = nil
    let steps: [[String: Any]] =
      (name == "plain"
        ? [
          ["do": "choose", "question": "Câu b", "answer": "Chữ x"], ["do": "press", "button": "Tiếp tục"],
          ["do": "see", "text": "Lần trong 2"],
        ] : []) + [["do": "walk", "width": 320], ["do": "press", "button": "English"]]
    let outcome = try Browser.visit(form, steps, save: "Save questionnaire")
    #expect(outcome.report.errors.isEmpty)
    #expect(outcome.report.violations.isEmpty)
    if name == "plain" {
      #expect(outcome.submission.components(separatedBy: "<r2>").count == 7)
      #expect(outcome.submission.contains("<fixed>abc</fixed>"))
    }
  }
}

/// A record without answers, in Vietnam's time.
private struct BlankRecord: AnswerContext {
  var current: String { "" }
  var now: (milliseconds: Int64, offsetMinutes: Int) { (1_795_230_930_250, 420) }

  func answer(to name: String) -> String { "" }
}

/// Chromium, driven by a script.
enum Browser {
  /// What the script reports of a visit.
  struct Report: Decodable {
    var violations: [String]
    var outside: [String]
    var errors: [String]
    /// The values of calculated fields, where a step asked for them.
    var values: [String: String]
    /// What the page sent, where a step collected it.
    var received: [Post]
  }

  /// One request with a questionnaire.
  struct Post: Decodable {
    /// The header `X-OpenRosa-Version`.
    var version: String
    /// The parts by name.
    var parts: [String: String]
  }

  static let python: String? = [
    ProcessInfo.processInfo.environment["YKIEN_BROWSER_PYTHON"],
    SampleForms.packageRoot.appending(path: ".build/tools/venv/bin/python").path(),
  ].compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isPresent: Bool {
    guard let python, FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium") else { return false }
    let check = try? runProgram(python, ["-c", "import playwright, axe_playwright_python"])
    return check?.status == 0
  }

  /// Fills in a form and, where the button is named, saves it.
  static func visit(
    _ form: Form, _ steps: [[String: Any]], save button: String?, after: [[String: Any]] = []
  ) throws -> (report: Report, submission: String, fileName: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let target = folder.appending(path: "saved.xml")
    let page = folder.appending(path: "page.html")
    let plan = folder.appending(path: "steps.json")
    try Data(WebPage.document(for: form).utf8).write(to: page)
    let saving: [[String: Any]] = button.map { [["do": "save", "button": $0, "to": target.path()]] } ?? []
    let all = steps + saving + [["do": "axe", "where": "saved"]] + after
    try JSONSerialization.data(withJSONObject: all).write(to: plan)
    let script = SampleForms.packageRoot.appending(path: "Tests/QuestionnaireTests/Browser/fill_page.py")
    let run = try runProgram(python ?? "", ["-B", script.path(), page.path(), plan.path()])
    try #require(run.status == 0, "\(run.output) (left in \(folder.path()))")
    let line = run.output.split(separator: "\n").last.map(String.init) ?? ""
    let report = try JSONDecoder().decode(Report.self, from: Data(line.utf8))
    let submission = button == nil ? "" : try String(contentsOf: target, encoding: .utf8)
    let name = button == nil ? "" : try String(contentsOf: folder.appending(path: "saved.xml.name"), encoding: .utf8)
    try FileManager.default.removeItem(at: folder)
    return (report, submission, name)
  }
}
