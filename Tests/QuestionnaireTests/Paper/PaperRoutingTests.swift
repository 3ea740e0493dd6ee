import Diagnostics
import FormDefinition
import Testing

@testable import Questionnaire

/// Requirements: an answer that rules out the questions behind it sends the reader to the first one it does not rule
/// out; a question says "only if" exactly where the arrows do not already see to it.
@Suite("Skip instructions")
struct PaperRoutingTests {
  private func jumps(_ rows: String, language: InterfaceLanguage? = nil) throws -> [[String]] {
    try #require(PaperSamples.paper(rows, language: language)).questions.map(\.jumps)
  }
  private func conditions(_ rows: String) throws -> [String?] {
    try #require(PaperSamples.paper(rows)).questions.map(\.condition)
  }

  private let run = """
    select_one yn,q1,Một,,,,,,
    text,q2,Hai,${q1} = 'yes',,,,,
    text,q3,Ba,${q1} = 'yes' and ${q2} != '',,,,,
    text,q4,Bốn,,,,,,
    """

  @Test("Questions behind the deciding one are passed over by an arrow, in both languages")
  func arrow() throws {
    #expect(
      try jumps(run) == [["Nếu câu 1 chọn phương án khác “Có” → chuyển câu 4."], [], [], []])
    #expect(
      try jumps(run, language: .english).first == ["If question 1 has another answer than “Yes” → go to question 4."])
    #expect(try conditions(run) == [nil, nil, "Chỉ trả lời nếu câu 2 có trả lời.", nil])
  }

  @Test("Answers that lead to different questions have an arrow each; the end is told as such")
  func severalTargets() throws {
    let rows = """
      select_one yn,q1,Một,,,,,,
      text,q2,Hai,${q1} = 'yes',,,,,
      text,q3,Ba,${q1} != 'no',,,,,
      """
    #expect(
      try jumps(rows).first == [
        "Nếu câu 1 chọn “Không trả lời” → chuyển câu 3.", "Nếu câu 1 chọn “Không” → dừng trả lời tại đây.",
      ])
    #expect(try conditions(rows) == [nil, nil, nil])
  }

  @Test("A question further down says who answers it")
  func farAway() throws {
    let rows = """
      select_one yn,q1,Một,,,,,,
      text,q2,Hai,,,,,,
      text,q3,Ba,${q1} = 'yes',,,,,
      """
    #expect(try jumps(rows) == [[], [], []])
    #expect(try conditions(rows) == [nil, nil, "Chỉ trả lời nếu câu 1 chọn “Có”."])
  }

  @Test("A skipped question counts as blank, so an arrow passes what depends on it as well")
  func chained() throws {
    let rows = """
      select_one need,a,Nhất,,minimal,,,,
      select_one need,b,Nhì,${a} != '' and ${a} != 'h',minimal,,,,
      select_one need,c,Ba,${b} != '' and ${b} != 'h',minimal,,,,
      text,d,Bốn,,,,,,
      """
    #expect(
      try jumps(rows) == [["Nếu câu 1 chọn “Khác” → chuyển câu 4."], ["Nếu câu 2 chọn “Khác” → chuyển câu 4."], [], []])
    #expect(try conditions(rows) == [nil, nil, nil, nil])
  }

  @Test("An arrow into the passed-over questions makes them say their condition again")
  func shortcut() throws {
    let rows = """
      select_one yn,q0,Không,,,,,,
      select_one yn,q1,Một,${q0} = 'yes',,,,,
      text,q2,Hai,${q1} != 'no',,,,,
      text,q3,Ba,${q1} = 'yes',,,,,
      """
    #expect(try jumps(rows).first == ["Nếu câu 1 chọn phương án khác “Có” → chuyển câu 3."])
    #expect(try conditions(rows) == [nil, nil, nil, "Chỉ trả lời nếu câu 2 chọn “Có”."])
  }

  @Test("A group's condition stands at its heading, unless an arrow passes the group")
  func groups() throws {
    let rows = """
      select_one yn,q1,Một,,,,,,
      text,q2,Hai,,,,,,
      begin group,g,Nhóm,${q1} = 'yes',,,,,
      text,q3,Ba,,,,,,
      end group,,,,,,,,
      """
    let paper = try #require(PaperSamples.paper(rows))
    let headings = paper.blocks.compactMap { if case .heading(let heading) = $0 { heading } else { nil } }
    #expect(headings.map(\.condition) == ["Chỉ trả lời phần này nếu câu 1 chọn “Có”."])
  }

  @Test("Circular and self-referring conditions end")
  func circular() {
    let rows = """
      select_one yn,q1,Một,${q2} = 'yes',,,,,
      select_one yn,q2,Hai,${q1} = 'yes',,,,,
      """
    if let form = PaperSamples.form(rows) { #expect(PaperQuestionnaire(form).questions.count == 2) }
  }
}
