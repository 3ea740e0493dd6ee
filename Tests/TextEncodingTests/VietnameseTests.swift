import Testing
import TextEncoding

@Suite("Vietnamese words")
struct VietnameseTests {
  @Test(
    "Syllables are told from other words",
    arguments: [
      ("hòa", true), ("hoà", true), ("Nguyễn", true), ("NGHIÊN", true), ("quyết", true), ("giếng", true), ("gì", true),
      ("khuỷu", true), ("ý", true), ("được", true), ("thuở", true), ("quốc", true), ("giữ", true), ("nghìn", true),
      ("cén", false), ("kà", false), ("ngế", false), ("việc̀", false), ("mạnh", true), ("mành", true), ("sach", false),
      ("sách", true), ("nƯớc", false), ("Müller", false), ("", false), ("ơ", true), ("oan̉", true), ("bc", false),
    ])
  func syllables(word: String, isValid: Bool) {
    #expect(VietnameseSyllable.isValid(word) == isValid, "\(word)")
  }

  @Test(
    "Texts that people take for the same have the same key",
    arguments: [
      ("hòa", "hoà"), ("Hoà bình", "hòa  bình"), ("Thủy", "Thuỷ"), ("e\u{302}\u{301}", "ế"), ("Đồng Nai", "Ðồng Nai"),
      ("Đ", "Ɖ"), ("“Đồng ý”", "đồng ý."), ("1 – Rất không đồng ý", "1 - Rất không đồng ý"), ("Tuổi *", "Tuổi:"),
      ("Quảng\u{A0}Ngãi", "QUẢNG NGÃI"), ("ước\u{200B}", "ước"),
    ])
  func equalKeys(left: String, right: String) {
    #expect(left.comparisonKey == right.comparisonKey)
  }

  @Test(
    "Texts that differ in meaning have different keys",
    arguments: [
      ("hòa", "hóa"), ("-1", "1"), ("<30", "30"), ("ma", "mã"), ("tỉnh", "tính"), ("dân", "đân"), ("30–35", "30"),
    ])
  func differentKeys(left: String, right: String) {
    #expect(left.comparisonKey != right.comparisonKey)
  }

  @Test("Without marks, only the letters count")
  func plainKeys() {
    #expect("Điều kiện làm việc?".plainKey == "dieu kien lam viec")
    #expect("hoà".plainKey == "hóa".plainKey)
  }
}
