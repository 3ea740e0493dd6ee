public import Responses

/// A value of a row that an engine gave.
public enum CellValue: Sendable, Hashable {
  /// NULL.
  case null
  /// A text.
  case text(String)
  /// A number.
  case number(Double)
}

/// What an engine gave for one statement.
public struct CellRows: Sendable {
  /// The statement.
  public var statement: CellStatement
  /// Its rows: key columns, then sums.
  public var rows: [[CellValue]]

  /// Creates a result.
  public init(statement: CellStatement, rows: [[CellValue]]) {
    self.statement = statement
    self.rows = rows
  }
}

extension CellTable {
  /// The cells that the statements of ``TabulationPlan/sql(table:layout:)`` gave on another engine.
  ///
  /// Rows with keys that the layout does not have are left out. Estimates from these cells are those of the embedded scan
  /// but for rounding: sums are taken about 0 there, about a pivot here. What SQL does not sum is not known: records
  /// without weight or date are the engine's to refuse, records kept apart are not supported, and of the largest numbers
  /// only the first is known (rules against dominance then suppress more, never less).
  /// - Parameters:
  ///   - results: one per statement of the plan, in any order.
  ///   - recordCount: the records of the table, those outside the period included.
  /// - Complexity: O(rows).
  public init(_ results: [CellRows], plan: TabulationPlan, layout: RecordLayout, recordCount: Int) {
    var reader = CellRowReader(plan: plan, layout: layout)
    let domains = [nil] + plan.domains.indices.map(Optional.some)
    for domain in domains {
      let rows = results.first { $0.statement.item == nil && $0.statement.domain == domain }
      reader.addClasses(rows?.rows ?? [], domain: domain)
    }
    let items = plan.items.indices.map { item in
      domains.enumerated().map { grouping, domain in
        let result = results.first { $0.statement.item == item && $0.statement.domain == domain }
        return reader.cells(result, item: plan.items[item], grouping: grouping)
      }
    }
    let counted = reader.units.reduce(0) { $0 + $1.weights.count }
    self.init(
      units: reader.units, strataNames: plan.strata.map { reader.names(of: $0) } ?? [],
      rakingNames: plan.raking.map { reader.names(of: $0) },
      groupings: reader.groupings.map { grouping in
        var grouping = grouping
        grouping.names = grouping.fields.map { reader.names(of: $0) }
        return grouping
      }, items: items, recordCount: recordCount, countedRecords: counted, undatedRecords: 0,
      problems: reader.problems, recordNumbers: [])
  }
}
