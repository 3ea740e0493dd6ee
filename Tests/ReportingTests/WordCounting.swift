import Foundation

/// Counts the paragraphs of a Word document as Word does: by `numbering.xml`, the lists of styles and of paragraphs.
///
/// Uses of one list count on together; a use with a start of its own counts by itself; a level begins anew after each
/// paragraph of a higher one.
struct WordCounting {
  private struct Level {
    var format: String
    var text: String
    var suffix: String
  }

  private struct Use {
    var list: String
    var start: Int?
    var changes: [Int: Level] = [:]
  }

  private var lists: [String: [Int: Level]] = [:]
  private var uses: [String: Use] = [:]
  private var styles: [String: (use: String, level: Int)] = [:]
  private var counts: [String: [Int]] = [:]

  init(_ probe: WordProbe) {
    let numbering = probe.text("word/numbering.xml")
    for list in Self.elements("w:abstractNum", in: numbering) {
      lists[WordProbe.attribute("w:abstractNumId", of: "w:abstractNum", in: list)] = Self.levels(in: list)
    }
    for element in Self.elements("w:num", in: numbering) {
      var use = Use(list: WordProbe.attribute("w:val", of: "w:abstractNumId", in: element))
      use.start = Int(WordProbe.attribute("w:val", of: "w:startOverride", in: element))
      use.changes = Self.levels(in: element)
      uses[WordProbe.attribute("w:numId", of: "w:num", in: element)] = use
    }
    for style in Self.elements("w:style", in: probe.text("word/styles.xml")) {
      if let reference = Self.reference(in: style) {
        styles[WordProbe.attribute("w:styleId", of: "w:style", in: style)] = reference
      }
    }
  }

  /// What Word puts before a paragraph, `I. `; "" for nothing.
  mutating func sign(of paragraph: String) -> String {
    let style = WordProbe.attribute("w:val", of: "w:pStyle", in: paragraph)
    guard let (number, level) = Self.reference(in: paragraph) ?? styles[style], let use = uses[number],
      let look = use.changes[level] ?? lists[use.list]?[level]
    else { return "" }
    let counter = use.start == nil ? "list \(use.list)" : "use \(number)"
    var count = counts[counter] ?? Array(repeating: 0, count: 9)
    if use.start != nil, counts[counter] == nil { count[level] = (use.start ?? 1) - 1 }
    count[level] += 1
    for deeper in (level + 1)..<9 { count[deeper] = 0 }
    counts[counter] = count
    var text = look.text
    for depth in 0...level {
      let format = depth == level ? look.format : lists[use.list]?[depth]?.format ?? "decimal"
      text = text.replacing("%\(depth + 1)", with: Self.words(count[depth], format))
    }
    return text + (look.suffix == "nothing" ? "" : " ")
  }

  private static func levels(in xml: String) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for level in elements("w:lvl", in: xml) {
      levels[Int(WordProbe.attribute("w:ilvl", of: "w:lvl", in: level)) ?? 0] = Level(
        format: WordProbe.attribute("w:val", of: "w:numFmt", in: level),
        text: WordProbe.attribute("w:val", of: "w:lvlText", in: level),
        suffix: WordProbe.attribute("w:val", of: "w:suff", in: level))
    }
    return levels
  }

  private static func reference(in xml: String) -> (use: String, level: Int)? {
    let use = WordProbe.attribute("w:val", of: "w:numId", in: xml)
    return use.isEmpty ? nil : (use, Int(WordProbe.attribute("w:val", of: "w:ilvl", in: xml)) ?? 0)
  }

  /// The elements of a name with their content.
  private static func elements(_ name: String, in xml: String) -> [String] {
    xml.components(separatedBy: "<\(name) ").dropFirst().map { rest in
      "<\(name) " + (rest.components(separatedBy: "</\(name)>").first ?? "")
    }
  }

  private static func words(_ number: Int, _ format: String) -> String {
    switch format {
    case "upperRoman":
      let tens = ["", "X", "XX"][min(number / 10, 2)]
      return tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][number % 10]
    case "lowerLetter": return String(Array("abcdefghijklmnopqrstuvwxyz")[(number - 1) % 26])
    default: return "\(number)"
    }
  }
}
