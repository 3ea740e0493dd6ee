import DelimitedText
import Diagnostics
import Synchronization

/// A table that expressions and selects look things up in: a file beside the form, or a list of choices.
///
/// Values are texts. Rows are found by a column's value through an index that is made at the first search.
public final class LookupTable: Sendable {
  /// The headings.
  public let columns: [String]
  /// The rows, each with as many cells as there are headings or fewer.
  let rows: [DelimitedRow]

  private let positions: [String: Int]
  private let indexes = Mutex<[Int: [String: [Int]]]>([:])

  /// Creates a table; of several columns with one heading the first counts.
  init(columns: [String], rows: [DelimitedRow]) {
    self.columns = columns
    self.rows = rows
    positions = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Creates the table of a list of choices.
  convenience init(_ list: ChoiceList) {
    let columns =
      ["name", "label"] + Set(list.choices.flatMap(\.attributes.keys)).subtracting(["name", "label"]).sorted()
    let rows = list.choices.map { choice in
      let further = columns.dropFirst(2).map { choice.attributes[$0] ?? "" }
      return DelimitedRow(line: choice.position.line ?? 0, fields: [choice.name, choice.label.text(in: "")] + further)
    }
    self.init(columns: columns, rows: rows)
  }

  /// The cells of every row as written, in the order of the headings; short rows have fewer.
  public var cells: some Sequence<[String]> { rows.lazy.map(\.fields) }

  /// The position (from 0) of a column; nil when there is none.
  func position(of column: String) -> Int? { positions[column] }

  /// A cell's text without surrounding blanks; "" when the row is too short.
  func text(_ row: Int, _ column: Int) -> String { rows[row][column].trimmingBlanks() }

  /// The rows whose cell in a column is a text, compared by code points, in their order.
  ///
  /// - Complexity: O(rows) at the first search in a column, then O(1).
  func rows(where column: Int, is text: String) -> [Int] {
    let found = indexes.withLock { indexes in
      if indexes[column] == nil {
        var index: [String: [Int]] = [:]
        for row in rows.indices { index[self.text(row, column), default: []].append(row) }
        indexes[column] = index
      }
      return indexes[column]?[text] ?? []
    }
    return found.filter { self.text($0, column).utf8.elementsEqual(text.utf8) }
  }
}

/// The tables of a form by the names that expressions use.
final class LookupTables: Sendable, Hashable {
  let tables: [String: LookupTable]

  init(_ tables: [String: LookupTable]) { self.tables = tables }

  static func == (left: LookupTables, right: LookupTables) -> Bool { left === right }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
