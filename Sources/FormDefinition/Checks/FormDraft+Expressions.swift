extension FormDraft {
  /// Visits every expression of the survey in the order of the rows and columns.
  func forEachExpression(_ body: (SurveyRow, SheetColumn, Expression) -> Void) {
    for row in rows {
      for column in SurveyReader.expressionColumns {
        if let expression = row.expressions[column] { body(row, column, expression) }
      }
    }
  }

  /// The only row with a name; nil when there is none or several, or the name is that of a text added by `or_other`.
  func row(named name: String) -> SurveyRow? {
    guard let targets = nameIndex.rows[name], targets.count == 1, let target = targets.first else { return nil }
    return rows[target].name == name ? rows[target] : nil
  }
}
