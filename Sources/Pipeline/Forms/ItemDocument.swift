internal import DelimitedText
internal import FormDefinition
internal import XML

/// The items of `<root><item><name>…</name>…</item>…</root>` as a table: one row per item, one column per element.
enum ItemDocument {
  /// Reads a document; names of elements within an item are the headings, in the order of their first use.
  static func read(_ bytes: [UInt8], source: String) -> FormFileReading {
    let parser = XMLParser(names: [], depthLimit: 16)
    var events = XMLEvents()
    if let failure = parser.parse(bytes, into: &events) {
      return .unreadable(reason: "XML, \(failure.place.line):\(failure.place.column)")
    }
    var table = FileTable()
    var depth = 0
    var text = ""
    var column = ""
    for step in events.steps {
      switch step.kind {
      case .start:
        depth += 1
        if depth == 2 { table.begin(line: Int(step.line)) }
        if depth == 3 {
          column = events.unknownName(of: step)
          text = ""
        }
      case .text: if depth == 3 { text += String(decoding: events.text(of: step), as: UTF8.self) }
      case .end:
        if depth == 3 { table.set(column, text) }
        if depth == 2 { table.end() }
        depth -= 1
      }
    }
    return .read(table.table(source: source))
  }
}

/// A table of rows whose columns become known on the way.
struct FileTable {
  private var columns: [String] = []
  private var positions: [String: Int] = [:]
  private var rows: [DelimitedRow] = []
  private var line = 0
  private var cells: [String] = []

  /// More columns than this are not kept: a file that names each cell otherwise is no table.
  private static let columnLimit = 256

  /// Begins a row.
  mutating func begin(line: Int) {
    self.line = line
    cells = Array(repeating: "", count: columns.count)
  }

  /// Sets a cell of the row; of several with one heading the first counts.
  mutating func set(_ column: String, _ text: String) {
    guard let position = positions[column] else {
      guard columns.count < Self.columnLimit else { return }
      positions[column] = columns.count
      columns.append(column)
      cells.append(text)
      return
    }
    while cells.count <= position { cells.append("") }
    if cells[position].isEmpty { cells[position] = text }
  }

  /// Ends the row.
  mutating func end() { rows.append(DelimitedRow(line: line, fields: cells)) }

  /// The rows with their headings.
  func table(source: String) -> DelimitedTable {
    DelimitedTable(rows: [DelimitedRow(line: 1, fields: columns)] + rows, source: source)
  }
}
