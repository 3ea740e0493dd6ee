import TextEncoding

/// The name of a clause in a form that is the same however it was written: `Điều 5, khoản 2` and `khoản 2 Điều 5`.
struct ClauseName: Sendable, Hashable {
  /// For comparison only.
  let key: String
  /// Whether it consists of parts with a number or letter each, so that it says nothing but where in a document.
  let isReference: Bool

  /// The parts of a document, the widest first, by the keys of their names.
  private static let ranks: [String: Int] = {
    let names = ["phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm"]
    return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1.comparisonKey, $0) })
  }()

  /// Whether a word is a number of a part: `12.3`, `XIV`, `a`, `đ`, `5a`.
  private static func isNumber(_ word: String) -> Bool {
    word.count <= 8
      && word.split(separator: ".").allSatisfy { piece in
        let letters = piece.filter { !$0.isNumber }
        return piece.count == 1 || (letters.count < piece.count && letters.count <= 1)
          || piece.allSatisfy { "ivxlcdm".contains($0) }
      }
  }

  /// Makes the key of a clause as somebody wrote it.
  ///
  /// - Complexity: O(characters).
  init(_ text: String) {
    let words = Self.words(of: text)
    // A name that consists of parts with a number each is put in the order of the parts.
    var parts: [(rank: Int, text: String)] = []
    var hasNumbers = true
    var position = 0
    while position < words.count {
      let two = position + 2 < words.count ? words[position] + " " + words[position + 1] : ""
      let width = Self.ranks[two] == nil ? 1 : 2
      guard let rank = Self.ranks[width == 2 ? two : words[position]], position + width < words.count else {
        key = words.joined(separator: " ")
        isReference = false
        return
      }
      if !Self.isNumber(words[position + width]) { hasNumbers = false }
      parts.append((rank, words[position..<(position + width + 1)].joined(separator: " ")))
      position += width + 1
    }
    isReference = hasNumbers && !parts.isEmpty
    key = parts.sorted { ($0.rank, $0.text) < ($1.rank, $1.text) }.map(\.text).joined(separator: " ")
  }

  /// The words without signs between them, except inside numbers (`III.2`).
  private static func words(of text: String) -> [String] {
    let cleared = text.comparisonKey.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isSign = scalar == "," || scalar == ";" || scalar == ":" || scalar == "(" || scalar == ")" || scalar == "-"
      return isSign ? " " : scalar
    }
    return String(String.UnicodeScalarView(cleared)).split(separator: " ").map { word in
      let stripped = word.drop { $0 == "." }
      return String(stripped.reversed().drop { $0 == "." }.reversed())
    }.filter { !$0.isEmpty }
  }
}
