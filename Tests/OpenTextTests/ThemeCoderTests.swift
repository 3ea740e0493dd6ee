import Diagnostics
import Testing

@testable import OpenText

/// Requirements:
/// 1. A phrase is found however it was typed, and only where it stands.
/// 2. A lack is a mention; a denial is none, and takes what is joined to it.
@Suite("Themes of open answers")
struct ThemeCoderTests {
  static let coder = ThemeCoder(
    ThemeDictionary(
      version: "test",
      themes: ["income", "housing", "equipment", "fund", "recruitment", "update"].map {
        Theme(name: $0, label: BilingualText(vi: $0, en: $0))
      },
      phrases: [
        ThemePhrase("lương", themes: ["income"]), ThemePhrase("thu nhập", themes: ["income"]),
        ThemePhrase("nhà ở", themes: ["housing"]), ThemePhrase("thiết bị", themes: ["equipment"]),
        ThemePhrase("phòng thí nghiệm", themes: ["equipment"]), ThemePhrase("kinh phí ~ nghiên cứu", themes: ["fund"]),
        ThemePhrase("thiếu người", themes: ["recruitment"]), ThemePhrase("chất lượng", themes: []),
        ThemePhrase("sắp xếp | bố trí ~ nhà", themes: ["housing"]),
        ThemePhrase("lương tâm", themes: []), ThemePhrase("hòa", themes: ["update"]),
        ThemePhrase("công nghệ thông tin", themes: ["update"]), ThemePhrase("trí tuệ nhân tạo", themes: ["update"]),
        ThemePhrase("không có ý kiến", themes: [], isEmptyAnswer: true),
      ],
      denials: [
        DenialPhrase("không thiếu", side: .before), DenialPhrase("không phải là vấn đề", side: .after),
      ],
      abbreviations: [
        Abbreviation("CNTT", meaning: "công nghệ thông tin"), Abbreviation("NCKH", meaning: "nghiên cứu khoa học"),
        Abbreviation("AI", meaning: "trí tuệ nhân tạo", needsCapitals: true),
      ]))

  @Test(
    "A phrase is found in every spelling",
    arguments: [
      ("Lương thấp", ["income"]), ("LƯƠNG THẤP", ["income"]), ("lu\u{31B}o\u{31B}ng", ["income"]),
      ("hoà", ["update"]), ("hòa", ["update"]), ("ho\u{300}a", ["update"]), ("hoa nở", []),
      ("thu nhap thap", ["income"]), ("thu nhâp thấp quá rồi", ["income"]), ("luong thap", ["income"]),
      ("giữ lượng hàng này", []), ("chat luong thap", []), ("luwowng thaasp", ["income"]),
      ("lu7o7ng tha6p1", ["income"]),
      ("thieest bij cũ", ["equipment"]), ("thiếc bị hỏng", ["equipment"]), ("thiết bi cu", ["equipment"]),
      ("phòng thì nghiệm", ["equipment"]), ("thu nhặp và tiền nương", []), ("phòng thí nghịm", []),
      ("xắp sếp nhà", ["housing"]), ("sắp xếp nhà", ["housing"]), ("CNTT, ai cũng biết", ["update"]),
      ("Học AI", ["update"]),
      ("kinh phí cho NCKH", ["fund"]), ("kinh phí. Tôi nghiên cứu", []), ("nhà. Ở đây", []), ("nhà, ở đây", []),
      ("kinh phí một hai ba bốn năm sáu nghiên cứu", []), ("Ðất, nha\u{300} ở", ["housing"]),
      ("lương tâm", []), ("Mong lương, nhà ở và thiết bị", ["income", "housing", "equipment"]),
    ])
  func spellings(text: String, expected: [String]) { #expect(Self.coder.themes(of: text) == expected) }

  @Test(
    "A lack is a mention, a denial is none",
    arguments: [
      ("thiếu thiết bị", ["equipment"]), ("chưa có nhà ở", ["housing"]), ("không đủ thiết bị", ["equipment"]),
      ("không thiếu thiết bị, chỉ thiếu người", ["recruitment"]), ("không thiếu các loại thiết bị", []),
      ("không thiếu thiết bị và phòng thí nghiệm", []), ("không thiếu thiết bị nhưng lương thấp", ["income"]),
      ("lương không phải là vấn đề", []), ("lương, nhà ở không phải là vấn đề", []),
      ("lương không phải là vấn đề, thiết bị mới thiếu", ["equipment"]),
      ("không thiếu một hai ba bốn thiết bị", ["equipment"]), ("thiết bị. Lương không phải là vấn đề", ["equipment"]),
    ])
  func denials(text: String, expected: [String]) { #expect(Self.coder.themes(of: text) == expected) }

  @Test("Texts in old fonts are read")
  func oldFonts() {
    // TCVN3 and VNI read as Windows-1252: "Lương thấp, nhà ở chật chội".
    #expect(Self.coder.themes(of: "L\u{AD}¬ng thÊp, nhµ ë chËt chéi") == ["income", "housing"])
    #expect(Self.coder.themes(of: "Löông thaáp, nhaø ôû chaät choäi") == ["income", "housing"])
    #expect(Self.coder.themes(of: "LÆ°Æ¡ng tháº¥p, nh\u{C3}\u{A0} á»Ÿ cháº\u{AD}t") == ["income", "housing"])
  }

  @Test("Blank, empty and uncoded answers are told apart")
  func kinds() {
    #expect(Self.coder.code("") == .blank)
    #expect(Self.coder.code(" \n\u{7}\u{0}---…") == .blank)
    #expect(Self.coder.code("Tôi không có ý kiến") == .nothing)
    #expect(Self.coder.code("Trời đẹp") == .uncoded)
    #expect(Self.coder.code("Không có ý kiến, lương thấp") == .themes(1))
  }

  @Test("Any bytes are read, and the empty dictionary finds nothing")
  func degenerate() {
    let nobody = ThemeCoder(ThemeDictionary())
    #expect(nobody.code("lương thấp") == .uncoded)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) }
      var reader = AnswerReader(Self.coder.compiled)
      _ = reader.read(bytes, in: 0..<bytes.count)
    }
    let long = String(repeating: "không thiếu thiết bị và lương w1 aa ñø kinh phí nghiên cứu ", count: 1600)
    #expect(Self.coder.code(long) != .blank)
  }
}
