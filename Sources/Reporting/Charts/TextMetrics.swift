/// Widths of text in Arial (and Liberation Sans, which has the same), so that labels wrap instead of being cut.
enum TextMetrics {
  /// The width of a text at a font size, in the unit of the size; letters with marks measure as their base letter.
  static func width(of text: String, size: Double, bold: Bool = false) -> Double {
    var units = 0
    for character in text { units += advance(of: character) }
    return Double(units) / 1000 * size * (bold ? 1.07 : 1)
  }

  /// The text in lines no wider than a limit; a single word that is wider is broken between characters.
  static func wrap(_ text: String, width limit: Double, size: Double, bold: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    func fits(_ candidate: String) -> Bool { width(of: candidate, size: size, bold: bold) <= limit }
    for word in text.split(whereSeparator: \.isWhitespace) {
      let candidate = line.isEmpty ? String(word) : line + " " + word
      if fits(candidate) {
        line = candidate
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, !fits(line + String(character)) {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Thousandths of the font size; wide for whatever is not known, so that an estimate is never too small.
  private static func advance(of character: Character) -> Int {
    if let units = advances[character] { return units }
    return character.isASCII ? 600 : 1000
  }

  private static let advances: [Character: Int] = {
    var table: [Character: Int] = [:]
    for (units, characters) in classes { for character in characters { table[character] = units } }
    return table
  }()

  private static let classes: [(Int, String)] = [
    (222, "ijlíìỉĩị’‘"), (191, "'"), (260, "|"), (278, " !,./:;[]\\tfIÍÌỈĨỊ\u{00A0}"), (333, "()-`r“”„·°"), (334, "{}"),
    (350, "•"), (355, "\""), (365, "º"), (389, "*"), (469, "^"),
    (500, "ckJsvxyzýỳỷỹỵ"),
    (
      556,
      "0123456789abdeghnopqu_?#$Lđ–áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệóòỏõọôốồổỗộúùủũụ"
    ),
    (584, "+<=>~±×−"), (611, "FTZ"), (656, "ơớờởỡợưứừửữự"),
    (667, "&ABEKPSVXYÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÝỲỶỸỴ"),
    (722, "CDHNRUwĐÚÙỦŨỤ"), (778, "GOQÓÒỎÕỌÔỐỒỔỖỘ"), (833, "Mm"), (870, "ƠỚỜỞỠỢƯỨỪỬỮỰ"), (889, "%"), (944, "W"),
    (1000, "…—"), (1015, "@"),
  ]
}
