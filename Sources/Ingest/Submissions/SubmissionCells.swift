/// Where the answers of one table stand in a submission: the record's, or the rows' of a repeat, row after row.
struct SubmissionCells {
  /// A place in the submission's texts.
  struct Cell {
    /// Where the text begins; -1 when the element is not there.
    var start = -1
    var end = -1
    /// The line of the element.
    var line = 0
  }

  /// The number of fields.
  let width: Int
  /// The cells, row after row.
  private(set) var cells: [Cell] = []
  /// How many rows each parent met so far has; empty for the record.
  var counts: [UInt32] = []

  init(width: Int) { self.width = width }

  /// Forgets all rows; the room is kept.
  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
  }

  /// Begins a row without answers.
  mutating func beginRow() { cells.append(contentsOf: repeatElement(Cell(), count: width)) }

  /// The cell of a field in the last row.
  subscript(field: Int) -> Cell {
    get { cells[cells.count - width + field] }
    set { cells[cells.count - width + field] = newValue }
  }
}
