public import Diagnostics

/// One row of a delimited table; every cell knows its line and column.
public struct DelimitedRow: Sendable, Hashable {
  /// The 1-based line on which the row begins.
  public let line: Int
  /// The cells, quotation marks removed, blanks kept.
  public let fields: [String]
  /// The line of each cell; empty when all stand on the row's first line.
  let fieldLines: [Int]

  init(line: Int, fields: [String], fieldLines: [Int]) {
    self.line = line
    self.fields = fields
    self.fieldLines = fieldLines
  }

  /// Creates a row whose cells all begin on its first line.
  public init(line: Int, fields: [String]) { self.init(line: line, fields: fields, fieldLines: []) }

  /// A cell's text; "" for a column the row does not have.
  public subscript(field: Int) -> String { fields.indices.contains(field) ? fields[field] : "" }

  /// The 1-based line on which a cell begins.
  public func line(ofField field: Int) -> Int { fieldLines.indices.contains(field) ? fieldLines[field] : line }

  /// The place of a cell in a file: its line, and its column counted in cells from 1.
  public func position(ofField field: Int, in file: String) -> SourcePosition {
    position(ofField: field, in: SourcePosition(file: file))
  }

  /// The place of a cell in a file or sheet: its line, and its column counted in cells from 1.
  public func position(ofField field: Int, in place: SourcePosition) -> SourcePosition {
    SourcePosition(file: place.file, sheet: place.sheet, line: line(ofField: field), column: field + 1)
  }

  /// Whether no cell holds anything but blanks.
  var isBlank: Bool { fields.allSatisfy(\.isBlank) }

  /// The row with at least `count` cells.
  func padded(to count: Int) -> DelimitedRow {
    guard fields.count < count else { return self }
    return DelimitedRow(
      line: line, fields: fields + Array(repeating: "", count: count - fields.count), fieldLines: fieldLines)
  }
}
