import FormDefinition
import Foundation
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
      "<o1>4</o1>", "<o2/>", "<priorities>other urban rural</priorities>", "<wish>Dòng một\nDòng hai</wish>",
      "<ok>OK</ok>", "<decade>4</decade>", "<child_age>9</child_age>", "<children>1</children>", "<batch>b1</batch>",
      "<orx:instanceName>Phiếu 40</orx:instanceName>",
    ] { #expect(xml.contains(expected), "\(expected)") }
    let identifier = try #require(
      xml.firstMatch(of: /uuid:([0-9a-f]{8})-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}</))
    #expect(outcome.fileName == "sample-\(identifier.1).xml")
    #expect(xml.contains(/<start>20\d\d-\d\d-\d\dT[\d:.]{12}\+07:00<\/start>/))
    #expect(xml.contains(/<deviceid>web:[0-9a-f-]{36}<\/deviceid>/))
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

/// Chromium, driven by a script.
enum Browser {
  /// What the script reports of a visit.
  struct Report: Decodable {
    var violations: [String]
    var outside: [String]
    var errors: [String]
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

  /// Fills in a form and saves it.
  static func visit(
    _ form: Form, _ steps: [[String: Any]], save button: String
  ) throws -> (report: Report, submission: String, fileName: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let target = folder.appending(path: "saved.xml")
    let page = folder.appending(path: "page.html")
    let plan = folder.appending(path: "steps.json")
    try Data(WebPage.document(for: form).utf8).write(to: page)
    let all = steps + [["do": "save", "button": button, "to": target.path()], ["do": "axe", "where": "saved"]]
    try JSONSerialization.data(withJSONObject: all).write(to: plan)
    let script = SampleForms.packageRoot.appending(path: "Tests/QuestionnaireTests/Browser/fill_page.py")
    let run = try runProgram(python ?? "", [script.path(), page.path(), plan.path()])
    try #require(run.status == 0, "\(run.output) (left in \(folder.path()))")
    let line = run.output.split(separator: "\n").last.map(String.init) ?? ""
    let report = try JSONDecoder().decode(Report.self, from: Data(line.utf8))
    let submission = try String(contentsOf: target, encoding: .utf8)
    let name = try String(contentsOf: folder.appending(path: "saved.xml.name"), encoding: .utf8)
    try FileManager.default.removeItem(at: folder)
    return (report, submission, name)
  }
}
