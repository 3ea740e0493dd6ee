public import Responses

extension AnswerSimulator {
  /// A table of simulated answers.
  public struct Table: Sendable, Hashable {
    /// The repeat's name, its path joined with `-` where the form has another of that name; "" for records.
    public let name: String
    /// The headings: `KEY` of records, `PARENT_KEY` and `KEY` of rows, then the questions in the order of the form.
    public let header: [String]
    /// The kinds of the answers behind the keys.
    public let storages: [FieldStorage]
  }

  /// The records' table, then one for each repeat.
  public var tables: [Table] {
    let layout = plan.layout
    let records = Table(name: "", header: header, storages: layout.fields.map(\.storage))
    return [records]
      + layout.repeats.map { repeated in
        let isTwice = layout.repeats.count { $0.name == repeated.name } > 1
        return Table(
          name: isTwice ? repeated.path.joined(separator: "-") : repeated.name,
          header: ["PARENT_KEY", "KEY"] + repeated.fields.map(\.name), storages: repeated.fields.map(\.storage))
      }
  }

  /// Hands over records 1 to `count` with the rows of their repeats, as the cells of ``tables``.
  ///
  /// The rows of a record follow it before the next record; the key of a row is that of its record, or of the row around
  /// it, then `/repeat[n]`.
  /// - Parameter sink: takes each row of each table.
  /// - Throws: what the sink throws.
  /// - Complexity: O(answers) time; memory does not grow with `count`.
  public func writeTables<Failure: Error>(
    count: Int, to sink: (_ table: Int, _ cells: [String]) throws(Failure) -> Void
  ) throws(Failure) {
    var builder = RecordBuilder(plan: plan, seed: seed)
    var number = 0
    while number < count {
      number += 1
      let record = builder.build(number)
      findings.note(builder.unanswered, in: number)
      try write(record, table: 0, keys: [key(of: number)], to: sink)
    }
  }

  /// Hands over a row and those inside.
  ///
  /// - Parameter keys: its own, behind that of the row around it if there is one.
  private func write<Failure: Error>(
    _ row: SimulatedRow, table: Int, keys: [String], to sink: (Int, [String]) throws(Failure) -> Void
  ) throws(Failure) {
    try sink(table, keys + (0..<plan.tables[table].ownCount).map { row.draft.text($0) })
    guard let own = keys.last else { return }
    for (repeated, rows) in zip(plan.tables[table].inner, row.inner) {
      for (index, inner) in rows.enumerated() {
        try write(
          inner, table: repeated.table, keys: [own, "\(own)/\(repeated.name)[\(index + 1)]"], to: sink)
      }
    }
  }
}
