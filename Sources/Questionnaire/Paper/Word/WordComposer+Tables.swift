internal import Markup
internal import WordProcessing

extension WordComposer {
  /// A table with a column per choice whose heading stands on every page it reaches.
  func write(_ grid: PaperGrid, into body: inout MarkupWriter) {
    let count = max(1, grid.columns.count)
    let column = min(1400, WordTable.pageWidth * 47 / 100 / count)
    let number = 620
    let widths =
      [number, WordTable.pageWidth - number - column * grid.columns.count]
      + Array(repeating: column, count: grid.columns.count)
    var head = [wording.number, wording.statement].map {
      WordCell(.tableHead, [WordRun($0, .strong)], isShaded: true)
    }
    head += grid.columns.map {
      WordCell(
        [
          WordParagraph(.tableHead, $0.label.replacing("/", with: "/\u{200B}")),
          WordParagraph(.tableHead, [WordRun($0.code, .strong)]),
        ], isShaded: true)
    }
    // The first row stays with the heading, the last with the row above it.
    let kept = [0, grid.rows.count - 2]
    let rows = grid.rows.enumerated().map { index, question in
      [
        WordCell(.tableCell, [WordRun("\(question.number)")]),
        WordCell(statement(question, keepsWithNext: kept.contains(index) && grid.rows.count > 1)),
      ]
        + grid.columns.map { _ in WordCell(.tableCell, [.box]) }
    }
    WordTable(widths: widths, rows: [head] + rows, headCount: 1).write(into: &body)
    writeJumps(grid.rows, into: &body)
  }

  /// One printed list, then the questions with boxes for a code.
  func write(_ list: PaperCodeList, into body: inout MarkupWriter) {
    WordParagraph(.boxTitle, wording.codeListTitle, keepsWithNext: true).write(into: &body)
    writeChoices(list.choices, isTicked: false, into: &body)
    WordParagraph(.hint, wording.codeNote).write(into: &body)
    let digits = list.choices.map(\.code.count).max() ?? 1
    for question in list.rows {
      let label = [WordRun("\(question.number).", .strong), WordRun(" \(question.label)")]
      write(text: [WordParagraph(.question, label)], beside: Array(repeating: .box, count: digits), into: &body)
      for note in notes(question) { note.write(into: &body) }
      WordParagraph(.gap, []).write(into: &body)
    }
    writeJumps(list.rows, into: &body)
  }

  /// A table with blank rows, or with blank columns when there are many questions.
  func write(_ roster: PaperRoster, into body: inout MarkupWriter) {
    WordParagraph(.hint, roster.instruction, keepsWithNext: true).write(into: &body)
    let heads = roster.columns.map { question in
      [WordParagraph(.tableText, "\(question.number). \(question.label)")]
        + question.rosterNotes.map { WordParagraph(.codebook, $0) }
    }
    let count = max(1, roster.count)
    let blank = WordCell(.tableText, [])
    let rows: [[WordCell]]
    let widths: [Int]
    if roster.isTransposed {
      let column = WordTable.pageWidth * 55 / 100 / count
      widths = [WordTable.pageWidth - column * count] + Array(repeating: column, count: count)
      let head = [wording.statement] + (1...count).map { "\(wording.time) \($0)" }
      rows =
        [head.map { WordCell(.tableHead, [WordRun($0, .strong)], isShaded: true) }]
        + heads.map { [WordCell($0)] + Array(repeating: blank, count: count) }
    } else {
      let column = (WordTable.pageWidth - 620) / max(1, heads.count)
      widths = [620] + Array(repeating: column, count: heads.count)
      rows =
        [
          [WordCell(.tableHead, [WordRun(wording.row, .strong)], isShaded: true)]
            + heads.map { WordCell($0, isShaded: true) }
        ]
        + (1...count).map {
          [WordCell(.tableCell, [WordRun("\($0)")])] + Array(repeating: blank, count: heads.count)
        }
    }
    WordTable(widths: widths, rows: rows, headCount: 1, rowHeight: 420).write(into: &body)
    WordParagraph(.gap, []).write(into: &body)
  }

  /// The annex for re-keying.
  func writeCodebook(into body: inout MarkupWriter) {
    WordParagraph(.part, wording.annexTitle).write(into: &body)
    WordParagraph(.part, wording.annexSubtitle).write(into: &body)
    WordParagraph(.version, wording.annexNote).write(into: &body)
    WordParagraph(.codebook, wording.checkBlock).write(into: &body)
    let entries = paper.codebook.entries
    let half = (entries.count + 1) / 2
    let head = [wording.number, wording.entryName, wording.entryKind].map {
      WordCell(.codebook, [WordRun($0, .strong)], isShaded: true)
    }
    let rows = (0..<half).map { index in
      [index, index + half].flatMap { place -> [WordCell] in
        guard entries.indices.contains(place) else { return Array(repeating: WordCell(.codebook, []), count: 3) }
        let entry = entries[place]
        return [
          WordCell(.codebook, [WordRun("\(entry.number)")]), WordCell(.codebook, [WordRun(entry.name, .code)]),
          WordCell(.codebook, [WordRun(entry.kind)]),
        ]
      }
    }
    let widths = [500, 2850, 1327]
    WordTable(widths: widths + widths, rows: [head + head] + rows, headCount: 1).write(into: &body)
    WordParagraph(.gap, []).write(into: &body)
    writeLists(into: &body)
  }

  private func writeLists(into body: inout MarkupWriter) {
    let lists = paper.codebook.lists
    if lists.isEmpty { return }
    let head = [wording.listName, wording.listCodes].map {
      WordCell(.codebook, [WordRun($0, .strong)], isShaded: true)
    }
    let rows = lists.map { list in
      [
        WordCell(.codebook, [WordRun(list.name, .code)]),
        WordCell(.codebook, [WordRun(list.codes.isEmpty ? wording.listElsewhere : list.text)]),
      ]
    }
    WordTable(widths: [1800, WordTable.pageWidth - 1800], rows: [head] + rows, headCount: 1).write(into: &body)
    WordParagraph(.gap, []).write(into: &body)
  }

  private func writeJumps(_ rows: [PaperQuestion], into body: inout MarkupWriter) {
    for jump in rows.flatMap(\.jumps) { WordParagraph(.jump, jump).write(into: &body) }
    WordParagraph(.gap, []).write(into: &body)
  }

  private func statement(_ question: PaperQuestion, keepsWithNext: Bool) -> [WordParagraph] {
    [WordParagraph(.tableText, question.label, keepsWithNext: keepsWithNext)] + notes(question)
  }

  private func notes(_ question: PaperQuestion) -> [WordParagraph] {
    [question.condition, question.hint].compactMap { $0 }.filter { !$0.isEmpty }.map { WordParagraph(.hint, $0) }
  }
}
