package import Markup

/// A cell of a table.
package struct WordCell {
  package var paragraphs: [WordParagraph]
  /// Whether lines are drawn around it.
  package var isFramed: Bool
  /// Whether it stands out as a heading.
  package var isShaded: Bool
  /// How many columns it covers.
  package var span = 1

  package init(_ paragraphs: [WordParagraph], isFramed: Bool = true, isShaded: Bool = false) {
    self.paragraphs = paragraphs
    self.isFramed = isFramed
    self.isShaded = isShaded
  }
}

/// A table with fixed widths; rows are never broken across pages.
package struct WordTable {
  /// The identifier of its table style; nil: none.
  package var style: String?
  /// The widths of the columns in twentieths of a point.
  package var widths: [Int]
  /// The rows, the first `headCount` of them repeated on every page.
  package var rows: [[WordCell]]
  package var headCount: Int
  /// The least height of a row in twentieths of a point; nil: as the text needs.
  package var rowHeight: Int?
  /// What it shows, for those who do not see it; "" for nothing.
  package var title = ""
  /// The identifier of the paragraph style of cells without a paragraph.
  private let emptyStyle: String

  package init(
    style: String? = nil, widths: [Int], rows: [[WordCell]], headCount: Int = 0, rowHeight: Int? = nil,
    emptyStyle: String = "TableText"
  ) {
    self.style = style
    self.widths = widths
    self.rows = rows
    self.headCount = headCount
    self.rowHeight = rowHeight
    self.emptyStyle = emptyStyle
  }

  /// Writes the table; a paragraph must follow it.
  package func write(into writer: inout MarkupWriter) {
    writer.element("w:tbl") { table in
      table.element("w:tblPr") { properties in
        if let style { properties.empty("w:tblStyle", [("w:val", style)]) }
        properties.empty("w:tblW", [("w:w", "\(widths.reduce(0, +))"), ("w:type", "dxa")])
        properties.empty("w:tblLayout", [("w:type", "fixed")])
        properties.element("w:tblCellMar") { margins in
          margins.empty("w:left", [("w:w", "80"), ("w:type", "dxa")])
          margins.empty("w:right", [("w:w", "80"), ("w:type", "dxa")])
        }
        if style != nil { properties.empty("w:tblLook", [("w:val", "0020"), ("w:firstRow", "1")]) }
        if !title.isEmpty { properties.empty("w:tblCaption", [("w:val", title)]) }
      }
      table.element("w:tblGrid") { grid in
        for width in widths { grid.empty("w:gridCol", [("w:w", "\(width)")]) }
      }
      for (index, row) in rows.enumerated() { write(row, isHead: index < headCount, into: &table) }
    }
  }

  private func write(_ row: [WordCell], isHead: Bool, into table: inout MarkupWriter) {
    table.element("w:tr") { element in
      element.element("w:trPr") { properties in
        properties.empty("w:cantSplit")
        if let rowHeight, !isHead {
          properties.empty("w:trHeight", [("w:val", "\(rowHeight)"), ("w:hRule", "atLeast")])
        }
        if isHead { properties.empty("w:tblHeader") }
      }
      var column = 0
      for cell in row where column < widths.count {
        let end = min(widths.count, column + max(1, cell.span))
        write(cell, width: widths[column..<end].reduce(0, +), span: end - column, into: &element)
        column = end
      }
    }
  }

  private func write(_ cell: WordCell, width: Int, span: Int, into row: inout MarkupWriter) {
    row.element("w:tc") { element in
      element.element("w:tcPr") { properties in
        properties.empty("w:tcW", [("w:w", "\(width)"), ("w:type", "dxa")])
        if span > 1 { properties.empty("w:gridSpan", [("w:val", "\(span)")]) }
        if cell.isFramed, style == nil {
          properties.element("w:tcBorders") { borders in
            for side in ["w:top", "w:left", "w:bottom", "w:right"] {
              borders.empty(side, [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")])
            }
          }
        }
        if cell.isShaded {
          properties.empty("w:shd", [("w:val", "clear"), ("w:color", "auto"), ("w:fill", "ECECEC")])
        }
        properties.empty("w:vAlign", [("w:val", cell.isFramed ? "center" : "top")])
      }
      if cell.paragraphs.isEmpty { WordParagraph(style: emptyStyle, []).write(into: &element) }
      for paragraph in cell.paragraphs { paragraph.write(into: &element) }
    }
  }
}
