import Diagnostics
import FormDefinition
import Testing

@Suite("The main questionnaire PKS-01")
struct PKS01FormTests {
  private func form() throws -> Form { try #require(Form.read(try projectForm("pks-01")).form) }

  @Test("It is read without findings")
  func clean() throws {
    let reading = Form.read(try projectForm("pks-01"))
    #expect(reading.diagnostics.map { $0.line(in: .english) } == [])
    #expect(reading.isUsable)
  }

  @Test("It holds every part of the questionnaire")
  func parts() throws {
    let questions = try form().placedQuestions.map(\.question)
    func count(_ condition: (Question) -> Bool) -> Int { questions.filter(condition).count }
    #expect(count { $0.type == .selectOne(list: "agree5") } == 38)
    #expect(count { $0.name.hasSuffix("_imp") && $0.type == .selectOne(list: "importance5") } == 14)
    #expect(count { $0.name.hasSuffix("_prov") && $0.type == .selectOne(list: "provision5") } == 14)
    #expect(count { $0.name.hasPrefix("prof_") } == 15)
    #expect(count { $0.name.hasPrefix("open_") && $0.appearance == "multiline" } == 3)
    #expect(count { $0.type == .selectOne(list: "consent") } == 4)
    #expect(count { if case .metadata = $0.type { true } else { false } } == 3)
    #expect(!questions.contains { $0.name == "prof_party_member" })
  }

  @Test("Nothing is asked, ticked or required beyond the consent itself when consent is refused")
  func consentFirst() throws {
    let form = try form()
    #expect(form.consent?.text == "${consent_survey} = 'yes'")
    let asked = form.placedQuestions.filter(\.question.type.isAsked)
    #expect(asked.first?.question.name == "consent_survey")
    for placed in asked.dropFirst() {
      #expect(placed.relevance.contains { $0.text == "${consent_survey} = 'yes'" }, "\(placed.question.name)")
      #expect(placed.question.required == nil, "\(placed.question.name)")
      #expect(placed.question.defaultValue.isEmpty, "\(placed.question.name)")
    }
  }

  @Test("Sensitive questions are hidden unless their processing is agreed to")
  func sensitive() throws {
    let sensitive = try form().placedQuestions.filter { placed in
      placed.relevance.contains { $0.text == "${consent_sensitive} = 'yes'" }
    }
    #expect(sensitive.map(\.question.name) == ["prof_ethnic_group", "a3_goals_support"])
  }

  @Test("Every choice that is no answer is declared so, and every profile list has one")
  func missingChoices() throws {
    let form = try form()
    for list in form.choiceLists.values {
      for choice in list.choices { #expect((choice.missing != nil) == ["98", "99"].contains(choice.name)) }
    }
    for placed in form.placedQuestions where placed.question.name.hasPrefix("prof_") {
      guard let list = placed.question.type.choiceList else { continue }
      #expect(form.choiceLists[list]?.choices.last?.missing == .noAnswer, "\(list)")
    }
    #expect(form.choiceLists["agree5"]?.substantive.map(\.name) == ["1", "2", "3", "4", "5"])
  }

  @Test("Everything a respondent reads stands in Vietnamese and English")
  func bilingual() throws {
    let form = try form()
    let expected = ["en", "vi"]
    #expect(form.title.byCode.keys.sorted() == expected)
    for placed in form.placedQuestions where placed.question.type.isAsked || placed.question.type == .note {
      #expect(placed.question.label.byCode.keys.sorted() == expected, "\(placed.question.name)")
      for group in placed.groups { #expect(group.label.byCode.keys.sorted() == expected, "\(group.name)") }
    }
    for choice in form.choiceLists.values.flatMap(\.choices) { #expect(choice.label.byCode.keys.sorted() == expected) }
    for indicator in form.indicators { #expect(indicator.label.byCode.keys.sorted() == expected) }
  }

  @Test("Its indicators cover the groups, the needs, the rankings, the profile and the open questions")
  func indicators() throws {
    let form = try form()
    let byKind = Dictionary(grouping: form.indicators, by: \.kind)
    #expect(byKind[.consensus]?.map(\.items.count) == [8, 8, 7, 7, 8])
    #expect(byKind[.consensus]?.map { $0.reverse.sorted() } == [[], [], ["c5r_procedures"], [], ["e5r_formalistic"]])
    #expect(byKind[.need]?.first?.items.count == 14)
    #expect(
      byKind[.need]?.first?.items.first == .pair(importance: "need_01_income_imp", provision: "need_01_income_prov"))
    #expect(byKind[.ranking]?.map(\.name) == ["task_priorities", "needs_top3"])
    #expect(byKind[.ranking]?.last?.parameters == ["top": "3"])
    #expect(byKind[.multiple]?.count == 1)
    #expect(byKind[.share]?.count == 11)
    #expect(byKind[.text]?.count == 3)
  }
}
