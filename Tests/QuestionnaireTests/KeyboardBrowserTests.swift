import FormDefinition
import Foundation
import Testing

@testable import Questionnaire

extension BrowserTests {
  @Test("A whole questionnaire is filled in with the keyboard alone, long lists by searching")
  func keyboardOnly() throws {
    let form = try #require(SampleForms.communes)
    let steps: [[String: Any]] = [
      ["do": "tab_to", "text": "Tìm trong danh sách: Xã nơi ở"], ["do": "write", "text": "dong hoa 27"],
      ["do": "see", "text": "Tìm thấy 1 mục."], ["do": "keys", "keys": ["ArrowDown"]],
      ["do": "see", "text": "Đã chọn: Phường Đông Hòa 27"],
      ["do": "tab_to", "text": "Tìm trong danh sách: Xã nơi làm việc"], ["do": "write", "text": "hoa 3"],
      ["do": "see", "text": "Tìm thấy 4 mục."], ["do": "tab_to", "text": "Phường Đông Hòa 30"],
      ["do": "keys", "keys": ["Space"]], ["do": "axe", "where": "long lists"], ["do": "narrow", "width": 320],
      ["do": "zoom", "percent": 200], ["do": "tab_to", "text": "Có"], ["do": "keys", "keys": ["Space", "ArrowDown"]],
      ["do": "tab_to", "text": "Chuyển lên: Không"], ["do": "keys", "keys": ["Enter"]],
      ["do": "tab_to", "text": "Điểm"],
      ["do": "keys", "keys": ["ArrowRight", "ArrowRight"]], ["do": "tab_to", "text": "Ghi chú"],
      ["do": "write", "text": "Đủ"], ["do": "tab_to", "text": "Xem lại phiếu"], ["do": "keys", "keys": ["Enter"]],
      ["do": "see", "text": "Phường Đông Hòa 30"], ["do": "tab_to", "text": "Lưu phiếu"],
    ]
    let outcome = try Browser.visit(form, steps, save: "Lưu phiếu")
    #expect(outcome.report.violations.isEmpty)
    #expect(outcome.report.errors.isEmpty)
    for expected in [
      "<home>127</home>", "<work>130</work>", "<member>n</member>", "<order>n y</order>", "<score>7</score>",
      "<note>Đủ</note>",
    ] { #expect(outcome.submission.contains(expected), "\(expected)") }
  }
}
