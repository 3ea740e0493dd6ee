internal import Diagnostics
internal import Markup

/// A questionnaire on paper as one HTML file with print styles, from which WeasyPrint or a browser makes the PDF.
public enum PaperHTML {
  /// The document; every text is escaped, nothing is loaded from anywhere.
  ///
  /// - Complexity: O(size of the questionnaire).
  public static func document(for paper: PaperQuestionnaire) -> String {
    var writer = MarkupWriter()
    PaperPage(paper).write(into: &writer)
    return """
      <!DOCTYPE html>
      <html lang="\(paper.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <title>\(paper.title.escapedForMarkup)</title>
      <style>
      \(paperStyles)
      </style>
      </head>
      <body>
      \(writer.text)</body>
      </html>

      """
  }
}

/// Writes the parts of the page in order.
struct PaperPage {
  let paper: PaperQuestionnaire
  let wording: PaperWording

  init(_ paper: PaperQuestionnaire) {
    self.paper = paper
    wording = PaperWording(language: paper.language)
  }

  func write(into writer: inout MarkupWriter) {
    writeTitle(into: &writer)
    writeInstructions(into: &writer)
    for block in paper.blocks { write(block, into: &writer) }
    if !paper.endsWithNote { writer.leaf("p", [("class", "thanks")], text: wording.thanks) }
    if !paper.codebook.entries.isEmpty { writeCodebook(into: &writer) }
  }

  private func writeTitle(into writer: inout MarkupWriter) {
    writer.element("table", [("class", "masthead")]) { table in
      table.element("tr") { row in
        row.leaf(
          "td", [("class", "organisation")],
          markup: "\(wording.organisation.escapedForMarkup)<span class=\"fill\"></span>")
        row.element("td", [("class", "serial")]) { cell in
          cell.leaf("span", [("class", "serial-label")], text: wording.serialNumber)
          cell.line(Self.boxes(8))
          cell.leaf("div", [("class", "small")], text: wording.serialNote)
        }
      }
    }
    writer.leaf("h1", text: paper.title)
    writer.leaf("p", [("class", "version")], text: wording.version(paper.identifier, paper.version))
  }

  private func writeInstructions(into writer: inout MarkupWriter) {
    if paper.instructions.isEmpty { return }
    writer.element("div", [("class", "instructions")]) { box in
      box.leaf("p", [("class", "box-title")], text: wording.instructions)
      box.element("ol") { list in
        for line in paper.instructions { list.leaf("li", text: line) }
      }
    }
  }

  private func write(_ block: PaperBlock, into writer: inout MarkupWriter) {
    switch block {
    case .heading(let heading): write(heading, into: &writer)
    case .notice(let paragraphs):
      writer.element("div", [("class", "notice")]) { box in
        for paragraph in paragraphs { box.leaf("p", text: paragraph) }
      }
    case .note(let paragraphs, let condition):
      writer.element("div", [("class", "note")]) { box in
        if let condition { box.leaf("p", [("class", "condition")], text: condition) }
        for paragraph in paragraphs { box.leaf("p", text: paragraph) }
      }
    case .question(let question): write(question, into: &writer)
    case .grid(let grid): write(grid, into: &writer)
    case .codeList(let list): write(list, into: &writer)
    case .roster(let roster): write(roster, into: &writer)
    }
  }

  private func write(_ heading: PaperHeading, into writer: inout MarkupWriter) {
    let tag: String =
      switch heading.level {
      case .part: "h2"
      case .section: "h3"
      case .subsection: "h4"
      }
    let title = heading.number.isEmpty ? heading.title : "\(heading.number). \(heading.title)"
    writer.element("div", [("class", "heading")]) { box in
      if !heading.title.isEmpty { box.leaf(tag, text: title) }
      if let condition = heading.condition { box.leaf("p", [("class", "condition")], text: condition) }
      if !heading.lead.isEmpty { box.leaf("p", [("class", "lead")], text: heading.lead) }
    }
  }

  /// Boxes for single digits.
  static func boxes(_ count: Int) -> String {
    "<span class=\"digits\">" + String(repeating: "<i></i>", count: max(0, count)) + "</span>"
  }

  static let box = "<span class=\"box\"></span>"
}

extension PaperQuestionnaire {
  /// Whether the form has closing words of its own.
  var endsWithNote: Bool { if case .note = blocks.last { true } else { false } }
}
