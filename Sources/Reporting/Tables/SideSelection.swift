import Diagnostics
import Estimation
import FormDefinition

/// Rows and columns of a table beside the estimates that a placeholder asks for.
struct SideSelection {
  let side: SideTable
  /// The columns, from 0, in the order asked for.
  let columns: [Int]
  /// The headings of the columns.
  let titles: [String]
  /// The numbers of the rows, from 0.
  let rows: [Int]
  /// The columns whose numbers are shares.
  let shares: Set<String>
  /// The decimals of other numbers; nil: none for whole numbers, else two.
  let places: Int?
}

extension ReportComposer {
  /// The table of a name beside the estimates that may be printed; nil when there is none.
  func sideTable(_ name: String) -> SideTable? { facts.tables.first { $0.name == name && !$0.isRestricted } }

  /// What a placeholder asks for: `columns="unit rate"` picks columns, `labels="Đơn vị; Tỷ lệ"` names them,
  /// `only="domain=unit"` keeps rows (`state=late|missed` of either value), `of=unit` those of the loop's unit, `percent="rate"` prints shares in percent, `decimals=1` sets the decimals of other
  /// numbers, `count=20` the rows; nil, with a finding, when there is no such table.
  mutating func sideSelection(_ directive: Directive, name: String?, in scope: Scope = .init()) -> SideSelection? {
    guard let name, let side = sideTable(name) else {
      let known = facts.tables.filter { !$0.isRestricted }.map(\.name)
      diagnostics.append(
        Diagnostic(
          .unknownSideTable, at: directive.position,
          ["found": name ?? "", "known": known.isEmpty ? "—" : known.joined(separator: ", ")]))
      return nil
    }
    func list(_ option: String) -> [String] {
      directive.options[option]?.split(separator: " ").map(String.init) ?? []
    }
    let wanted = list("columns").compactMap { side.columns.firstIndex(of: $0) }
    let columns = wanted.isEmpty ? Array(side.columns.indices) : wanted
    let titles = directive.options["labels"]?.split(separator: ";").map { String($0.drop { $0 == " " }) } ?? []
    let rows = keptRows(of: side, directive, in: scope)
    return SideSelection(
      side: side, columns: columns,
      titles: columns.enumerated().map { titles.indices.contains($0) ? titles[$0] : side.columns[$1] },
      rows: Array(rows.prefix(max(0, directive.options["count"].flatMap(Int.init) ?? .max))),
      shares: Set(list("percent")),
      places: directive.options["decimals"].flatMap(Int.init).map { min(max($0, 0), 6) })
  }

  /// The rows, from 0, that the options `only` and `of` of a placeholder keep.
  func keptRows(of side: SideTable, _ directive: Directive, in scope: Scope) -> [Int] {
    let words = directive.options["only"]?.split(separator: " ").map(String.init) ?? []
    let conditions = words.compactMap { word -> (column: Int, value: String)? in
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let column = side.columns.firstIndex(of: parts[0]) else { return nil }
      return (column, parts[1])
    }
    let isOfUnit = directive.options["of"] == "unit"
    return side.rows.indices.filter { row in
      if isOfUnit, scope.unit.map({ isRow(row, of: side, about: $0) }) != true { return false }
      return conditions.allSatisfy { condition in
        guard case .text(let text) = side.rows[row][condition.column] else { return false }
        return condition.value.split(separator: "|", omittingEmptySubsequences: false).contains { $0 == text }
      }
    }
  }

  /// The table that a placeholder asks for; none, with a finding, when there is no such table.
  mutating func sideTables(_ directive: Directive, in scope: Scope) -> [ReportTable] {
    guard let selection = sideSelection(directive, name: directive.word(1), in: scope) else { return [] }
    return [table(of: selection, caption: directive.options["title"] ?? selection.side.title[language])]
  }

  /// A selection as a table of the report.
  func table(of selection: SideSelection, caption: String) -> ReportTable {
    let side = selection.side
    var table = ReportTable(
      caption: caption,
      columns: zip(selection.columns, selection.titles).map { column, title in
        let isFigure = side.rows.contains { if case .text = $0[column] { false } else { true } }
        return .init(title: title, kind: isFigure ? .figure : .label)
      }, rows: [])
    for row in selection.rows {
      let isSuppressed = isSuppressed(side, row: row)
      table.rows.append(
        .init(
          selection.columns.map { column in
            if case .text(let text) = side.rows[row][column] { return .text(words(text)) }
            guard let figure = figure(of: selection, row: row, column: column) else {
              return isSuppressed ? .suppressed : .none
            }
            return .figure(figure, isUnreliable: false)
          }))
    }
    return table
  }

  /// A cell of a table beside the estimates as a figure; nil when it holds none.
  func figure(of selection: SideSelection, row: Int, column: Int) -> PrintedFigure? {
    let name = selection.side.columns[column]
    let source = PrintedFigure.Source.table(selection.side.name, row: row + 1, column: name)
    switch selection.side.rows[row][column] {
    case .count(let count?): return PrintedFigure(text: format.integer(count), value: Double(count), source: source)
    case .number(let number?) where number.isFinite:
      let text =
        selection.shares.contains(name) || isShareOfTarget(selection.side, row: row, column: name)
        ? format.percent(number)
        : format.decimal(number, places: selection.places ?? (number == number.rounded() ? 0 : 2))
      return PrintedFigure(text: text, value: number, source: source)
    case .text, .number, .count: return nil
    }
  }

  /// Whether a figure of a target is a share: the table says the unit of each row.
  private func isShareOfTarget(_ side: SideTable, row: Int, column: String) -> Bool {
    guard side.name == "targets", let unit = side.columns.firstIndex(of: "unit"), side.rows[row][unit] == .text("share")
    else { return false }
    return [
      "baseline", "latest", "value", "value_high", "projection", "projection_low", "projection_high", "planned_pace",
      "required_pace", "pace",
    ].contains(column)
  }

  /// A text of a table beside the estimates as a reader knows it: names of the form by their labels, dates in figures.
  func words(_ text: String) -> String {
    if let day = CalendarDay(iso: text) { return format.shortDate(day) }
    return facts.words[text]?[language] ?? labels.known(text) ?? text
  }
}
