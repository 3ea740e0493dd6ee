import OpenText
import Testing

@Suite("Quotes of people who are erased")
struct QuoteForgettingTests {
  private func queue(_ texts: [String]) -> QuoteQueue {
    QuoteQueue(texts.map { Quote(theme: "pay", question: "wish", text: $0) })
  }

  @Test("A quote leaves with its answer, as it was redacted, shortened by a person, or in other letters")
  func removed() {
    let answer = "Đề nghị ông Nguyễn Văn An tăng phụ cấp cho cán bộ  hội ở xã, gọi 0905 123 456 nếu cần"
    var waiting = queue([
      Redaction.redacted(answer), "tăng phụ cấp cho cán bộ hội ở xã", "Tăng phụ cấp […] ở xã", "xây thêm nhà công vụ",
      "tăng phụ cấp và xây nhà",
    ])
    #expect(waiting.removeQuotes(of: [answer, "khác"]) == 3)
    #expect(waiting.entries.map(\.quote.text) == ["xây thêm nhà công vụ", "tăng phụ cấp và xây nhà"])
    #expect(waiting.removeQuotes(of: []) == 0)
  }
}
