import Diagnostics

/// The items of an indicator are questions of types that fit its kind.
enum IndicatorItemCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    guard !draft.indicators.isEmpty else { return }
    var placed: [String: PlacedQuestion] = [:]
    var names: [String] = []
    for question in draft.form.placedQuestions {
      names.append(question.question.name)
      if placed[question.question.name] == nil { placed[question.question.name] = question }
    }
    for row in draft.indicators {
      unresolved(row, names, &report)
      let items = row.indicator.items
      if items.isEmpty, row.unresolved.isEmpty, row.isKindKnown, row.indicator.kind != .target {
        report.add(.formIndicatorWithoutItems, at: row.cells.position(.items), ["name": row.indicator.name])
      }
      for item in items { check(item, of: row, placed, &report) }
      let known = Set(items.flatMap(\.questions) + items.map(\.name))
      for item in row.indicator.reverse.sorted() where !known.contains(item) {
        report.add(.formIndicatorReverseUnknown, at: row.cells.position(.reverse), ["item": item])
      }
    }
  }

  private static func unresolved(_ row: IndicatorRow, _ names: [String], _ report: inout CheckReport) {
    let position = row.cells.position(.items)
    for word in row.unresolved {
      switch word {
      case .unknown(let item):
        let nearest = report.nearest(to: item, among: names, of: "question")
        report.add(.formIndicatorItemUnknown, at: position, ["item": item, "nearest": nearest])
      case .emptyPattern(let item): report.add(.formIndicatorPatternEmpty, at: position, ["item": item])
      case .brokenPair(let item, let missing):
        let shown = missing.isEmpty ? CheckReport.noSuggestion : missing
        report.add(.formIndicatorPairBroken, at: position, ["item": item, "missing": shown])
      }
    }
  }

  private static func check(
    _ item: IndicatorItem, of row: IndicatorRow, _ placed: [String: PlacedQuestion], _ report: inout CheckReport
  ) {
    guard row.isKindKnown else { return }
    let kind = row.indicator.kind
    let position = row.cells.position(.items)
    for name in item.questions {
      guard let question = placed[name] else { continue }
      let type = question.question.type
      if !kind.accepts(type) || !kind.takes(item, type) {
        report.add(
          .formIndicatorItemUnfit, at: position,
          ["item": item.name, "type": type.name, "kind": kind.rawValue, "expected": kind.expectation])
        return
      }
      if question.isRepeated { report.add(.formIndicatorItemRepeated, at: position, ["item": name]) }
    }
  }
}

extension IndicatorKind {
  /// Whether an item has the form of this kind: needs are pairs, sets of best and worst may be, ratios are x/y.
  fileprivate func takes(_ item: IndicatorItem, _ type: QuestionType) -> Bool {
    switch item {
    case .question: return self != .need && self != .ratio
    case .ratio: return self == .ratio
    case .pair:
      if self == .ranking, case .selectOne = type { return true }
      return self == .need
    }
  }

  /// Whether an indicator of this kind can be computed from questions of a type.
  fileprivate func accepts(_ type: QuestionType) -> Bool {
    switch (self, type) {
    case (.consensus, .selectOne), (.need, .selectOne), (.share, .selectOne), (.share, .acknowledge): true
    case (.ranking, .rank), (.ranking, .selectOne), (.multiple, .selectMultiple): true
    case (.mean, .integer), (.mean, .decimal), (.mean, .range), (.mean, .calculate), (.mean, .selectOne): true
    case (.total, .integer), (.total, .decimal), (.total, .range), (.total, .calculate): true
    case (.total, .selectOne), (.total, .selectMultiple), (.text, .text), (.text, .hidden), (.text, .calculate): true
    case (.ratio, .integer), (.ratio, .decimal), (.ratio, .range), (.ratio, .calculate): true
    case (.target, let type): type != .note
    default: false
    }
  }

  /// The types that an indicator of this kind takes, as written in the type column.
  fileprivate var expectation: String {
    switch self {
    case .consensus: "select_one"
    case .share: "select_one, acknowledge"
    case .need: "select_one|select_one (x_imp|x_prov)"
    case .ranking: "rank, select_one, select_one|select_one (best|worst)"
    case .multiple: "select_multiple"
    case .mean: "integer, decimal, range, calculate, select_one"
    case .total: "integer, decimal, range, calculate, select_one, select_multiple"
    case .ratio: "integer, decimal, range, calculate (x/y)"
    case .text: "text, hidden, calculate"
    case .target: "…"
    }
  }
}

extension IndicatorItem {
  /// The one or two questions of the item.
  var questions: [String] {
    switch self {
    case .question(let name): [name]
    case .pair(let first, let second), .ratio(let first, let second): [first, second]
    }
  }
}
