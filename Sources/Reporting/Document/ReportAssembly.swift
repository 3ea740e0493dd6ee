import Markdown

/// Puts the pieces in the place of their marks and numbers headings and annexes.
struct ReportAssembly {
  private let pieces: [ReportPiece]
  /// What is printed below the title of an annex; "" for nothing.
  private let attachment: String
  /// Whether headings and the end are those of documents of the Party.
  private let isParty: Bool
  private(set) var body: [ReportBlock] = []
  private(set) var annexes: [ReportAnnex] = []
  private var counts = [0, 0, 0]

  /// Reads Markdown with marks.
  init(markdown: String, pieces: [ReportPiece], attachment: String, isParty: Bool = false) {
    self.pieces = pieces
    self.attachment = attachment
    self.isParty = isParty
    let blocks = MarkdownDocument(parsing: markdown)?.blocks() ?? []
    for block in blocks { add(block) }
    if isParty { endPlainly() }
  }

  /// Documents of the Party end with a full stop, not with `./.`.
  private mutating func endPlainly() {
    guard let last = body.indices.last, case .paragraph(var text) = body[last], let run = text.runs.indices.last,
      case .words(let words) = text.runs[run].content, words.hasSuffix("./.")
    else { return }
    text.runs[run].content = .words(String(words.dropLast(2)))
    body[last] = .paragraph(text)
  }

  /// A line with marks that is no Markdown.
  static func line(_ text: String, pieces: [ReportPiece]) -> ReportText {
    ReportAssembly(markdown: "", pieces: pieces, attachment: "").text(of: [MarkdownRun(text)]).text
  }

  private mutating func add(_ block: MarkdownBlock) {
    for part in parts(of: block) {
      switch part {
      case .block(let block): append(block)
      case .annex(let title):
        annexes.append(ReportAnnex(number: annexes.count + 1, title: title, attachment: attachment, blocks: []))
        counts = [0, 0, 0]
      }
    }
  }

  private mutating func append(_ block: ReportBlock) {
    var block = block
    if case .sheet = block { counts = [0, 0, 0] }
    if case .heading(let level, _, let text) = block {
      block = .heading(level: level, number: nextNumber(level), text)
    }
    if annexes.isEmpty {
      body.append(block)
    } else {
      annexes[annexes.count - 1].blocks.append(block)
    }
  }

  /// The number of the next heading: `I. `, `1. `, `a) ` by level, one step further down in annexes.
  private mutating func nextNumber(_ level: Int) -> String {
    guard level <= 3 else { return "" }
    counts[level - 1] += 1
    for deeper in level..<3 { counts[deeper] = 0 }
    return Numbering.label(counts[level - 1], depth: annexes.isEmpty ? level - 1 : level, isParty: isParty)
  }

  private enum Part {
    case block(ReportBlock)
    case annex(String)
  }

  private func parts(of block: MarkdownBlock) -> [Part] {
    switch block {
    case .heading(let level, let runs):
      let (text, pieces) = text(of: runs)
      return [.block(.heading(level: level, number: "", text))] + pieces
    case .paragraph(let runs):
      let (text, pieces) = text(of: runs)
      return (text.isEmpty ? [] : [.block(.paragraph(text))]) + pieces
    case .list(let start, let items): return [.block(.list(start: start, items: items.map(blocks)))]
    case .quote(let inner): return [.block(.quote(blocks(of: inner)))]
    case .code(let lines): return [.block(.code(text(of: [MarkdownRun(lines)]).text.words))]
    case .rule: return [.block(.rule)]
    case .table(let columns, let rows): return [.block(.table(table(columns, rows)))]
    }
  }

  /// The blocks inside a list or quotation: no annex begins there.
  private func blocks(of inner: [MarkdownBlock]) -> [ReportBlock] {
    inner.flatMap { block in
      parts(of: block).compactMap { if case .block(let block) = $0 { block } else { nil } }
    }
  }

  /// A table that the author wrote.
  private func table(_ columns: [MarkdownAlignment], _ rows: [[[MarkdownRun]]]) -> ReportTable {
    let titles = rows.first ?? []
    return ReportTable(
      caption: "",
      columns: columns.enumerated().map { place, alignment in
        let kind: ReportTable.Column.Kind =
          switch alignment {
          case .left: .label
          case .center: .ordinal
          case .right: .figure
          }
        return ReportTable.Column(
          title: titles.indices.contains(place) ? text(of: titles[place]).text.words : "", kind: kind)
      }, rows: rows.dropFirst().map { row in ReportTable.Row(row.map { .words(text(of: $0).text) }) })
  }

  /// The words of runs with the pieces of inline marks in their place, and the blocks of the other marks.
  private func text(of runs: [MarkdownRun]) -> (text: ReportText, pieces: [Part]) {
    var text = ReportText()
    var parts: [Part] = []
    for run in runs {
      var rest = run.text[...]
      while let mark = rest.firstIndex(where: { $0 == Token.inline || $0 == Token.block }) {
        text += words(String(rest[..<mark]), like: run)
        let digits = rest[rest.index(after: mark)...].prefix { $0.isASCII && $0.isNumber }
        rest = rest[digits.endIndex...].dropFirst()
        guard let place = Int(digits), pieces.indices.contains(place) else { continue }
        switch pieces[place] {
        case .text(let piece): text += looking(like: run, piece)
        case .blocks(let blocks): parts += blocks.map(Part.block)
        case .annex(let title): parts.append(.annex(title))
        }
      }
      text += words(String(rest), like: run)
    }
    return (text, parts)
  }

  private func words(_ words: String, like run: MarkdownRun) -> ReportText {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map { ReportText(String($0)) }
    var text = ReportText()
    for (index, line) in lines.enumerated() {
      if index > 0 { text.runs.append(ReportRun(.lineBreak)) }
      text += line
    }
    return looking(like: run, text)
  }

  private func looking(like run: MarkdownRun, _ text: ReportText) -> ReportText {
    ReportText(
      runs: text.runs.map { inner in
        var inner = inner
        inner.isStrong = inner.isStrong || run.isStrong
        inner.isEmphasized = inner.isEmphasized || run.isEmphasized
        inner.isCode = inner.isCode || run.isCode
        inner.address = run.address
        return inner
      })
  }
}
