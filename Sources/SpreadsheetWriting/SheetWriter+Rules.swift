import CXLSXWriter

extension SheetWriter {
  /// Says what may be entered into the cells of a column.
  ///
  /// Formulas are written for the first of the rows and moved along for the others.
  public func addRule(
    _ rule: CellRule, rows: ClosedRange<Int>, column: Int
  ) throws(SpreadsheetWritingFailure) {
    let first = try place(rows.lowerBound, column)
    let last = try place(rows.upperBound, column)
    let parts = rule.kind.parts
    try check(
      unsafe yk_validate(
        sheet, first.row, last.row, first.column, UInt8(parts.kind.rawValue), UInt8(parts.criteria.rawValue),
        parts.minimum, parts.maximum, rule.title.plainText.fitting(WorkbookLimits.titleLength),
        rule.message.plainText.fitting(WorkbookLimits.messageLength),
        rule.errorTitle.plainText.fitting(WorkbookLimits.titleLength),
        rule.error.plainText.fitting(WorkbookLimits.messageLength)))
  }
}

extension CellRule.Kind {
  fileprivate var parts:
    (kind: lxw_validation_types, criteria: lxw_validation_criteria, minimum: String, maximum: String)
  {
    switch self {
    case .any: (LXW_VALIDATION_TYPE_ANY, LXW_VALIDATION_CRITERIA_NONE, "", "")
    case .list(let formula): (LXW_VALIDATION_TYPE_LIST_FORMULA, LXW_VALIDATION_CRITERIA_NONE, "=" + formula, "")
    case .custom(let formula): (LXW_VALIDATION_TYPE_CUSTOM_FORMULA, LXW_VALIDATION_CRITERIA_NONE, "=" + formula, "")
    case .whole(let limits): Self.parts(LXW_VALIDATION_TYPE_INTEGER_FORMULA, limits)
    case .decimal(let limits): Self.parts(LXW_VALIDATION_TYPE_DECIMAL_FORMULA, limits)
    case .date(let limits): Self.parts(LXW_VALIDATION_TYPE_DATE_FORMULA, limits)
    case .time(let limits): Self.parts(LXW_VALIDATION_TYPE_TIME_FORMULA, limits)
    }
  }

  private static func parts(
    _ kind: lxw_validation_types, _ limits: CellRule.Limits
  ) -> (kind: lxw_validation_types, criteria: lxw_validation_criteria, minimum: String, maximum: String) {
    switch limits {
    case .between(let low, let high): (kind, LXW_VALIDATION_CRITERIA_BETWEEN, "=" + low, "=" + high)
    case .atLeast(let low): (kind, LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO, "=" + low, "")
    case .atMost(let high): (kind, LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO, "=" + high, "")
    case .above(let low): (kind, LXW_VALIDATION_CRITERIA_GREATER_THAN, "=" + low, "")
    case .below(let high): (kind, LXW_VALIDATION_CRITERIA_LESS_THAN, "=" + high, "")
    }
  }
}
