internal import Markup

/// The styles of a document: Times New Roman unless a style says otherwise.
package struct WordStyleSheet: Sendable {
  /// The styles of paragraphs; one of them is `Normal`.
  package var paragraphs: [WordStyle]
  /// The styles of words.
  package var characters: [WordCharacterStyle] = []
  /// Whether there is a table style `ReportTable` with lines around every cell.
  package var hasTableStyle = false
  /// The size of text in half points.
  package var size = 26
  /// The height of lines in 240ths, and the distance between paragraphs in twentieths of a point.
  package var line = 252
  package var after = 60

  package init(paragraphs: [WordStyle], characters: [WordCharacterStyle] = []) {
    self.paragraphs = paragraphs
    self.characters = characters
  }

  func part(language: String) -> String {
    var writer = MarkupWriter()
    writer.element("w:styles", [("xmlns:w", wordNamespace)]) { styles in
      styles.element("w:docDefaults") { defaults in
        defaults.element("w:rPrDefault") { run in
          run.element("w:rPr") { properties in
            let font = "Times New Roman"
            properties.empty(
              "w:rFonts", [("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)])
            properties.empty("w:sz", [("w:val", "\(size)")])
            properties.empty("w:szCs", [("w:val", "\(size)")])
            properties.empty("w:lang", [("w:val", language)])
          }
        }
        defaults.element("w:pPrDefault") { paragraph in
          paragraph.element("w:pPr") {
            $0.empty("w:spacing", [("w:after", "\(after)"), ("w:line", "\(line)"), ("w:lineRule", "auto")])
          }
        }
      }
      for style in paragraphs { style.write(into: &styles) }
      for style in characters { style.write(into: &styles) }
      if hasTableStyle { Self.writeTableStyle(into: &styles) }
    }
    return xmlDeclaration + writer.text
  }

  private static func writeTableStyle(into styles: inout MarkupWriter) {
    styles.element("w:style", [("w:type", "table"), ("w:styleId", "ReportTable")]) { style in
      style.empty("w:name", [("w:val", "Report Table")])
      style.empty("w:qFormat")
      style.element("w:tblPr") { table in
        table.element("w:tblBorders") { borders in
          for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
            borders.empty(side, [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")])
          }
        }
      }
      style.element("w:tblStylePr", [("w:type", "firstRow")]) { first in
        first.element("w:rPr") { $0.empty("w:b") }
        first.element("w:tcPr") {
          $0.empty("w:shd", [("w:val", "clear"), ("w:color", "auto"), ("w:fill", "ECECEC")])
        }
      }
    }
  }
}
