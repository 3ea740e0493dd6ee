internal import Markup
internal import WordProcessing

extension WordComposer {
  /// What stands to the right of a text, from left to right.
  enum Beside {
    /// A box for one character.
    case box
    /// A few words or a sign; the width in twentieths of a point.
    case text(String, width: Int)

    fileprivate var width: Int {
      switch self {
      case .box: 340
      case .text(_, let width): width
      }
    }

    fileprivate var cell: WordCell {
      switch self {
      case .box: WordCell(.tableCell, [])
      case .text(let text, _): WordCell(.tableCell, [WordRun(text)], isFramed: false)
      }
    }
  }

  /// A text with boxes to its right, in a row of a table without lines.
  func write(text: [WordParagraph], beside: [Beside], into body: inout MarkupWriter) {
    let right = beside.map(\.width)
    let left = max(1500, WordTable.pageWidth - right.reduce(0, +))
    let row = [WordCell(text, isFramed: false)] + beside.map(\.cell)
    WordTable(widths: [left] + right, rows: [row], rowHeight: 360).write(into: &body)
  }

  func write(_ question: PaperQuestion, into body: inout MarkupWriter) {
    if let condition = question.condition {
      WordParagraph(.condition, condition, keepsWithNext: true).write(into: &body)
    }
    let label = WordParagraph(.question, labelRuns(question))
    let beside = self.beside(question.answer)
    if beside.isEmpty {
      label.write(into: &body)
    } else {
      write(text: [label], beside: beside, into: &body)
    }
    if !question.hint.isEmpty { WordParagraph(.hint, question.hint, keepsWithNext: beside.isEmpty).write(into: &body) }
    write(question.answer, into: &body)
    for jump in question.jumps { WordParagraph(.jump, jump).write(into: &body) }
    WordParagraph(.gap, []).write(into: &body)
  }

  private func labelRuns(_ question: PaperQuestion) -> [WordRun] {
    var runs = [WordRun("\(question.number).", .strong), WordRun(" \(question.label)")]
    switch question.answer {
    case .choices(_, isMultiple: true): runs.append(WordRun(" \(wording.severalChoices)", .emphasis))
    case .ranking: runs.append(WordRun(" \(wording.rankNote)", .emphasis))
    case .tick: runs += [WordRun(" "), .box]
    default: break
    }
    return runs
  }

  private func beside(_ answer: PaperAnswer) -> [Beside] {
    let two: [Beside] = [.box, .box]
    let clock = two + [.text(wording.hour, width: 600)] + two + [.text(wording.minute, width: 700)]
    switch answer {
    case .digits(let whole, let decimals):
      let boxes = Array(repeating: Beside.box, count: whole)
      if decimals == 0 { return boxes }
      return boxes + [.text(wording.decimalMark, width: 250)] + Array(repeating: .box, count: decimals)
    case .date(let hasTime):
      let slash = Beside.text("/", width: 250)
      let day = two + [slash] + two + [slash] + two + two
      return hasTime ? day + [.text("", width: 250)] + clock : day
    case .time: return clock
    default: return []
    }
  }

  private func write(_ answer: PaperAnswer, into body: inout MarkupWriter) {
    switch answer {
    case .choices(let choices, _): writeChoices(choices, isTicked: true, into: &body)
    case .ranking(let choices):
      let rows = choices.map { choice in
        [
          WordCell([], isFramed: false), WordCell(.tableCell, []),
          WordCell(.tableText, [WordRun("\(choice.code). \(choice.label)")], isFramed: false),
        ]
      }
      WordTable(widths: [280, 420, WordTable.pageWidth - 700], rows: rows, rowHeight: 320).write(into: &body)
    case .writtenChoice(let list, let count):
      WordParagraph(.hint, wording.writtenChoice(list, count)).write(into: &body)
      writeLines(1, into: &body)
    case .scale(let numbers):
      let runs = numbers.flatMap { [WordRun.box, WordRun("\u{A0}\($0)   ")] }
      WordParagraph(.choice, runs).write(into: &body)
    case .lines(let count): writeLines(count, into: &body)
    case .place:
      WordParagraph(.choice, "\(wording.latitude) ………………………   \(wording.longitude) ………………………")
        .write(into: &body)
    case .attachment: WordParagraph(.hint, wording.attachment).write(into: &body)
    case .digits, .date, .time, .tick: break
    }
  }

  private func writeLines(_ count: Int, into body: inout MarkupWriter) {
    for _ in 0..<count { WordParagraph(.line, "\t").write(into: &body) }
  }

  /// Choices in columns, filled row by row; all rows stay on the page of the question unless there are many.
  func writeChoices(_ choices: [PaperChoice], isTicked: Bool, into body: inout MarkupWriter) {
    if choices.isEmpty { return }
    let columns = choices.paperColumns
    let rows = stride(from: 0, to: choices.count, by: columns).map { start in
      (start..<start + columns).map { index -> WordCell in
        guard choices.indices.contains(index) else { return WordCell([], isFramed: false) }
        let text = WordRun("\(choices[index].code). \(choices[index].label)")
        let isLast = start + columns >= choices.count || choices.count > 24
        return WordCell(
          [
            WordParagraph(
              .choice, isTicked ? [.box, WordRun("\u{A0}"), text] : [text], keepsWithNext: !isLast)
          ], isFramed: false)
      }
    }
    let widths = Array(repeating: WordTable.pageWidth / columns, count: columns)
    WordTable(widths: widths, rows: rows).write(into: &body)
  }
}
