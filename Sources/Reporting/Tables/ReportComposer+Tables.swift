import Estimation
import FormDefinition

extension ReportComposer {
  /// The tables of a placeholder, one block each; a sentence where there are no data.
  mutating func expandTables(_ directive: Directive, in scope: Scope) -> String {
    let tables: [ReportTable]
    switch directive.word(0).flatMap(TableKind.init) {
    case .consensus: tables = consensusTables(directive, in: scope)
    case .distribution: tables = distributionTables(directive, in: scope)
    case .needs: tables = needTables(directive, in: scope)
    case .domains: tables = domainTables(directive, in: scope)
    case .shares: tables = shareTables(directive, in: scope)
    case .priorities: tables = priorityTables(directive, in: scope)
    case .frame: tables = frameTables
    case .margins: tables = marginTables
    case .unmatched: tables = unmatchedTables
    case .accounting: tables = accountingTables
    case .changes: tables = changeTables(directive, in: scope)
    case .side: tables = sideTables(directive, in: scope)
    case .participation: tables = participationTables(scope.unit)
    case .beside: tables = besideTables(directive, in: scope)
    case .decisions: return block([.table(withNotes(decisionTable(directive, in: scope)))])
    case nil: tables = []
    }
    let filled = tables.filter { !$0.rows.isEmpty }
    guard !filled.isEmpty else {
      return block([.paragraph(sentence("Không có số liệu để lập bảng này.", "There are no data for this table."))])
    }
    // A sheet of one page needs no numbers to find its tables by.
    if scope.unit != nil, settings.style == .sheets { return block(filled.map { .table(withNotes($0)) }) }
    return block(filled.map { .table(numbered($0)) })
  }

  /// A table with its number and notes on its marks.
  private mutating func numbered(_ table: ReportTable) -> ReportTable {
    tableNumber += 1
    var table = withNotes(table)
    table.number = tableNumber
    return table
  }

  /// The table with explanations of the marks it uses.
  func withNotes(_ table: ReportTable) -> ReportTable {
    var table = table
    if table.hasSuppressedCells {
      table.notes.append(
        say(
          "“…”: không đủ số liệu để công bố (bảo vệ thông tin của người trả lời).",
          "“…”: too few answers to publish (protection of respondents)."))
    }
    if table.hasUnreliableCells {
      table.notes.append(
        say("(*) Ước lượng có sai số lớn, chỉ nên tham khảo.", "(*) The estimate varies much and is indicative only."))
    }
    return table
  }
}
