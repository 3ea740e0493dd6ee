/// A row that was made, with the rows of the repeats inside.
struct SimulatedRow {
  /// Its answers.
  let draft: RecordDraft
  /// By repeat inside, its rows.
  let inner: [[SimulatedRow]]
}

/// Makes records with the rows of their repeats.
struct RecordBuilder {
  private let plan: SimulationPlan
  private let seed: UInt64
  private var builders: [RowBuilder]
  /// Required fields of the present record for which no valid answer was found: table and field.
  private(set) var unanswered: [UnansweredField] = []

  init(plan: SimulationPlan, seed: UInt64) {
    self.plan = plan
    self.seed = seed
    builders = plan.tables.map { RowBuilder(plan: $0) }
  }

  /// The answers of the present record.
  var draft: RecordDraft { builders[0].draft }

  /// Makes the record of a number with all rows, which replaces the one before.
  mutating func build(_ number: Int) -> SimulatedRow {
    unanswered.removeAll(keepingCapacity: true)
    return build(table: 0, Respondent(seed: seed, number: number, days: plan.tables[0].days), around: nil)
  }

  private mutating func build(table: Int, _ respondent: Respondent, around outer: RecordDraft?) -> SimulatedRow {
    builders[table].begin(respondent, around: outer)
    var inner: [[SimulatedRow]] = []
    for repeated in plan.tables[table].inner {
      let around = builders[table].draft
      inner.append(
        (0..<builders[table].rowCount(of: repeated)).map { row in
          build(table: repeated.table, respondent.inRow(row, salt: repeated.salt), around: around)
        })
    }
    var inside: [String: [String]] = [:]
    for name in plan.tables[table].namesInside { inside[name] = answers(to: name, in: inner, of: table) }
    builders[table].finish(inside: inside)
    for field in builders[table].unanswered { unanswered.append(UnansweredField(table: table, field: field)) }
    return SimulatedRow(draft: builders[table].draft, inner: inner)
  }

  /// All answers to a question in rows inside, or one empty text for each row of a repeat.
  private func answers(to name: String, in inner: [[SimulatedRow]], of table: Int) -> [String] {
    zip(plan.tables[table].inner, inner).flatMap { repeated, rows -> [String] in
      if repeated.name == name { return rows.map { _ in "" } }
      let own = plan.tables[repeated.table]
      if let field = own.positions[name], field < own.ownCount { return rows.map { $0.draft.text(field) } }
      return rows.flatMap { answers(to: name, in: $0.inner, of: repeated.table) }
    }
  }
}

/// A required field that stayed blank.
struct UnansweredField: Hashable {
  let table: Int
  let field: Int
}
