import Diagnostics
import Responses

/// The rows of a table that are taken in together.
struct TableBatch: Sendable {
  var pieces: [TablePiece] = []
}

/// Rows of a table that were read together.
enum TablePiece: Sendable {
  /// Rows still to be divided.
  case plain(PlainRows)
  /// Rows that could be divided only with what stands before them.
  case scanned(ScannedPiece)
}

/// Whole rows without quotes, of which no line is empty.
struct PlainRows: Sendable {
  var bytes: [UInt8]
  /// Where they end in the bytes.
  var end: Int
  /// How many they are.
  var count: Int
  /// The line of the first.
  var line: Int
  /// The ordinal of the first.
  var number: Int
}

/// Rows of a table as they were divided.
struct ScannedPiece: Sendable {
  var block: ScannedBlock
  /// Those that could not be.
  var held: [(record: HeldRecord, key: String)]
}

extension ScannedBlock {
  /// The rows that could not be divided, with the reasons.
  ///
  /// - Parameters:
  ///   - bytes: those that were scanned.
  ///   - rowNumbers: of a sheet, the number of each row; nil for a text.
  func heldRecords(
    _ bytes: [UInt8], _ opening: TableOpening, label: String, rowNumbers: [Int]? = nil
  ) -> [(record: HeldRecord, key: String)] {
    faulty.map { row, fault, at in
      let before = bytes[row.start..<max(at, row.start)]
      let lineStart = before.lastIndex(of: Bytes.lineFeed).map { $0 + 1 } ?? row.start
      let line = rowNumbers == nil ? row.line + before.count { $0 == Bytes.lineFeed } : opening.line(of: row)
      let position = SourcePosition(
        file: label, line: line, column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
      let record = String(row.number)
      let original = Array(bytes[row.start..<row.end])
      if rowNumbers != nil, fault == .notUTF8 {
        let place = SourcePosition(file: label, line: line)
        return Self.held(original, row.number, Diagnostic(.recordCellWithoutValue, at: place, record: record))
      }
      return Self.held(
        original, row.number, fault.diagnostic(at: position, record: record, expected: opening.plan.columnCount))
    }
  }

  /// A row kept apart.
  static func held(
    _ bytes: [UInt8], _ number: Int, _ diagnostic: Diagnostic
  ) -> (record: HeldRecord, key: String) {
    var own = diagnostic
    own.record = String(number)
    return (
      HeldRecord(
        disposition: .quarantined, key: "", recordNumber: number, original: bytes, diagnostics: [own]), ""
    )
  }
}
