internal import Markup

extension PaperPage {
  /// A table with a column per choice whose heading stands on every page it reaches.
  func write(_ grid: PaperGrid, into writer: inout MarkupWriter) {
    let widest = grid.columns.isEmpty ? 0 : min(15, 47 / grid.columns.count)
    writer.element("table", [("class", "grid")]) { table in
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", [("class", "number")], text: wording.number)
          row.leaf("th", text: wording.statement)
          for column in grid.columns {
            row.leaf(
              "th", [("class", "choice-head"), ("style", "width:\(widest)%")],
              markup: "\(column.label.escapedForMarkup)<br><b>\(column.code.escapedForMarkup)</b>")
          }
        }
      }
      table.element("tbody") { body in
        for question in grid.rows {
          body.element("tr") { row in
            row.leaf("td", [("class", "number")], text: "\(question.number)")
            row.leaf("td", markup: Self.statement(question))
            for _ in grid.columns { row.leaf("td", [("class", "cell")], markup: Self.box) }
          }
        }
      }
    }
    writeJumps(grid.rows, into: &writer)
  }

  /// One printed list, then the questions with boxes for a code.
  func write(_ list: PaperCodeList, into writer: inout MarkupWriter) {
    let digits = list.choices.map(\.code.count).max() ?? 1
    writer.element("div", list.choices.count > 24 ? [] : [("class", "coded")]) { block in
      block.element("div", [("class", "code-list")]) { box in
        box.leaf("p", [("class", "box-title")], text: wording.codeListTitle)
        writeChoices(list.choices, mark: "", into: &box)
      }
      block.leaf("p", [("class", "hint")], text: wording.codeNote)
      block.element("table", [("class", "code-rows")]) { table in
        for question in list.rows {
          table.element("tr") { row in
            row.leaf("td", markup: "<b>\(question.number).</b> \(Self.statement(question))")
            row.leaf("td", [("class", "code")], markup: Self.boxes(digits))
          }
        }
      }
      writeJumps(list.rows, into: &block)
    }
  }

  /// A table with blank rows, or with blank columns when there are many questions.
  func write(_ roster: PaperRoster, into writer: inout MarkupWriter) {
    writer.leaf("p", [("class", "hint")], text: roster.instruction)
    writer.element("table", [("class", "roster")]) { table in
      table.element("thead") { head in
        head.element("tr") { row in
          if roster.isTransposed {
            row.leaf("th", [("class", "row-head")], text: wording.statement)
            for number in 1...max(1, roster.count) { row.leaf("th", text: "\(wording.time) \(number)") }
          } else {
            row.leaf("th", [("class", "number")], text: wording.row)
            for column in roster.columns { row.leaf("th", markup: columnHead(column)) }
          }
        }
      }
      table.element("tbody") { body in
        if roster.isTransposed {
          for column in roster.columns {
            body.element("tr") { row in
              row.leaf("td", [("class", "row-head")], markup: columnHead(column))
              for _ in 0..<roster.count { row.leaf("td", markup: "&#160;") }
            }
          }
        } else {
          for number in 1...max(1, roster.count) {
            body.element("tr") { row in
              row.leaf("td", [("class", "number")], text: "\(number)")
              for _ in roster.columns { row.leaf("td", markup: "&#160;") }
            }
          }
        }
      }
    }
  }

  /// The annex for re-keying, on pages with numbers of their own.
  func writeCodebook(into writer: inout MarkupWriter) {
    let entries = paper.codebook.entries
    let half = (entries.count + 1) / 2
    writer.element("div", [("class", "annex")]) { annex in
      annex.leaf("h2", markup: "\(wording.annexTitle.escapedForMarkup)<br>\(wording.annexSubtitle.escapedForMarkup)")
      annex.leaf("p", [("class", "attached")], text: wording.annexNote)
      annex.leaf("p", [("class", "check")], text: wording.checkBlock)
      annex.element("table", [("class", "codebook")]) { table in
        table.element("thead") { head in
          head.element("tr") { row in
            for _ in 0..<2 {
              row.leaf("th", [("class", "number")], text: wording.number)
              row.leaf("th", text: wording.entryName)
              row.leaf("th", text: wording.entryKind)
            }
          }
        }
        table.element("tbody") { body in
          for index in 0..<half {
            body.element("tr") { row in
              for place in [index, index + half] {
                let entry = entries.indices.contains(place) ? entries[place] : nil
                row.leaf("td", [("class", "number")], text: entry.map { "\($0.number)" } ?? "")
                row.leaf("td", markup: entry.map { "<code>\($0.name.escapedForMarkup)</code>" } ?? "")
                row.leaf("td", text: entry?.kind ?? "")
              }
            }
          }
        }
      }
      writeLists(into: &annex)
    }
  }

  private func writeLists(into annex: inout MarkupWriter) {
    if paper.codebook.lists.isEmpty { return }
    annex.element("table", [("class", "codebook")]) { table in
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", text: wording.listName)
          row.leaf("th", text: wording.listCodes)
        }
      }
      table.element("tbody") { body in
        for list in paper.codebook.lists {
          body.element("tr") { row in
            row.leaf("td", markup: "<code>\(list.name.escapedForMarkup)</code>")
            row.leaf("td", text: list.codes.isEmpty ? wording.listElsewhere : list.text)
          }
        }
      }
    }
  }

  private func writeJumps(_ rows: [PaperQuestion], into writer: inout MarkupWriter) {
    for jump in rows.flatMap(\.jumps) { writer.leaf("p", [("class", "jump")], text: jump) }
  }

  private static func statement(_ question: PaperQuestion) -> String {
    var markup = question.label.escapedForMarkup
    for note in [question.condition, question.hint] {
      if let note, !note.isEmpty { markup += "<div class=\"small\">\(note.escapedForMarkup)</div>" }
    }
    return markup
  }

  private func columnHead(_ question: PaperQuestion) -> String {
    var markup = "\(question.number). \(question.label.escapedForMarkup)"
    for note in question.rosterNotes { markup += "<div class=\"small\">\(note.escapedForMarkup)</div>" }
    return markup
  }
}

extension PaperQuestion {
  /// What a column of a roster says below the question: conditions, hints and codes.
  var rosterNotes: [String] {
    var notes = [condition, hint].compactMap { $0 }.filter { !$0.isEmpty }
    if case .choices(let choices, _) = answer { notes.append(choices.codeText) }
    if case .ranking(let choices) = answer { notes.append(choices.codeText) }
    return notes
  }
}

extension [PaperChoice] {
  fileprivate var codeText: String { map { "\($0.code) = \($0.label)" }.joined(separator: "; ") }
}

extension PaperCodebook.List {
  /// `1 = college (Cao đẳng); …`; the code keyed is left out where it is the one printed.
  var text: String {
    codes.map { code in
      code.printed == code.keyed
        ? "\(code.printed)\u{A0}(\(code.label))" : "\(code.printed)\u{A0}=\u{A0}\(code.keyed) (\(code.label))"
    }.joined(separator: "; ")
  }
}
