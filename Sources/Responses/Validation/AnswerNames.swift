/// What the names in the rules of one table mean.
struct AnswerNames: Sendable {
  /// Where a name's answers stand.
  enum Place: Sendable, Hashable {
    /// A field of a table.
    case field(table: Int, field: Int)
    /// The rows of a repeat.
    case rows(table: Int)

    /// The table.
    var table: Int {
      switch self {
      case .field(let table, _), .rows(let table): table
      }
    }
  }

  /// The table whose rules they are: 0 for the records, 1 + the repeat's position for its rows.
  let table: Int
  /// The fields of each table.
  let fields: [[Field]]
  private let places: [String: Place]

  /// Finds the names of a layout as a table sees them: its own first, then those around it, then the others.
  init(_ layout: RecordLayout, table: Int) {
    self.table = table
    fields = [layout.fields] + layout.repeats.map(\.fields)
    var order = table == 0 ? [0] : layout.lineage(ofRepeat: table - 1).reversed().map { $0 + 1 } + [0]
    order += (0...layout.repeats.count).filter { !order.contains($0) }
    var places: [String: Place] = [:]
    for table in order {
      for (field, description) in fields[table].enumerated() where places[description.name] == nil {
        places[description.name] = .field(table: table, field: field)
      }
    }
    for (position, repeated) in layout.repeats.enumerated() where places[repeated.name] == nil {
      places[repeated.name] = .rows(table: position + 1)
    }
    self.places = places
  }

  /// Where a name's answers stand; nil when it is none of the layout.
  func place(of name: String) -> Place? { places[name] }

  /// The field of the own table that a name means; nil for any other.
  func ownField(_ name: String) -> Int? {
    guard case .field(let table, let field) = places[name], table == self.table else { return nil }
    return field
  }
}
