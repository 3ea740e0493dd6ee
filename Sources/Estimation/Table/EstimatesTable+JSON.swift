import DelimitedText
import Diagnostics

extension EstimatesTable {
  /// The table as a JSON array of objects whose keys are the columns; a figure that is missing is null.
  ///
  /// Texts are escaped as RFC 8259 asks; numbers are written in the shortest form that reads back to the same double.
  public func json() -> String {
    let bytes = writtenSideBySide(rows: rows.count) { places in
      var writer = JSONRows(keys: Self.columnNames)
      for place in places {
        writer.beginRow(isFirst: place == 0)
        rows[place].hand(to: &writer)
        writer.endRow()
      }
      return writer.bytes
    }
    return "[" + String(decoding: bytes, as: UTF8.self) + "\n]\n"
  }
}

/// Writes rows as the objects of a JSON array.
private struct JSONRows: EstimateCells {
  /// By column what stands before its value.
  private let keys: [[UInt8]]
  private(set) var bytes: [UInt8] = []
  private var column = 0

  init(keys: [String]) {
    self.keys = keys.enumerated().map { Array((($0 > 0 ? ", " : "") + $1.quotedForJSON + ": ").utf8) }
  }

  mutating func beginRow(isFirst: Bool) {
    bytes += (isFirst ? "\n  {" : ",\n  {").utf8
    column = 0
  }

  mutating func endRow() { bytes.append(UInt8(ascii: "}")) }

  mutating func cell(_ text: String) {
    key()
    bytes += text.quotedForJSON.utf8
  }

  mutating func cell(_ number: Double?) {
    key()
    bytes += (number?.shortestText ?? "null").utf8
  }

  private mutating func key() {
    bytes += keys[column]
    column += 1
  }
}
