/// A sheet of a workbook.
public struct Worksheet: Sendable, Hashable {
  /// Its name as the workbook writes it.
  public var name: String
  /// Whether it is hidden from people.
  public var isHidden: Bool = false
  /// The rows that have cells, in ascending order.
  public var rows: [WorksheetRow] = []
  /// The ranges of cells merged into one, in the order of the file.
  public var mergedRanges: [CellRange] = []

  /// Creates a sheet without cells.
  public init(name: String, isHidden: Bool = false) {
    self.name = name
    self.isHidden = isHidden
  }
}

/// A row of a sheet.
public struct WorksheetRow: Sendable, Hashable {
  /// The 1-based number.
  public var number: Int
  /// The cells that are not empty, in ascending order of their columns.
  public var cells: [Cell]

  /// Creates a row.
  public init(number: Int, cells: [Cell]) {
    self.number = number
    self.cells = cells
  }
}

/// A rectangle of cells.
public struct CellRange: Sendable, Hashable {
  /// The first row, from 1.
  public var firstRow: Int
  /// The first column, from 1.
  public var firstColumn: Int
  /// The last row.
  public var lastRow: Int
  /// The last column.
  public var lastColumn: Int

  /// Reads a reference such as `A1:C3`; nil when it is none.
  init?(_ reference: [UInt8]) {
    let corners = reference.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let first = corners.first.flatMap(CellReference.init), let last = corners.last.flatMap(CellReference.init),
      corners.count <= 2, let firstRow = first.row, let lastRow = last.row
    else { return nil }
    self.firstRow = min(firstRow, lastRow)
    self.lastRow = max(firstRow, lastRow)
    firstColumn = min(first.column, last.column)
    lastColumn = max(first.column, last.column)
  }
}

extension CellRange: CustomStringConvertible {
  /// As spreadsheet programs write it: `A1:C3`.
  public var description: String {
    "\(CellReference.letters(ofColumn: firstColumn))\(firstRow):\(CellReference.letters(ofColumn: lastColumn))\(lastRow)"
  }
}
