import Diagnostics
import Questionnaire
import SpreadsheetWriting

extension EntryLayout {
  /// What may be entered into a column, and what is said about it.
  func rule(_ column: EntryColumn, _ number: Int) -> CellRule {
    var rule = CellRule(kind(column.content, number))
    rule.title = column.title
    rule.message = column.message
    rule.error = column.error
    rule.errorTitle = entry.language == .vietnamese ? "Chưa đúng" : "Please check"
    return rule
  }

  private func kind(_ content: EntryContent, _ number: Int) -> CellRule.Kind {
    let letters = columnLetters(number)
    let first = EntrySheet.firstRecordRow
    let last = EntrySheet.lastRecordRow
    switch content {
    case .key: return .custom("COUNTIF($\(letters)$\(first):$\(letters)$\(last),\(letters)\(first))=1")
    case .parentKey(let sheet):
      let keys = entry.sheets[sheet]
      let column = columnLetters(keys.keyCount)
      return .list("\(Self.quoted(keys.name))!$\(column)$\(first):$\(column)$\(last)")
    case .choice(let list, let cell):
      if entry.lists[list].choices.isEmpty { return .any }
      guard let cell, entry.lists[list].isNested else { return .list(ranges[list].entries) }
      let (entries, parents) = ranges[list]
      // Nothing chosen above, or something without entries below: all of them.
      return .list(
        "IF(COUNTIF(\(parents),\(cell))=0,\(entries),"
          + "OFFSET(\(entries),MATCH(\(cell),\(parents),0)-1,0,COUNTIF(\(parents),\(cell)),1))")
    case .tick: return .list("\"1,0\"")
    case .acknowledgement: return .list("\"OK\"")
    case .number(let isWhole, let bounds):
      if let formula = Self.formula(bounds, "\(letters)\(first)", isWhole: isWhole) { return .custom(formula) }
      let limits = bounds.limits ?? .between("-999999999999999", "999999999999999")
      return isWhole ? .whole(limits) : .decimal(limits)
    case .date(let hasTime, let bounds):
      if let formula = Self.formula(bounds, "\(letters)\(first)", isWhole: !hasTime) { return .custom(formula) }
      // From March 1900, before which programs number days differently, to the end of 9999.
      return .date(bounds.limits ?? .between("61", "2958465"))
    case .time: return .time(.between("0", "0.999988426"))
    case .text: return .any
    }
  }

  /// A range of which one end only is included: no plain rule says that.
  private static func formula(_ bounds: EntryBounds, _ cell: String, isWhole: Bool) -> String? {
    guard let minimum = bounds.minimum, let maximum = bounds.maximum, !(minimum.isInclusive && maximum.isInclusive)
    else { return nil }
    let parts =
      ["ISNUMBER(\(cell))"] + (isWhole ? ["INT(\(cell))=\(cell)"] : []) + [
        "\(cell)\(minimum.isInclusive ? ">=" : ">")\(minimum.formula)",
        "\(cell)\(maximum.isInclusive ? "<=" : "<")\(maximum.formula)",
      ]
    return "AND(\(parts.joined(separator: ",")))"
  }
}

extension EntryBounds {
  /// The range as a plain rule; nil when there is none, or no plain rule for it.
  fileprivate var limits: CellRule.Limits? {
    switch (minimum, maximum) {
    case (let low?, let high?): low.isInclusive && high.isInclusive ? .between(low.formula, high.formula) : nil
    case (let low?, nil): low.isInclusive ? .atLeast(low.formula) : .above(low.formula)
    case (nil, let high?): high.isInclusive ? .atMost(high.formula) : .below(high.formula)
    case (nil, nil): nil
    }
  }
}
