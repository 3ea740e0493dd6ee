import Diagnostics

/// The codes of an indicator are substantive choices of its items' lists, each once.
enum IndicatorCodeCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    guard !draft.indicators.isEmpty else { return }
    var lists: [String: String] = [:]
    for placed in draft.form.placedQuestions { lists[placed.question.name] = placed.question.type.choiceList }
    let codes = draft.form.choiceLists.mapValues { Codes($0) }
    for row in draft.indicators where row.isKindKnown {
      let indicator = row.indicator
      let columns = [
        (SheetColumn.scale, indicator.scale), (.agree, indicator.agree), (.disagree, indicator.disagree),
      ]
      duplicates(row, &report)
      var seenLists: Set<String> = []
      for item in indicator.items.flatMap(\.questions) {
        guard let listName = lists[item], let list = codes[listName], seenLists.insert(listName).inserted else {
          continue
        }
        for (column, written) in columns {
          for code in written where !list.substantive.contains(code) {
            let finding: DiagnosticCode =
              list.missing.contains(code) ? .formIndicatorCodeMissing : .formIndicatorCodeUnknown
            report.add(
              finding, at: row.cells.position(column),
              ["code": code, "column": column.rawValue, "list": listName, "item": item])
          }
        }
        let isOrdinal = indicator.kind == .consensus || indicator.kind == .need
        if isOrdinal, (indicator.scale.isEmpty ? list.substantive.count : indicator.scale.count) < 2 {
          report.add(.formIndicatorScaleShort, at: row.cells.position(.items), ["item": item])
        }
      }
    }
  }

  private struct Codes {
    let substantive: Set<String>
    let missing: Set<String>

    init(_ list: ChoiceList) {
      substantive = Set(list.substantive.map(\.name))
      missing = Set(list.choices.filter { $0.missing != nil }.map(\.name))
    }
  }

  private static func duplicates(_ row: IndicatorRow, _ report: inout CheckReport) {
    let indicator = row.indicator
    for (column, codes) in [(SheetColumn.scale, indicator.scale), (.agree, indicator.agree + indicator.disagree)] {
      var seen: Set<String> = []
      for code in codes where !seen.insert(code).inserted {
        report.add(.formIndicatorCodeTwice, at: row.cells.position(column), ["code": code])
      }
    }
  }
}
