import Diagnostics
import FormDefinition
import Testing

@Suite("The form of the 25 personality items")
struct BFIFormTests {
  @Test("It is read without findings")
  func clean() throws {
    let reading = Form.read(try projectForm("bfi"))
    #expect(reading.diagnostics.map { $0.line(in: .english) } == [])
    #expect(reading.isUsable)
  }

  @Test("Its questions are the columns of the published data, in their order")
  func questions() throws {
    let form = try #require(Form.read(try projectForm("bfi")).form)
    let items = ["A", "C", "E", "N", "O"].flatMap { trait in (1...5).map { "\(trait)\($0)" } }
    let names = form.placedQuestions.map(\.question.name)
    #expect(names == ["id"] + items + ["gender", "education", "age", "ageg", "w"])
    let scale = form.placedQuestions.filter { items.contains($0.question.name) }.map(\.question.type)
    #expect(Set(scale) == [.selectOne(list: "accuracy6")])
    #expect(form.choiceLists["accuracy6"]?.substantive.map(\.name) == ["1", "2", "3", "4", "5", "6"])
    #expect(form.choiceLists["accuracy6"]?.choices[0].label.text(in: "en") == "Very inaccurate")
  }

  @Test("Its settings and languages are those of the sheets")
  func settings() throws {
    let form = try #require(Form.read(try projectForm("bfi")).form)
    #expect(form.identifier == "bfi")
    #expect(form.languages.map(\.code) == ["vi", "en"])
    #expect(form.defaultLanguage == "vi")
    #expect(form.title.byCode.keys.sorted() == ["en", "vi"])
    #expect(form.consent == nil)
  }

  @Test("Each trait has a consensus indicator over its five items")
  func indicators() throws {
    let form = try #require(Form.read(try projectForm("bfi")).form)
    let consensus = form.indicators.filter { $0.kind == .consensus }
    #expect(consensus.map(\.group) == ["A", "C", "E", "N", "O"])
    #expect(consensus.allSatisfy { $0.items.count == 5 && $0.agree == ["4", "5", "6"] })
    #expect(consensus[0].items.map(\.name) == ["A1", "A2", "A3", "A4", "A5"])
  }
}
