internal import Markup

/// Words, a field or a picture within a paragraph.
package struct WordRun {
  /// What stands there.
  package enum Content {
    /// Words; tabs move on to the next stop.
    case text(String)
    /// The next line of the same paragraph.
    case lineBreak
    /// A field by its instruction, with the result shown until it is computed anew.
    case field(String, result: String)
    /// A picture.
    case picture(WordPicture)
  }

  package var content: Content
  /// The identifier of a character style; nil: the paragraph's look.
  package var style: String?
  package var isBold = false
  package var isItalic = false

  package init(_ content: Content, style: String? = nil) {
    self.content = content
    self.style = style
  }

  package init(_ text: String, isBold: Bool = false, isItalic: Bool = false) {
    content = .text(text)
    self.isBold = isBold
    self.isItalic = isItalic
  }

  func write(into paragraph: inout MarkupWriter) {
    switch content {
    case .text(let text):
      if text.isEmpty { return }
      writeRun(into: &paragraph) { element in
        for (index, part) in text.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
          if index > 0 { element.empty("w:tab") }
          if !part.isEmpty { element.leaf("w:t", [("xml:space", "preserve")], text: String(part)) }
        }
      }
    case .lineBreak: writeRun(into: &paragraph) { $0.empty("w:br") }
    case .picture(let picture): writeRun(into: &paragraph) { picture.write(into: &$0) }
    case .field(let instruction, let result):
      writeRun(into: &paragraph) { $0.empty("w:fldChar", [("w:fldCharType", "begin")]) }
      writeRun(into: &paragraph) { $0.leaf("w:instrText", [("xml:space", "preserve")], text: " \(instruction) ") }
      writeRun(into: &paragraph) { $0.empty("w:fldChar", [("w:fldCharType", "separate")]) }
      writeRun(into: &paragraph) { $0.leaf("w:t", [("xml:space", "preserve")], text: result) }
      writeRun(into: &paragraph) { $0.empty("w:fldChar", [("w:fldCharType", "end")]) }
    }
  }

  private func writeRun(into paragraph: inout MarkupWriter, _ content: (inout MarkupWriter) -> Void) {
    paragraph.element("w:r") { element in
      if style != nil || isBold || isItalic {
        element.element("w:rPr") { properties in
          if let style { properties.empty("w:rStyle", [("w:val", style)]) }
          if isBold {
            properties.empty("w:b")
            properties.empty("w:bCs")
          }
          if isItalic {
            properties.empty("w:i")
            properties.empty("w:iCs")
          }
        }
      }
      content(&element)
    }
  }
}
