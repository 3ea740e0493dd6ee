import Diagnostics
import FormDefinition
import Foundation
import Testing

@Suite("The forms of the project")
struct ProjectFormsTests {
  /// Every folder of `forms/`.
  static let names: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "forms").path())) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  /// The forms a union hands out; the others describe public data.
  static let own = names.filter { $0.hasPrefix("pks-") || $0.hasPrefix("bm-") }

  private func form(_ name: String) throws -> Form { try #require(Form.read(try projectForm(name)).form) }

  @Test("All of them are there")
  func present() { #expect(Self.own == ["bm-01", "bm-03", "bm-04", "bm-05", "bm-06", "pks-01", "pks-02"]) }

  @Test("Each is read without findings and named like its folder", arguments: names)
  func clean(_ name: String) throws {
    let reading = Form.read(try projectForm(name))
    #expect(reading.diagnostics.map { $0.line(in: .english) } == [])
    #expect(reading.isUsable)
    #expect(reading.form?.identifier == name)
    #expect(reading.form?.indicators.isEmpty == false)
  }

  @Test("Everything a respondent reads stands in Vietnamese and English", arguments: own)
  func bilingual(_ name: String) throws {
    let form = try form(name)
    let expected = ["en", "vi"]
    #expect(form.title.byCode.keys.sorted() == expected)
    for placed in form.placedQuestions {
      let question = placed.question
      for group in placed.groups { #expect(group.label.byCode.keys.sorted() == expected, "\(group.name)") }
      guard question.type.isAsked || question.type == .note else { continue }
      #expect(question.label.byCode.keys.sorted() == expected, "\(question.name)")
      for text in [question.hint, question.requiredMessage, question.constraintMessage] where !text.isEmpty {
        #expect(text.byCode.keys.sorted() == expected, "\(question.name)")
      }
      #expect(question.required == nil || !question.requiredMessage.isEmpty, "\(question.name)")
      #expect(question.constraint == nil || !question.constraintMessage.isEmpty, "\(question.name)")
    }
    for choice in form.choiceLists.values.flatMap(\.choices) { #expect(choice.label.byCode.keys.sorted() == expected) }
    for indicator in form.indicators { #expect(indicator.label.byCode.keys.sorted() == expected) }
  }

  @Test("Forms with personal data ask for consent before anything else", arguments: ["pks-01", "pks-02"])
  func consent(_ name: String) throws {
    let form = try form(name)
    #expect(form.consent != nil)
    let asked = form.placedQuestions.filter(\.question.type.isAsked)
    #expect(asked.first?.question.name == "consent_survey")
    for placed in asked.dropFirst() {
      #expect(placed.relevance.contains { $0.text.contains("${consent_survey} = 'yes'") }, "\(placed.question.name)")
      #expect(placed.question.defaultValue.isEmpty, "\(placed.question.name)")
    }
  }

  @Test("Petitions and meetings have the themes of the needs that PKS-01 asks about", arguments: ["bm-05", "bm-06"])
  func themes(_ name: String) throws {
    let needs = try #require(try form("pks-01").choiceLists["need"]).substantive
    let themes = try #require(try form(name).choiceLists["theme"]).choices
    #expect(needs.count == 14)
    #expect(themes.dropLast().map(\.name) == needs.map(\.name))
    #expect(themes.dropLast().map(\.label) == needs.map(\.label))
    #expect(themes.last?.name == "other")
  }

  @Test("Lists with the same name in several forms give the same code the same label")
  func sharedLists() throws {
    var labels: [String: LocalizedText] = [:]
    for name in Self.own {
      for list in try form(name).choiceLists.values where ["org_type", "sector", "science_field"].contains(list.name) {
        for choice in list.choices {
          let key = "\(list.name) \(choice.name)"
          #expect(labels[key, default: choice.label] == choice.label, "\(name): \(key)")
          labels[key] = choice.label
        }
      }
    }
    #expect(labels.count > 20)
  }
}
