import Foundation

@testable import Reporting

/// Reads a report as a proof-reader does: what a good clerk would not sign.
struct ReportReading {
  private(set) var faults: [String] = []

  init(_ document: ReportDocument) {
    read(document.title.words, "title")
    let (front, sheets) = document.sheets
    read(front)
    for sheet in sheets {
      read(sheet.name, "sheet")
      if sheet.blocks.isEmpty { faults.append("sheet \(sheet.number) is empty") }
      read(sheet.blocks)
    }
    for annex in document.annexes {
      read(annex.title, "annex")
      if annex.blocks.isEmpty { faults.append("annex \(annex.number) is empty") }
      read(annex.blocks)
    }
  }

  private mutating func read(_ blocks: [ReportBlock]) {
    for (place, block) in blocks.enumerated() {
      let next = blocks.indices.contains(place + 1) ? blocks[place + 1] : nil
      switch block {
      case .heading(let level, _, let text):
        read(text.words, "heading")
        if case .heading(let deeper, _, _)? = next, deeper > level { continue }
        switch next {
        case nil, .heading?, .sheet?: faults.append("heading without content: \(text.words)")
        default: break
        }
      case .paragraph(let text):
        read(text.words, "paragraph")
        if text.words.hasSuffix(":") {
          switch next {
          case .list?, .table?, .chart?: break
          case .heading? where text.words.hasSuffix("như sau:"): break
          default: faults.append("nothing follows: \(text.words)")
          }
        } else if !".]".contains(text.words.last ?? " ") {
          faults.append("no full stop: \(text.words)")
        }
      case .list(_, let items):
        if items.isEmpty { faults.append("list without items") }
        for (number, item) in items.enumerated() {
          read(item, isLast: number == items.count - 1)
        }
      case .quote(let inner): read(inner)
      case .table(let table): read(table)
      case .chart(let chart):
        read(chart.caption, "chart")
        if !chart.note.isEmpty { read(chart.note, "note") }
      case .code, .rule, .sheet: break
      }
    }
  }

  private mutating func read(_ item: [ReportBlock], isLast: Bool) {
    guard case .paragraph(let text)? = item.first else { return faults.append("item without words") }
    read(text.words, "item")
    let ends = isLast ? [".", ".]"] : [";", "."]
    if !ends.contains(where: text.words.hasSuffix) { faults.append("end of item: \(text.words)") }
  }

  private mutating func read(_ table: ReportTable) {
    if table.rows.isEmpty { faults.append("table without rows: \(table.caption)") }
    read(table.caption, "caption")
    for column in table.columns where column.title.isEmpty { faults.append("column without title: \(table.caption)") }
    for row in table.rows {
      if let heading = row.heading { read(heading, "row heading") }
      for (cell, column) in zip(row.cells, table.columns) { read(cell.words(in: column), "cell") }
    }
    for note in table.notes { read(note, "note") }
  }

  /// What stands in no text that is fit to be signed.
  private static let patterns = [
    #"\{\{|\}\}|[\u{E000}-\u{E002}]"#, #"(?i)\bnan\b|\binf(inity)?\b|\bnil\b|Optional\("#, #"\s{2,}"#, #"\s[.,;:)%]"#,
    #"[,;:][.,;:]|\.\.|\(\s*\)|“”"#,
    // A verb or preposition with nothing behind it.
    #"(?i)(^|\s)(là|đạt|từ|đến|gồm|với|trong|ngày|is|are|of|from|to|than)\s*[.,;)%]"#,
    // A sentence that begins with nothing.
    #"^[.,;:)%]"#,
  ]

  private mutating func read(_ text: String, _ kind: String) {
    for pattern in Self.patterns where text.range(of: pattern, options: .regularExpression) != nil {
      faults.append("\(kind) has \(pattern): \(text)")
    }
    if text != text.trimmingCharacters(in: .whitespaces) { faults.append("\(kind) with blanks around: \(text)") }
  }
}
