import Diagnostics

/// Reads the indicators sheet.
enum IndicatorsReader {
  /// The rows with their items looked up among the form's questions.
  static func read(_ sheet: Sheet, questions: QuestionNames) -> [IndicatorRow] {
    sheet.rows.map { cells in
      let kind = IndicatorKind(rawValue: cells[.kind].lowercased())
      var indicator = Indicator(name: cells[.name], kind: kind ?? .consensus, position: cells.position())
      let (items, unresolved) = questions.resolve(cells.tokens(.items))
      indicator.items = items
      indicator.label = cells.text(.label)
      indicator.group = cells[.group]
      indicator.scale = cells.tokens(.scale)
      indicator.agree = cells.tokens(.agree)
      indicator.disagree = cells.tokens(.disagree)
      indicator.reverse = Set(cells.tokens(.reverse))
      indicator.parameters = readParameters(cells[.params]).parameters
      return IndicatorRow(indicator: indicator, isKindKnown: kind != nil, unresolved: unresolved, cells: cells)
    }
  }
}
