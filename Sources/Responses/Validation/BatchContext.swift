import FormDefinition

/// What expressions see of one row of a run of records.
struct BatchContext: AnswerContext {
  let names: AnswerNames
  let tables: AnswerTables
  let now: (milliseconds: Int64, offsetMinutes: Int)
  var row = 0
  var current = ""
  /// The choice under test in a choice filter.
  var choice: Choice?

  init(names: AnswerNames, tables: AnswerTables, now: (milliseconds: Int64, offsetMinutes: Int)) {
    self.names = names
    self.tables = tables
    self.now = now
  }

  /// The columns of the table whose rows are looked at.
  var columns: [AnswerColumn] { tables.columns[names.table] }
  /// The fields of these columns.
  var fields: [Field] { names.fields[names.table] }

  func answer(to name: String) -> String {
    guard case .field(let table, let field) = names.place(of: name) else { return "" }
    if table == names.table { return text(table, field, row) }
    // Of several rows XPath takes the first.
    return tables.rows(of: table, seenFrom: row, in: names.table).first.map { text(table, field, $0) } ?? ""
  }

  func answers(to name: String) -> [String] {
    switch names.place(of: name) {
    case .field(let table, let field):
      tables.rows(of: table, seenFrom: row, in: names.table).map { text(table, field, $0) }
    // A row has no text of its own; functions that count need one for each.
    case .rows(let table): tables.rows(of: table, seenFrom: row, in: names.table).map { _ in "" }
    case nil: [""]
    }
  }

  func attribute(named name: String) -> String {
    guard let choice else { return "" }
    switch name {
    case "name": return choice.name
    case "label": return choice.attributes[name] ?? choice.label.text(in: "")
    default: return choice.attributes[name] ?? ""
    }
  }

  private func text(_ table: Int, _ field: Int, _ row: Int) -> String {
    tables.columns[table][field].text(at: row, of: names.fields[table][field])
  }
}
