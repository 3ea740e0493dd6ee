import Diagnostics
import Estimation
import Testing

@testable import OpenText

/// Requirements:
/// 1. What could tell who a person is does not stand in a quote.
/// 2. Only people who agreed are quoted, only about themes of enough people, and only what was approved is published.
@Suite("Quotes")
struct QuoteTests {
  @Test(
    "Names, numbers and addresses are left out",
    arguments: [
      ("Ông Mẫu Văn Thử chưa trả lời chúng tôi.", "Ông […] chưa trả lời chúng tôi."),
      ("Đề nghị thầy Thử giải thích", "Đề nghị thầy […] giải thích"),
      ("hỏi bà nguyễn thị mẫu rồi", "hỏi bà […] rồi"), ("Đ/c Thử hứa rồi", "Đ/c […] hứa rồi"),
      ("gọi 0900 000 000 hoặc 0900.000.000", "gọi […] hoặc […]"), ("CCCD 001000000000", "CCCD […]"),
      ("viết tới mau@thu.vn nhé", "viết tới […] nhé"), ("xem https://thu.vn/mau", "xem […]"),
      ("theo Công văn 123/UBND-VX ngày 5/7", "theo Công văn […] ngày 5/7"),
      ("tôi ở xã Thử Mẫu, huyện Mẫu", "tôi ở xã […], huyện […]"),
      ("Lương 5 triệu sau 14 năm, từ 2009", "Lương 5 triệu sau 14 năm, từ 2009"),
      ("Mong Nhà nước và UBND tỉnh quan tâm", "Mong Nhà nước và UBND tỉnh quan tâm"),
      ("Dòng một\u{7}\nDòng hai", "Dòng một Dòng hai"), ("", ""),
    ])
  func redaction(text: String, expected: String) { #expect(Redaction.redacted(text) == expected) }

  @Test("Redaction takes any bytes")
  func hostile() {
    for text in ["Ông", "ông ", "@", "0".repeated(200_000), "Ông A ".repeated(20_000), "\u{301}\u{0}]["] {
      _ = Redaction.redacted(text)
    }
  }

  @Test("Only what a person approved is published, and decisions outlive the next search")
  func queue() throws {
    let quotes = [
      Quote(theme: "income", question: "q", text: "=Lương thấp, \"quá\""),
      Quote(theme: "income", question: "q", text: "Hai"),
      Quote(theme: "housing", question: "q", text: "Ba"),
    ]
    let written = String(decoding: QuoteQueue(quotes).csv(), as: UTF8.self)
    let decided = written.replacing("Hai,", with: "Hai,không").replacing("\"\"quá\"\"\",", with: "\"\"quá\"\"\",Có ")
    var next = QuoteQueue(quotes.dropLast() + [Quote(theme: "income", question: "q", text: "Mới")])
    next.adoptDecisions(of: try QuoteQueue.read(bytes: Array(decided.utf8), source: "queue"))
    #expect(next.entries.map(\.isApproved) == [true, false, nil])
    let table = next.approved(dictionary: ThemeDictionary())
    #expect(table.isRestricted && table.rows.count == 1 && table.rows[0][4] == .text("=Lương thấp, \"quá\""))
    #expect(throws: StageFailure.self) { try QuoteQueue.read(bytes: Array("a,b\n1,2\n".utf8), source: "queue") }
  }
}

extension String {
  func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
