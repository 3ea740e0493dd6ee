internal import Diagnostics
internal import Markup
internal import WordProcessing

/// A questionnaire on paper as a Word document (Office Open XML), to be adapted in an office before printing.
public enum PaperWord {
  /// The files inside the document by their paths, in the order in which they are packed.
  ///
  /// Every text is escaped; nothing refers to anything outside; no date or name of a person is kept.
  /// - Complexity: O(size of the questionnaire).
  public static func parts(for paper: PaperQuestionnaire) -> [(path: String, text: String)] {
    var package = WordPackage(
      title: paper.title, language: paper.language == .vietnamese ? "vi-VN" : "en-GB", styles: paperWordStyles)
    package.fonts += [("MS Gothic", "modern", "fixed"), ("Courier New", "modern", "fixed")]
    return package.parts { body in
      WordComposer(paper).write(into: &body)
      return WordNumbering()
    }.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
  }
}

/// Writes the body of the document in order.
struct WordComposer {
  let paper: PaperQuestionnaire
  let wording: PaperWording

  init(_ paper: PaperQuestionnaire) {
    self.paper = paper
    wording = PaperWording(language: paper.language)
  }

  func write(into body: inout MarkupWriter) {
    writeTitle(into: &body)
    writeInstructions(into: &body)
    for block in paper.blocks { write(block, into: &body) }
    if !paper.endsWithNote { WordParagraph(.centred, [WordRun(wording.thanks, .strong)]).write(into: &body) }
    if paper.codebook.entries.isEmpty {
      WordSection(hidesFirstNumber: true).write(into: &body)
    } else {
      WordParagraph(.gap, []).write(into: &body, endOf: WordSection(hidesFirstNumber: true))
      writeCodebook(into: &body)
      WordSection(hidesFirstNumber: false).write(into: &body)
    }
  }

  private func writeTitle(into body: inout MarkupWriter) {
    write(
      text: [WordParagraph(.normal, "\(wording.organisation) ………………………………")],
      beside: [.text(wording.serialNumber, width: 1250)] + Array(repeating: .box, count: 8), into: &body)
    WordParagraph(.right, wording.serialNote).write(into: &body)
    WordParagraph(.title, paper.title).write(into: &body)
    WordParagraph(.version, wording.version(paper.identifier, paper.version)).write(into: &body)
  }

  private func writeInstructions(into body: inout MarkupWriter) {
    if paper.instructions.isEmpty { return }
    let lines = paper.instructions.enumerated().map { WordParagraph(.small, "\($0 + 1). \($1)") }
    writeFrame([WordParagraph(.boxTitle, wording.instructions)] + lines, isShaded: false, into: &body)
  }

  func writeFrame(_ paragraphs: [WordParagraph], isShaded: Bool, into body: inout MarkupWriter) {
    WordTable(widths: [WordTable.pageWidth], rows: [[WordCell(paragraphs, isShaded: isShaded)]]).write(into: &body)
    WordParagraph(.gap, []).write(into: &body)
  }

  private func write(_ block: PaperBlock, into body: inout MarkupWriter) {
    switch block {
    case .heading(let heading): write(heading, into: &body)
    case .notice(let paragraphs):
      writeFrame(paragraphs.map { WordParagraph(.notice, $0) }, isShaded: true, into: &body)
    case .note(let paragraphs, let condition):
      if let condition { WordParagraph(.condition, condition, keepsWithNext: true).write(into: &body) }
      for paragraph in paragraphs { WordParagraph(.normal, paragraph).write(into: &body) }
    case .question(let question): write(question, into: &body)
    case .grid(let grid): write(grid, into: &body)
    case .codeList(let list): write(list, into: &body)
    case .roster(let roster): write(roster, into: &body)
    }
  }

  private func write(_ heading: PaperHeading, into body: inout MarkupWriter) {
    let style: WordParagraph.Style =
      switch heading.level {
      case .part: .part
      case .section: .section
      case .subsection: .subsection
      }
    let title = heading.number.isEmpty ? heading.title : "\(heading.number). \(heading.title)"
    if !heading.title.isEmpty { WordParagraph(style, title).write(into: &body) }
    if let condition = heading.condition {
      WordParagraph(.condition, condition, keepsWithNext: true).write(into: &body)
    }
    if !heading.lead.isEmpty { WordParagraph(.lead, heading.lead).write(into: &body) }
  }
}
