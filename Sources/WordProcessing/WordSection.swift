package import Markup

/// The page of a part of a document: A4 with margins in twentieths of a point and the page number in the top margin.
package struct WordSection: Sendable {
  package var top = 1134
  package var right = 851
  package var bottom = 1134
  package var left = 1701
  /// Whether the first page shows no number.
  package var hidesFirstNumber: Bool
  /// Whether pages carry the words of ``WordPackage/footer``.
  package var hasFooter = false
  /// Whether pages lie on their long side.
  package var isLandscape = false

  /// A page with the margins of administrative documents (Nghị định 30/2020/NĐ-CP): 20, 15, 20 and 30 mm.
  package init(hidesFirstNumber: Bool) { self.hidesFirstNumber = hidesFirstNumber }

  /// The width between the margins of a page.
  package var textWidth: Int { (isLandscape ? 16838 : 11906) - left - right }

  /// Writes the section's properties: at the end of the document, or in its last paragraph.
  ///
  /// Its pages are numbered from 1, and it begins on a new one.
  package func write(into writer: inout MarkupWriter) {
    writer.element("w:sectPr") { section in
      section.empty("w:headerReference", [("w:type", "default"), ("r:id", "rIdHeader")])
      if hasFooter {
        section.empty("w:footerReference", [("w:type", "default"), ("r:id", "rIdFooter")])
        if hidesFirstNumber { section.empty("w:footerReference", [("w:type", "first"), ("r:id", "rIdFooter")]) }
      }
      section.empty("w:type", [("w:val", "nextPage")])
      section.empty(
        "w:pgSz",
        isLandscape
          ? [("w:w", "16838"), ("w:h", "11906"), ("w:orient", "landscape")] : [("w:w", "11906"), ("w:h", "16838")])
      section.empty(
        "w:pgMar",
        [
          ("w:top", "\(top)"), ("w:right", "\(right)"), ("w:bottom", "\(bottom)"), ("w:left", "\(left)"),
          ("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0"),
        ])
      section.empty("w:pgNumType", [("w:start", "1")])
      if hidesFirstNumber { section.empty("w:titlePg") }
    }
  }
}
