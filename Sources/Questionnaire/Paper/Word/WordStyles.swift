/// The styles of a questionnaire: Times New Roman, 13 points, as administrative documents have it.
func wordStyles(language: String) -> String {
  var writer = MarkupWriter()
  writer.element("w:styles", [("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")]) { styles in
    styles.element("w:docDefaults") { defaults in
      defaults.element("w:rPrDefault") { run in
        run.element("w:rPr") { properties in
          let font = "Times New Roman"
          properties.empty(
            "w:rFonts", [("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)])
          properties.empty("w:sz", [("w:val", "26")])
          properties.empty("w:szCs", [("w:val", "26")])
          properties.empty("w:lang", [("w:val", language)])
        }
      }
      defaults.element("w:pPrDefault") { paragraph in
        paragraph.element("w:pPr") {
          $0.empty("w:spacing", [("w:after", "60"), ("w:line", "252"), ("w:lineRule", "auto")])
        }
      }
    }
    for look in paragraphLooks { look.write(into: &styles) }
    writeCharacterStyles(into: &styles)
  }
  return xmlDeclaration + writer.text
}

/// How a paragraph style looks.
private struct ParagraphLook {
  let style: WordParagraph.Style
  let name: String
  /// Half points; nil: as the default.
  var size: Int?
  var isBold = false
  var isItalic = false
  var isCapital = false
  var keepsWithNext = false
  /// Twentieths of a point.
  var before = 0
  var after = 60
  var left = 0
  var right = 0
  var hanging = 0
  /// `center`, `both`, `right`; nil: to the left.
  var alignment: String?
  /// The level of a heading, from 0.
  var outline: Int?
  /// Whether a dotted line runs to the right margin.
  var hasLeader = false

  func write(into styles: inout MarkupWriter) {
    let isDefault = style == .normal
    styles.element(
      "w:style",
      [("w:type", "paragraph"), ("w:default", isDefault ? "1" : nil), ("w:styleId", style.rawValue)]
    ) { element in
      element.empty("w:name", [("w:val", name)])
      if !isDefault { element.empty("w:basedOn", [("w:val", "Normal")]) }
      element.empty("w:qFormat")
      element.element("w:pPr") { properties in
        if keepsWithNext { properties.empty("w:keepNext") }
        properties.empty("w:keepLines")
        if hasLeader {
          properties.element("w:tabs") {
            $0.empty("w:tab", [("w:val", "right"), ("w:leader", "dot"), ("w:pos", "\(WordTable.pageWidth)")])
          }
        }
        properties.empty("w:spacing", [("w:before", "\(before)"), ("w:after", "\(after)")])
        properties.empty(
          "w:ind",
          [
            ("w:left", "\(left)"), ("w:right", right > 0 ? "\(right)" : nil),
            ("w:hanging", hanging > 0 ? "\(hanging)" : nil),
          ])
        if let alignment { properties.empty("w:jc", [("w:val", alignment)]) }
        if let outline { properties.empty("w:outlineLvl", [("w:val", "\(outline)")]) }
      }
      element.element("w:rPr") { properties in
        if isBold { properties.empty("w:b") }
        if isItalic { properties.empty("w:i") }
        if isCapital { properties.empty("w:caps") }
        if let size {
          properties.empty("w:sz", [("w:val", "\(size)")])
          properties.empty("w:szCs", [("w:val", "\(size)")])
        }
      }
    }
  }
}

private let paragraphLooks: [ParagraphLook] = [
  ParagraphLook(style: .normal, name: "Normal"),
  ParagraphLook(
    style: .title, name: "Title", size: 30, isBold: true, isCapital: true, before: 200, after: 40, left: 680,
    right: 680,
    alignment: "center"),
  ParagraphLook(
    style: .version, name: "Version", size: 22, isItalic: true, after: 120, alignment: "center"),
  ParagraphLook(
    style: .part, name: "heading 1", size: 28, isBold: true, isCapital: true, keepsWithNext: true, before: 160,
    alignment: "center", outline: 0),
  ParagraphLook(
    style: .section, name: "heading 2", isBold: true, isCapital: true, keepsWithNext: true, before: 180, outline: 1),
  ParagraphLook(
    style: .subsection, name: "heading 3", isBold: true, keepsWithNext: true, before: 140, outline: 2),
  ParagraphLook(style: .lead, name: "Lead", isItalic: true, keepsWithNext: true),
  ParagraphLook(style: .condition, name: "Condition", isItalic: true, after: 20),
  ParagraphLook(style: .question, name: "Question", keepsWithNext: true, after: 20),
  ParagraphLook(style: .hint, name: "Hint", size: 22, isItalic: true, after: 20, left: 280),
  ParagraphLook(style: .jump, name: "Jump", size: 24, isBold: true, before: 40, after: 20, left: 280),
  ParagraphLook(style: .choice, name: "Choice", size: 25, after: 10, left: 560, hanging: 340),
  ParagraphLook(
    style: .line, name: "Answer Line", before: 100, after: 0, left: 280, hasLeader: true),
  ParagraphLook(style: .boxTitle, name: "Box Title", isBold: true, keepsWithNext: true, after: 20),
  ParagraphLook(style: .small, name: "Small", size: 24, after: 20, left: 280, hanging: 280),
  ParagraphLook(style: .notice, name: "Notice", size: 24, alignment: "both"),
  ParagraphLook(style: .centred, name: "Centred", before: 200, alignment: "center"),
  ParagraphLook(style: .right, name: "Right Aligned", size: 22, isItalic: true, alignment: "right"),
  ParagraphLook(style: .tableText, name: "Table Text", size: 24, before: 15, after: 15),
  ParagraphLook(style: .tableHead, name: "Table Head", size: 18, after: 0, alignment: "center"),
  ParagraphLook(style: .tableCell, name: "Table Cell", size: 24, after: 0, alignment: "center"),
  ParagraphLook(style: .codebook, name: "Codebook", size: 18, after: 0),
  ParagraphLook(style: .gap, name: "Gap", size: 8, after: 0),
]

private func writeCharacterStyles(into styles: inout MarkupWriter) {
  func add(_ style: WordRun.Style, _ name: String, _ content: (inout MarkupWriter) -> Void) {
    styles.element("w:style", [("w:type", "character"), ("w:styleId", style.rawValue)]) { element in
      element.empty("w:name", [("w:val", name)])
      element.element("w:rPr", [], content)
    }
  }
  add(.strong, "Strong") { $0.empty("w:b") }
  add(.emphasis, "Emphasis") { $0.empty("w:i") }
  // The font that Word itself takes for boxes to tick.
  add(.box, "Check Box") {
    $0.empty(
      "w:rFonts",
      [("w:ascii", "MS Gothic"), ("w:hAnsi", "MS Gothic"), ("w:eastAsia", "MS Gothic"), ("w:cs", "MS Gothic")])
  }
  add(.code, "Code Text") {
    $0.empty(
      "w:rFonts", [("w:ascii", "Courier New"), ("w:hAnsi", "Courier New"), ("w:cs", "Courier New")])
    $0.empty("w:sz", [("w:val", "15")])
    $0.empty("w:szCs", [("w:val", "15")])
  }
}
