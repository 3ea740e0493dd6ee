import Diagnostics
import Responses

/// The rows of one repeat that stand in a table of their own, typed and ready to be given to their records.
struct RepeatTable: Sendable {
  /// A row that could not be read, and the texts of which one may name the record or row it belongs to.
  struct DamagedRow: Sendable {
    var record: HeldRecord
    var parents: [[UInt8]]
  }

  /// The position of the repeat in the layout.
  let repeated: Int
  /// The table.
  let label: String
  /// The rows, in runs.
  private(set) var runs: [RecordRun] = []
  /// How many rows could be read.
  private(set) var count = 0
  /// Those that could not.
  private(set) var damaged: [DamagedRow] = []
  /// Why the table cannot be used; nil when it can.
  private(set) var failure: Diagnostic?
  /// By run and row, the row's faults.
  private var faults: [GatheredRow: [Int]] = [:]
  private var byParent = RowIndex([])
  private var byKey = RowIndex([])
  /// The rows whose key another row has.
  private(set) var repeatedKeys: Set<GatheredRow> = []
  private let separator: UInt8
  private let parentColumn: Int
  private let columnCount: Int

  init(_ repeated: Int, label: String, _ opening: TableOpening) {
    self.repeated = repeated
    self.label = label
    separator = opening.separator
    parentColumn = opening.plan.parent ?? 0
    columnCount = opening.plan.columnCount
  }

  /// Adds what was read.
  mutating func add(_ piece: TableReader.Piece) {
    switch piece {
    // Nobody holds rows against the form without their records.
    case .examined(let examined): add(.run(examined.run))
    case .run(let run):
      for (position, fault) in run.faults.enumerated() {
        faults[GatheredRow(run: runs.count, row: fault.fault.row), default: []].append(position)
      }
      count += run.count
      runs.append(run)
    case .held(let records):
      for (record, _) in records {
        // Nobody knows whose rows stand behind an open quote.
        let isRest = record.diagnostics.contains {
          $0.code == .recordUnterminatedQuote || $0.code == .recordTooLong
        }
        if isRest { failure = failure ?? record.diagnostics.first }
        damaged.append(DamagedRow(record: record, parents: parents(in: record.original)))
      }
    case .note: break
    }
  }

  /// Makes the rows findable, once all are there.
  mutating func finish() {
    byParent = RowIndex(parents)
    byKey = RowIndex(keys)
    repeatedKeys = byKey.repeated(in: keys)
  }

  /// By run, whom the rows name as theirs.
  var parents: [TextColumn] { runs.map(\.parents) }
  /// By run, the rows' own keys.
  var keys: [TextColumn] { runs.map(\.references) }

  /// The rows of a record, or of a row of the repeat around it.
  func rows(of parent: ArraySlice<UInt8>, _ parents: [TextColumn]) -> [GatheredRow] {
    byParent.rows(of: parent, in: parents)
  }

  /// The first row of a key.
  func row(withKey key: ArraySlice<UInt8>) -> GatheredRow? { byKey.rows(of: key, in: keys).first }

  /// The faults of a row.
  func faults(of row: GatheredRow) -> [(fault: CellFault, line: Int, column: Int?)] {
    (faults[row] ?? []).map { runs[row.run].faults[$0] }
  }

  /// The key of a row; empty when nothing can refer to it.
  func key(of row: GatheredRow) -> ArraySlice<UInt8> {
    let references = runs[row.run].references
    return references.count > row.row ? references.slice(row.row) : []
  }

  /// Whom a row names as its record or row.
  func parent(of row: GatheredRow) -> ArraySlice<UInt8> { runs[row.run].parents.slice(row.row) }

  /// The line of a row.
  func line(of row: GatheredRow) -> UInt32 { runs[row.run].lines[row.row] }

  /// The cells of a row that cannot be divided in which its parent may stand: counted from both ends.
  private func parents(in original: [UInt8]) -> [[UInt8]] {
    let cells = original.split(separator: separator, omittingEmptySubsequences: false)
    let places = Set([parentColumn, cells.count - (columnCount - parentColumn)])
    return places.filter(cells.indices.contains).map { place in
      let outside: Set<UInt8> = [Bytes.quote, Bytes.carriageReturn, Bytes.lineFeed, 0x20]
      let cell = cells[place].drop { outside.contains($0) }
      return Array(cell.prefix { !outside.contains($0) })
    }.filter { !$0.isEmpty }
  }
}
