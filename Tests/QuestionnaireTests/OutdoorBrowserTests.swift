import FormDefinition
import Foundation
import Testing

@testable import Questionnaire

extension BrowserTests {
  /// Places and files of the outdoor form, filled in.
  static var outdoorSteps: [[String: Any]] {
    [
      ["do": "choose", "question": "Ông/Bà có đồng ý không?", "answer": "Có"], ["do": "press", "button": "Tiếp tục"],
      ["do": "press", "button": "Xem lại phiếu"], ["do": "see", "text": "Xin trả lời câu hỏi này."],
      ["do": "focused", "question": "Vị trí"],
      [
        "do": "locate", "question": "Vị trí", "button": "Lấy vị trí hiện tại", "latitude": 10.957412,
        "longitude": 106.84267,
      ],
      ["do": "see", "text": "Đã lấy vị trí, sai số khoảng 12 m."],
      ["do": "within", "question": "Vị trí trụ sở", "label": "Vĩ độ", "text": "10,5"],
      ["do": "type", "label": "Đường đi", "text": "10.1 106.1"],
      ["do": "type", "label": "Khu đất", "text": "10,1 106,1\n10.2, 106.1\n10.2,106.2"],
      ["do": "attach", "label": "Ảnh", "name": "Nguyễn Văn A.JPG", "content": "bytes of a picture"],
      ["do": "see", "text": "Đã chọn Nguyễn Văn A.JPG (0,0 kB)."],
      ["do": "type", "label": "Mã vạch", "text": "8934563138165"],
      ["do": "press", "button": "Xem lại phiếu"], ["do": "see", "text": "Xin nhập vĩ độ"],
      ["do": "see", "text": "Xin ghi ít nhất 2 điểm."], ["do": "axe", "where": "places"],
      ["do": "narrow", "width": 320],
      ["do": "within", "question": "Vị trí trụ sở", "label": "Kinh độ", "text": "106,25"],
      ["do": "type", "label": "Đường đi", "text": "10.1 106.1\n10.2 106.2"],
      ["do": "press", "button": "Xem lại phiếu"],
      ["do": "see", "text": "Nguyễn Văn A.JPG"], ["do": "axe", "where": "review of places"],
    ]
  }

  @Test("Places are taken from the device or typed, and files are named in the submission")
  func placesAndFiles() throws {
    let form = try #require(SampleForms.outdoors(submissionURL: ""))
    let outcome = try Browser.visit(
      form, Self.outdoorSteps, save: "Lưu phiếu",
      after: [["do": "download", "button": "Tải tệp picture-", "content": "bytes of a picture"]])
    #expect(outcome.report.violations.isEmpty)
    #expect(outcome.report.errors.isEmpty)
    for expected in [
      "<place>10.957412 106.84267 0 12.4</place>", "<typed>10.5 106.25 0 0</typed>",
      "<way>10.1 106.1 0 0;10.2 106.2 0 0</way>",
      "<field>10.1 106.1 0 0;10.2 106.1 0 0;10.2 106.2 0 0;10.1 106.1 0 0</field>", "<paper/>",
      "<code>8934563138165</code>",
    ] { #expect(outcome.submission.contains(expected), "\(expected)") }
    #expect(outcome.submission.contains(/<picture>picture-[0-9a-f]{8}\.jpg<\/picture>/))
    #expect(!outcome.submission.contains("Nguyễn"), "the name of a person's file stays with the person")
  }
}
