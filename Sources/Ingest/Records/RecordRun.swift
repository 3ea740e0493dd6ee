import Diagnostics
import Responses

/// Records as they were read, typed and not yet held against the form.
struct RecordRun: Sendable {
  /// One column per field.
  var columns: [AnswerColumn]
  /// The rows of the repeats; empty when the source has none.
  var repeats: [RepeatRows] = []
  /// Whether each field is in the source, by ordinal; those left out are not.
  var present: [Bool]
  /// The keys; empty where they are to be derived.
  var keys = TextColumn()
  /// What records say about the earlier versions they replace, by their position.
  var edits: [Int: RecordEdit] = [:]
  /// The records that take the place of those with their keys.
  var replacing: Set<Int> = []
  /// By which rows of other tables name the records; empty when nothing refers to them.
  var references = TextColumn()
  /// Which records or rows the rows of a repeat belong to; empty when these are records.
  var parents = TextColumn()
  /// By repeat, where its rows stand when that is not where the record stands; empty: there.
  var rowPlaces: [RowPlaces] = []
  /// The bytes of the rows of repeats that belong to a record and stand elsewhere; nil: there are none.
  var attached: (@Sendable (_ record: Int) -> [UInt8])?
  /// Cells of rows that were found to be no answers already: record, field, row.
  var unread: Set<[Int?]> = []
  /// The 1-based ordinals in their sources.
  var numbers: [UInt32] = []
  /// The lines on which they begin.
  var lines: [UInt32] = []
  /// The positions of their sources among the open ones.
  var sources: [UInt32] = []
  /// Cells that are no answers, with their places.
  var faults: [(fault: CellFault, line: Int, column: Int?)] = []
  /// Other findings, by record.
  var findings: [(row: Int, diagnostic: Diagnostic)] = []
  /// Records whose key cell is empty though the source has keys.
  var keyless: [Int] = []
  /// The bytes of the records.
  var bytes = RecordBytes()

  /// The number of records.
  var count: Int { numbers.count }

  /// Puts a text before every key that there is, and before the keys of the versions that records replace.
  mutating func put(_ prefix: String) {
    guard !prefix.isEmpty else { return }
    var keys = TextColumn()
    for row in 0..<count { keys.append(Array((self.keys.isEmpty(at: row) ? "" : prefix + self.keys[row]).utf8)) }
    for (row, edit) in edits {
      let named = [edit.replaces, edit.root].map { $0.isEmpty ? "" : prefix + $0 }
      edits[row] = RecordEdit(key: keys[row], replaces: named[0], root: named[1])
    }
    self.keys = keys
  }

  /// Where a record stands in its source.
  func position(of row: Int, _ label: String) -> SourcePosition {
    let line = Int(lines[row])
    return SourcePosition(file: label, line: line == 0 ? nil : line)
  }

  /// The name of a record in findings: its ordinal.
  func name(of row: Int) -> String { String(numbers[row]) }

  /// The bytes of one record, with those of its rows in other tables behind it.
  func original(of row: Int) -> [UInt8] {
    guard let attached else { return bytes.copy(of: row) }
    return Array(bytes[row]) + attached(row)
  }
}

/// Where the rows of a repeat stand.
struct RowPlaces: Sendable {
  /// The table.
  var label: String
  /// The line of each row.
  var lines: [UInt32]
}

/// The sources whose records are being taken in.
struct OpenSources: Sendable {
  /// The files.
  var descriptions: [SourceDescription]
  /// What became of their records so far.
  var accountings: [IngestAccounting]
  /// How often each answer pattern without a key was met.
  var repeated: [[UInt8]: Int] = [:]

  init(_ descriptions: [SourceDescription]) {
    self.descriptions = descriptions
    accountings = Array(repeating: IngestAccounting(), count: descriptions.count)
  }

  /// What they are called.
  var labels: [String] { descriptions.map(\.label) }
}
