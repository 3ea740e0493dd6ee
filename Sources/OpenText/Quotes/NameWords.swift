/// Words behind which names stand, and with which they begin.
struct NameWords: Sendable {
  private let titles: [[Syllable]]
  private let places: Set<UInt64>
  private let families: Set<UInt64>

  static let shared = NameWords()

  private init() {
    titles =
      [
        "đồng chí", "đ/c", "bác sĩ", "bác sỹ", "giám đốc", "phó giám đốc", "hiệu trưởng", "phó hiệu trưởng", "chủ tịch",
        "phó chủ tịch", "bí thư", "phó bí thư", "trưởng phòng", "phó phòng", "trưởng khoa", "phó khoa", "tiến sĩ",
        "thạc sĩ", "giáo sư", "phó giáo sư", "kỹ sư", "ông", "bà", "anh", "chị", "thầy", "cô", "chú", "bác", "cậu",
        "em",
        "cụ", "gs", "pgs", "ts", "ths", "bs", "ks", "sếp",
      ].map { CompiledDictionary.syllables(of: $0) }.sorted { $0.count > $1.count }
    places = Self.keys(
      """
      xã phường thôn ấp khóm buôn huyện quận tỉnh đường phố ngõ hẻm trường viện trạm khoa công ty sở chi nhánh thị trấn \
      thành tp tổ số
      """)
    families = Self.keys(
      """
      nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn lương mai tô trương lâm \
      phùng châu cao tạ thái hà tăng quách kiều lưu vương
      """)
  }

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(CompiledDictionary.syllables(of: words).map { $0.letters << 3 ^ UInt64($0.tone.rawValue) })
  }

  private static func key(_ token: Token) -> UInt64 {
    token.syllable.letters << 3 ^ UInt64(token.syllable.tone.rawValue)
  }

  /// How many words a title has that begins at a word; nil when none does.
  func titleLength(_ tokens: [Token], at place: Int) -> Int? {
    titles.first { title in
      place + title.count <= tokens.count
        && zip(title, tokens[place...]).allSatisfy { $0.letters == $1.syllable.letters && $0.tone == $1.syllable.tone }
    }?.count
  }

  func isPlaceWord(_ token: Token) -> Bool { places.contains(Self.key(token)) }

  func isFamilyName(_ token: Token) -> Bool { families.contains(Self.key(token)) }
}
