import FormDefinition
import Foundation
import Testing

@testable import Questionnaire

extension BrowserTests {
  static let collectorURL = "http://127.0.0.1:9/submission"

  /// Only what must be answered, up to the review.
  static var shortSteps: [[String: Any]] {
    [
      ["do": "choose", "question": "Ông/Bà có đồng ý không?", "answer": "Có"], ["do": "press", "button": "Tiếp tục"],
      ["do": "within", "question": "Vị trí (bắt buộc)", "label": "Vĩ độ", "text": "10,5"],
      ["do": "within", "question": "Vị trí (bắt buộc)", "label": "Kinh độ", "text": "106,25"],
      ["do": "attach", "label": "Ảnh", "name": "a.png", "content": "bytes of a picture"],
      ["do": "press", "button": "Xem lại phiếu"],
    ]
  }

  @Test("A questionnaire is sent again until the server takes it, each time the same, with its files")
  func sendingWithRetry() throws {
    let form = try #require(SampleForms.outdoors(submissionURL: Self.collectorURL))
    let steps: [[String: Any]] =
      [["do": "collect", "answers": [503, 201]]] + Self.shortSteps + [
        ["do": "press", "button": "Gửi phiếu"], ["do": "see", "text": "Máy chủ đã nhận phiếu của Ông/Bà."],
      ]
    let outcome = try Browser.visit(
      form, steps, save: nil,
      after: [["do": "reload"], ["do": "see", "text": "Ông/Bà có đồng ý không?"]])
    #expect(outcome.report.violations.isEmpty)
    #expect(outcome.report.errors.isEmpty)
    #expect(outcome.report.outside.isEmpty)
    #expect(outcome.report.received.count == 2)
    let post = try #require(outcome.report.received.last)
    #expect(outcome.report.received.first?.parts == post.parts)
    #expect(post.version == "1.0")
    let xml = try #require(post.parts["xml_submission_file"])
    #expect(xml.contains("<place>10.5 106.25 0 0</place>"))
    let name = try #require(xml.firstMatch(of: /<picture>(picture-[0-9a-f]{8}\.png)<\/picture>/)).1
    #expect(post.parts[String(name)] == "bytes of a picture")
    #expect(post.parts.count == 2)
  }

  @Test("A refusal of the server is explained, not tried again, and the draft stays", arguments: [400, 409])
  func refusedByServer(_ status: Int) throws {
    let form = try #require(SampleForms.outdoors(submissionURL: Self.collectorURL))
    let steps: [[String: Any]] =
      [["do": "collect", "answers": [status]]] + Self.shortSteps + [
        ["do": "press", "button": "Gửi phiếu"],
        ["do": "see", "text": status == 409 ? "Máy chủ đã có phiếu này" : "Chưa gửi được phiếu"],
        ["do": "see", "text": status == 409 ? "Máy chủ báo đã có phiếu mang mã này" : "(lỗi 400)"],
        ["do": "axe", "where": "unsent"], ["do": "narrow", "width": 320],
      ]
    let outcome = try Browser.visit(
      form, steps, save: "Lưu thành tệp",
      after: [
        ["do": "reload"], ["do": "press", "button": "Điền tiếp"], ["do": "press", "button": "Tiếp tục"],
        ["do": "press", "button": "Xem lại phiếu"], ["do": "press", "button": "Gửi phiếu"],
        ["do": "see", "text": status == 409 ? "Máy chủ đã có phiếu này" : "Chưa gửi được phiếu"],
      ])
    #expect(outcome.report.violations.isEmpty)
    #expect(outcome.report.received.count == 2)
    #expect(outcome.submission == outcome.report.received.first?.parts["xml_submission_file"])
    let identifiers = outcome.report.received.map { post in
      (post.parts["xml_submission_file"] ?? "").firstMatch(of: /uuid:[0-9a-f-]{36}/).map { String($0.0) }
    }
    #expect(identifiers.first == identifiers.last, "the questionnaire keeps its identifier after a reload")
  }

  @Test("The page may connect to the address's server and to no other")
  func policy() throws {
    let page = WebPage.document(
      for: try #require(SampleForms.outdoors(submissionURL: "https://thu.example.org:8443/a/b?c")))
    #expect(page.contains("connect-src https://thu.example.org:8443; form-action 'none'"))
  }

  @Test(
    "An address that the policy cannot name is not sent to",
    arguments: [
      ("https://example.org/x", "https://example.org"), ("HTTP://127.0.0.1:9/x", "http://127.0.0.1:9"),
      ("/submission", "'self'"), ("//example.org/x", nil), ("https://a@example.org/x", nil),
      ("https://example.org;script-src *", nil), ("https://example.org:99999/", nil), ("https://[::1]/", nil),
      ("https:///x", nil), ("ftp://example.org", nil), ("javascript:alert(1)", nil), ("https://*/", nil), ("", nil),
    ] as [(String, String?)])
  func addresses(_ text: String, _ origin: String?) {
    #expect(SubmissionAddress(text)?.allowedOrigin == origin)
  }
}
