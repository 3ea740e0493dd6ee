import FormDefinition
import Foundation
import Testing

@testable import Questionnaire

extension BrowserTests {
  @Test("The withdrawal code shown is the one of the saved questionnaire, explained in both languages")
  func withdrawalCode() throws {
    let form = try #require(SampleForms.outdoors(submissionURL: ""))
    let outcome = try Browser.visit(
      form, Self.shortSteps, save: "Lưu phiếu",
      after: [
        ["do": "see", "text": "Mã phiếu của Ông/Bà"], ["do": "see", "text": "Your questionnaire code"],
        ["do": "keep_text", "selector": "#withdrawal-code", "name": "code"], ["do": "narrow", "width": 320],
        ["do": "press", "button": "English"], ["do": "axe", "where": "code in English"],
        ["do": "keep_text", "selector": "#withdrawal-code", "name": "again"],
      ])
    #expect(outcome.report.violations.isEmpty)
    let identifier = try #require(outcome.submission.firstMatch(of: /<orx:instanceID>(uuid:[0-9a-f-]{36})</)).1
    let code = try #require(WithdrawalCode(instanceID: String(identifier)))
    #expect(outcome.report.values["code"] == code.text)
    #expect(outcome.report.values["again"] == code.text)
    #expect(WithdrawalCode(reading: code.text)?.instanceID == String(identifier))
  }
}
