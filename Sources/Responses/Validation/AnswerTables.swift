/// The answers of a run of records, table by table: first the records', then the rows' of each repeat.
struct AnswerTables: Sendable {
  /// One column per field, by table.
  var columns: [[AnswerColumn]]
  /// The number of rows, by table.
  let rowCounts: [Int]
  /// The table to which a table's rows belong; nil for the records.
  let parentTables: [Int?]
  /// The row of the parent table to which each row belongs, by table.
  let parents: [[Int]]
  /// Where the rows of each parent's row begin, with the end of the last, by table.
  let starts: [[Int]]

  /// Lays out answers; what the repeats lack is taken as no rows.
  init(_ records: [AnswerColumn], _ repeats: [RepeatRows], of layout: RecordLayout, count: Int) {
    let rows = repeats.isEmpty ? layout.noRepeatRows(count: count) : repeats
    columns = [records]
    for (repeated, own) in zip(layout.repeats, rows) {
      columns.append(zip(own.columns, repeated.fields).map { $0 ?? .notShown($1, count: own.count) })
    }
    rowCounts = [count] + rows.map(\.count)
    parentTables = [nil] + layout.repeats.map { $0.parent.map { $0 + 1 } ?? 0 }
    parents = [[]] + rows.map(\.parents)
    starts = [[]] + rows.map(\.starts)
  }

  /// The record to which a row belongs.
  func record(of row: Int, in table: Int) -> Int {
    var (row, table) = (row, table)
    while let parent = parentTables[table] { (row, table) = (parents[table][row], parent) }
    return row
  }

  /// The tables from the records down to a table, itself included.
  func lineage(of table: Int) -> [Int] {
    var lineage = [table]
    while let parent = parentTables[lineage[0]] { lineage.insert(parent, at: 0) }
    return lineage
  }

  /// The rows of a table that a row of another table sees: its own, those around it, or those inside it.
  func rows(of other: Int, seenFrom row: Int, in table: Int) -> Range<Int> {
    let around = lineage(of: table)
    var way = lineage(of: other)
    var seen = row
    var depth = around.count - 1
    // Up to the innermost table that both stand in.
    while depth > 0, depth >= way.count || way[depth] != around[depth] {
      seen = parents[around[depth]][seen]
      depth -= 1
    }
    way.removeFirst(depth + 1)
    var range = seen..<(seen + 1)
    for inner in way { range = starts[inner][range.lowerBound]..<starts[inner][range.upperBound] }
    return range
  }
}
