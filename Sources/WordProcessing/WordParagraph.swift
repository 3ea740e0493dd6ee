package import Markup

/// A paragraph of a Word document.
package struct WordParagraph {
  /// The identifier of its paragraph style.
  package var style: String
  package var runs: [WordRun]
  /// Whether it stays on the page of what follows.
  package var keepsWithNext: Bool
  /// Distances from the margins that differ from the style's, in twentieths of a point; nil: the style's.
  package var indents: (left: Int, right: Int)?
  /// The use of a list that counts it, by number from 1, and its level; 0: none although its style has one; nil: the
  /// style's.
  package var numbering: (use: Int, level: Int)?
  /// `center`, `both`, `right`, `left`, where it differs from the style's.
  package var alignment: String?

  package init(style: String, _ runs: [WordRun], keepsWithNext: Bool = false) {
    self.style = style
    self.runs = runs
    self.keepsWithNext = keepsWithNext
  }

  package init(style: String, _ text: String, keepsWithNext: Bool = false) {
    self.init(style: style, [WordRun(text)], keepsWithNext: keepsWithNext)
  }

  /// Writes the paragraph; with `section` it is the last one of a section.
  package func write(into writer: inout MarkupWriter, endOf section: WordSection? = nil) {
    writer.element("w:p") { paragraph in
      paragraph.element("w:pPr") { properties in
        properties.empty("w:pStyle", [("w:val", style)])
        if keepsWithNext { properties.empty("w:keepNext") }
        if let numbering { writeNumbering(numbering.use, level: numbering.level, into: &properties) }
        if let indents {
          properties.empty(
            "w:ind", [("w:left", "\(indents.left)"), ("w:right", "\(indents.right)"), ("w:firstLine", "0")])
        }
        if let alignment { properties.empty("w:jc", [("w:val", alignment)]) }
        section?.write(into: &properties)
      }
      for run in runs { run.write(into: &paragraph) }
    }
  }
}

/// The reference to a list, in the properties of a paragraph or style.
func writeNumbering(_ use: Int, level: Int, into properties: inout MarkupWriter) {
  properties.element("w:numPr") {
    $0.empty("w:ilvl", [("w:val", "\(level)")])
    $0.empty("w:numId", [("w:val", "\(use)")])
  }
}
