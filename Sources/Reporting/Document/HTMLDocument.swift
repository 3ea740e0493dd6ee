import Diagnostics

/// Puts the parts of a report on one page: letterhead, title, body, signature, annexes.
struct HTMLDocument {
  let composer: ReportComposer
  /// The title as HTML.
  let title: String

  private var facts: ReportFacts { composer.facts }
  private var isOfficial: Bool { composer.settings.style == .official }
  private func say(_ vietnamese: String, _ english: String) -> String { composer.say(vietnamese, english) }

  /// The page; `body` is the HTML of the text with its annexes.
  func page(body: String) -> String {
    let parts = body.split(separator: Annex.mark, omittingEmptySubsequences: false).map(String.init)
    let documentType = composer.settings.documentType[composer.language].escapedForHTML
    let plainTitle = title.replacingTags
    var html = """
      <!DOCTYPE html>
      <html lang="\(composer.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(documentType): \(plainTitle)</title>
      <style>
      \(Stylesheet.css(simulated: facts.isSimulated ? simulatedWords : nil, annexCount: parts.count - 1))
      </style>
      </head>
      <body>
      <main class="sheet \(composer.settings.style.rawValue)">

      """
    html += banner(isFirst: true)
    if isOfficial { html += Letterhead(composer: composer).html }
    html += "<h1><span class=\"type\">\(documentType)</span> <span class=\"title\">\(title)</span></h1>\n"
    html += "<div class=\"rule title-rule\"></div>\n"
    if isOfficial { html += Letterhead(composer: composer).addressees }
    html += "<div class=\"text\">\n\(numbered(parts.first ?? ""))</div>\n"
    if isOfficial { html += Letterhead(composer: composer).signature }
    for (number, annex) in parts.enumerated().dropFirst() {
      html +=
        "<section class=\"annex annex\(number)\">\n\(banner(isFirst: false))\(numbered(annex, isAnnex: true))</section>\n"
    }
    return html + "</main>\n</body>\n</html>\n"
  }

  private var simulatedWords: String { say("SỐ LIỆU MÔ PHỎNG", "SIMULATED DATA") }

  private func banner(isFirst: Bool) -> String {
    guard facts.isSimulated else { return "" }
    let why =
      isFirst
      ? say(
        ": câu trả lời do máy tạo ra để diễn tập, không phản ánh ý kiến của người thật.",
        ": answers made by machine for rehearsal; they are nobody's opinions.") : ""
    return
      "<p class=\"simulated\(isFirst ? "" : " repeated")\" role=\"note\"><strong>\(simulatedWords)</strong>\(why)</p>\n"
  }

  /// Headings moved one level down (the title is the first) and numbered `I.`, `1.`, `a)`.
  private func numbered(_ html: String, isAnnex: Bool = false) -> String {
    var counts = [0, 0, 0]
    var output = ""
    var remaining = html[...]
    while let open = remaining.firstRange(of: "<h") {
      output += remaining[..<open.lowerBound]
      remaining = remaining[open.upperBound...]
      guard let digit = remaining.first, let level = digit.wholeNumberValue, (1...6).contains(level),
        remaining.dropFirst().first == ">", let close = remaining.firstRange(of: "</h\(level)>")
      else {
        output += "<h"
        continue
      }
      let content = remaining[remaining.index(remaining.startIndex, offsetBy: 2)..<close.lowerBound]
      remaining = remaining[close.upperBound...]
      var label = ""
      if level <= 3 {
        counts[level - 1] += 1
        for deeper in level..<3 { counts[deeper] = 0 }
        label = Numbering.label(counts[level - 1], depth: isAnnex ? level : level - 1)
      }
      if level == 1, !isAnnex { output += banner(isFirst: false) }
      let tag = "h\(min(level + 1, 6))"
      output += "<\(tag)>\(label)\(content)</\(tag)>"
    }
    return output + remaining
  }
}

/// Numbers of headings as official documents have them.
enum Numbering {
  /// `I. `, `1. ` or `a) ` by depth (0…2); "" deeper.
  static func label(_ number: Int, depth: Int) -> String {
    switch depth {
    case 0: "\(roman(number)). "
    case 1: "\(number). "
    case 2: "\(letter(number))) "
    default: ""
    }
  }

  /// A Roman numeral, 1…3999.
  static func roman(_ number: Int) -> String {
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = min(max(number, 0), 3999)
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// The letter of a point in the order of the Vietnamese alphabet without marks: a, b, c, d, đ, e, g, h, ….
  static func letter(_ number: Int) -> String {
    let letters = Array("abcdđeghiklmnopqrstuvxy")
    return letters.indices.contains(number - 1) ? String(letters[number - 1]) : "\(number)"
  }
}

/// Where an annex begins.
enum Annex {
  /// Stands in the HTML where an annex begins, until the page is put together.
  static let mark: Character = "\u{E003}"
}

extension ReportComposer {
  /// The heading of an annex.
  func annexHeading(_ title: String) -> String {
    let number = Numbering.roman(annexNumber)
    var html = "\(Annex.mark)<h2 class=\"annex-title\"><span class=\"annex-number\">"
    html +=
      say("Phụ lục \(number)", "Annex \(number)") + "</span> <span class=\"title\">\(title.escapedForHTML)</span></h2>"
    if settings.style == .official {
      let words = say(
        "(Kèm theo Báo cáo số \(facts.issuer.number) \(dateline))",
        "(Attached to report No. \(facts.issuer.number), \(dateline))")
      html += "<p class=\"attached\">\(words.escapedForHTML)</p>"
    }
    return html
  }
}

extension String {
  /// HTML without its tags, for places that hold plain text.
  fileprivate var replacingTags: String {
    var isInTag = false
    return String(
      filter { character in
        if character == "<" { isInTag = true }
        defer { if character == ">" { isInTag = false } }
        return !isInTag
      })
  }
}
