/// A run of text of a Word document.
struct WordRun {
  /// The text.
  var text: String
  /// A character style; nil: the paragraph's.
  var style: Style?

  /// The character styles of the document.
  enum Style: String {
    /// A box to tick.
    case box = "CheckBox"
    /// Numbers of questions.
    case strong = "Strong"
    /// Instructions inside a question.
    case emphasis = "Emphasis"
    /// Names of questions and lists.
    case code = "CodeText"
  }

  init(_ text: String, _ style: Style? = nil) {
    self.text = text
    self.style = style
  }

  /// An empty box.
  static let box = WordRun("☐", .box)
}

/// A paragraph of a Word document.
struct WordParagraph {
  /// The paragraph styles of the document; their looks stand in `wordStyles`.
  enum Style: String {
    case normal = "Normal"
    case title = "Title"
    case version = "Version"
    case part = "Heading1"
    case section = "Heading2"
    case subsection = "Heading3"
    case lead = "Lead"
    case condition = "Condition"
    case question = "Question"
    case hint = "Hint"
    case jump = "Jump"
    case choice = "Choice"
    case line = "AnswerLine"
    case boxTitle = "BoxTitle"
    case small = "Small"
    case notice = "Notice"
    case centred = "Centred"
    case right = "RightAligned"
    case tableText = "TableText"
    case tableHead = "TableHead"
    case tableCell = "TableCell"
    case codebook = "Codebook"
    case gap = "Gap"
  }

  var style: Style
  var runs: [WordRun]
  /// Whether it stays on the page of what follows.
  var keepsWithNext: Bool

  init(_ style: Style, _ runs: [WordRun], keepsWithNext: Bool = false) {
    self.style = style
    self.runs = runs
    self.keepsWithNext = keepsWithNext
  }

  init(_ style: Style, _ text: String, keepsWithNext: Bool = false) {
    self.init(style, [WordRun(text)], keepsWithNext: keepsWithNext)
  }

  func write(into writer: inout MarkupWriter, section: ((inout MarkupWriter) -> Void)? = nil) {
    writer.element("w:p") { paragraph in
      paragraph.element("w:pPr") { properties in
        properties.empty("w:pStyle", [("w:val", style.rawValue)])
        if keepsWithNext { properties.empty("w:keepNext") }
        section?(&properties)
      }
      for run in runs where !run.text.isEmpty {
        paragraph.element("w:r") { element in
          if let style = run.style {
            element.element("w:rPr") { $0.empty("w:rStyle", [("w:val", style.rawValue)]) }
          }
          for (index, part) in run.text.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { element.empty("w:tab") }
            if !part.isEmpty { element.leaf("w:t", [("xml:space", "preserve")], text: String(part)) }
          }
        }
      }
    }
  }
}

/// A cell of a table.
struct WordCell {
  var paragraphs: [WordParagraph]
  /// Whether lines are drawn around it.
  var isFramed = true
  /// Whether it stands out as a heading.
  var isShaded = false

  init(_ paragraphs: [WordParagraph], isFramed: Bool = true, isShaded: Bool = false) {
    self.paragraphs = paragraphs
    self.isFramed = isFramed
    self.isShaded = isShaded
  }

  init(_ style: WordParagraph.Style, _ runs: [WordRun], isFramed: Bool = true, isShaded: Bool = false) {
    self.init([WordParagraph(style, runs)], isFramed: isFramed, isShaded: isShaded)
  }
}

/// A table with fixed widths; rows are never broken across pages.
struct WordTable {
  /// The widths of the columns in twentieths of a point.
  var widths: [Int]
  /// The rows, the first `headCount` of them repeated on every page.
  var rows: [[WordCell]]
  var headCount = 0
  /// The least height of a row in twentieths of a point; nil: as the text needs.
  var rowHeight: Int?

  /// The width between the margins of the page.
  static let pageWidth = 9354

  func write(into writer: inout MarkupWriter) {
    writer.element("w:tbl") { table in
      table.element("w:tblPr") { properties in
        properties.empty("w:tblW", [("w:w", "\(widths.reduce(0, +))"), ("w:type", "dxa")])
        properties.empty("w:tblLayout", [("w:type", "fixed")])
        properties.element("w:tblCellMar") { margins in
          margins.empty("w:left", [("w:w", "80"), ("w:type", "dxa")])
          margins.empty("w:right", [("w:w", "80"), ("w:type", "dxa")])
        }
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
      for (cell, width) in zip(row, widths) { write(cell, width: width, into: &element) }
    }
  }

  private func write(_ cell: WordCell, width: Int, into row: inout MarkupWriter) {
    row.element("w:tc") { element in
      element.element("w:tcPr") { properties in
        properties.empty("w:tcW", [("w:w", "\(width)"), ("w:type", "dxa")])
        if cell.isFramed {
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
      if cell.paragraphs.isEmpty { WordParagraph(.tableText, []).write(into: &element) }
      for paragraph in cell.paragraphs { paragraph.write(into: &element) }
    }
  }
}
