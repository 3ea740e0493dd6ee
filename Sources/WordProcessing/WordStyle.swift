internal import Markup

/// How paragraphs of one kind look; distances in twentieths of a point.
package struct WordStyle: Sendable {
  package var identifier: String
  package var name: String
  /// The identifier of the style it takes over what it does not say; nil: `Normal`.
  package var basis: String?
  /// The identifier of the style of the paragraph after it; nil: the same.
  package var next: String?
  /// Half points; nil: as the basis.
  package var size: Int?
  package var isBold = false
  package var isItalic = false
  package var isCapital = false
  package var isUnderlined = false
  /// Six hexadecimal digits; nil: black.
  package var color: String?
  package var keepsWithNext = false
  package var before: Int?
  package var after: Int?
  /// The height of lines: in 240ths of a line, or exactly in twentieths of a point; nil: as the basis.
  package var line: (height: Int, isExact: Bool)?
  package var left = 0
  package var right = 0
  package var hanging = 0
  package var firstLine = 0
  /// `center`, `both`, `right`, `left`; nil: as the basis.
  package var alignment: String?
  /// The list that counts its paragraphs, by number from 1, and their level in it; nil: none.
  package var numbering: (list: Int, level: Int)?
  /// The level of a heading, from 0.
  package var outline: Int?
  /// Where a dotted line runs to; nil: none.
  package var leader: Int?
  /// Whether a line is drawn above the paragraph.
  package var hasRule = false
  /// Whether a frame is drawn around the paragraph.
  package var isFramed = false

  package init(_ identifier: String, name: String) {
    self.identifier = identifier
    self.name = name
  }

  func write(into styles: inout MarkupWriter) {
    let isDefault = identifier == "Normal"
    styles.element(
      "w:style", [("w:type", "paragraph"), ("w:default", isDefault ? "1" : nil), ("w:styleId", identifier)]
    ) { element in
      element.empty("w:name", [("w:val", name)])
      if !isDefault { element.empty("w:basedOn", [("w:val", basis ?? "Normal")]) }
      if let next { element.empty("w:next", [("w:val", next)]) }
      element.empty("w:qFormat")
      element.element("w:pPr") { writeParagraph(into: &$0) }
      element.element("w:rPr") { writeRun(into: &$0) }
    }
  }

  private func writeParagraph(into properties: inout MarkupWriter) {
    if keepsWithNext { properties.empty("w:keepNext") }
    properties.empty("w:keepLines", [("w:val", identifier == "BodyText" ? "0" : nil)])
    if let numbering { writeNumbering(numbering.list, level: numbering.level, into: &properties) }
    if hasRule || isFramed {
      properties.element("w:pBdr") { borders in
        for side in isFramed ? ["w:top", "w:left", "w:bottom", "w:right"] : ["w:top"] {
          borders.empty(
            side,
            [
              ("w:val", "single"), ("w:sz", isFramed ? "12" : "6"), ("w:space", isFramed ? "4" : "0"),
              ("w:color", color ?? "000000"),
            ])
        }
      }
    }
    if let leader {
      properties.element("w:tabs") {
        $0.empty("w:tab", [("w:val", "right"), ("w:leader", "dot"), ("w:pos", "\(leader)")])
      }
    }
    properties.empty(
      "w:spacing",
      [
        ("w:before", before.map { "\($0)" }), ("w:after", after.map { "\($0)" }),
        ("w:line", line.map { "\($0.height)" }), ("w:lineRule", line.map { $0.isExact ? "exact" : "auto" }),
      ])
    properties.empty(
      "w:ind",
      [
        ("w:left", "\(left)"), ("w:right", right > 0 ? "\(right)" : nil),
        ("w:hanging", hanging > 0 ? "\(hanging)" : nil), ("w:firstLine", hanging > 0 ? nil : "\(firstLine)"),
      ])
    if let alignment { properties.empty("w:jc", [("w:val", alignment)]) }
    if let outline { properties.empty("w:outlineLvl", [("w:val", "\(outline)")]) }
  }

  private func writeRun(into properties: inout MarkupWriter) {
    if isBold {
      properties.empty("w:b")
      properties.empty("w:bCs")
    }
    if isItalic {
      properties.empty("w:i")
      properties.empty("w:iCs")
    }
    if isCapital { properties.empty("w:caps") }
    if let color { properties.empty("w:color", [("w:val", color)]) }
    if let size {
      properties.empty("w:sz", [("w:val", "\(size)")])
      properties.empty("w:szCs", [("w:val", "\(size)")])
    }
    if isUnderlined { properties.empty("w:u", [("w:val", "single")]) }
  }
}

/// How words of one kind look within a paragraph.
package struct WordCharacterStyle: Sendable {
  package var identifier: String
  package var name: String
  package var isBold = false
  package var isItalic = false
  /// nil: the paragraph's.
  package var font: String?
  /// Half points; nil: the paragraph's.
  package var size: Int?

  package init(_ identifier: String, name: String) {
    self.identifier = identifier
    self.name = name
  }

  func write(into styles: inout MarkupWriter) {
    styles.element("w:style", [("w:type", "character"), ("w:styleId", identifier)]) { element in
      element.empty("w:name", [("w:val", name)])
      element.element("w:rPr") { properties in
        if let font {
          properties.empty(
            "w:rFonts", [("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)])
        }
        if isBold { properties.empty("w:b") }
        if isItalic { properties.empty("w:i") }
        if let size {
          properties.empty("w:sz", [("w:val", "\(size)")])
          properties.empty("w:szCs", [("w:val", "\(size)")])
        }
      }
    }
  }
}
