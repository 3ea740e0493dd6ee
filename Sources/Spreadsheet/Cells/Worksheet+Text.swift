public import Diagnostics

extension Worksheet {
  /// The rows as texts, one for each column up to the row's last cell.
  public struct TextRows: Sendable {
    /// The rows that have cells: their 1-based number and their texts.
    public var rows: [(number: Int, fields: [String])] = []
    /// Cells that have no usable value, merged cells, each with its place.
    public var diagnostics: [Diagnostic] = []
  }

  /// The sheet as rows of text; what cannot be text is empty and a finding.
  ///
  /// - Parameters:
  ///   - source: the name of the file, for positions.
  ///   - fieldLimit: the most texts; a hostile sheet has one cell in the last column of every row.
  /// - Complexity: O(texts).
  public func textRows(in source: String, fieldLimit: Int = 10_000_000, findingLimit: Int = 1_000) -> TextRows {
    var result = TextRows()
    var fieldCount = 0
    for row in rows {
      guard let width = row.cells.last?.column else { continue }
      fieldCount += width
      guard fieldCount <= fieldLimit else {
        result.diagnostics.append(
          Diagnostic(
            .sheetTooManyCells, at: SourcePosition(file: source, sheet: name, line: row.number),
            ["limit": String(fieldLimit)]))
        break
      }
      var fields = [String](repeating: "", count: width)
      for cell in row.cells {
        if let text = cell.value.text {
          fields[cell.column - 1] = text
        } else if result.diagnostics.count < findingLimit {
          let place = SourcePosition(file: source, sheet: name, line: row.number, column: cell.column)
          result.diagnostics.append(cell.value.finding(at: place))
        }
      }
      result.rows.append((row.number, fields))
    }
    result.diagnostics += mergeFindings(in: source).prefix(findingLimit)
    if isHidden, !rows.isEmpty {
      result.diagnostics.append(Diagnostic(.sheetHidden, at: SourcePosition(file: source, sheet: name)))
    }
    return result
  }

  /// Merged cells that reach into the used part of the sheet.
  private func mergeFindings(in source: String) -> [Diagnostic] {
    guard let lastRow = rows.last?.number else { return [] }
    return mergedRanges.filter { $0.firstRow <= lastRow }.map { range in
      Diagnostic(
        .sheetMergedCells,
        at: SourcePosition(file: source, sheet: name, line: range.firstRow, column: range.firstColumn),
        ["range": range.description])
    }
  }
}

extension CellValue {
  fileprivate func finding(at place: SourcePosition) -> Diagnostic {
    switch self {
    case .error(let value): Diagnostic(.sheetErrorValue, at: place, ["value": value])
    case .notComputed: Diagnostic(.sheetFormulaWithoutValue, at: place)
    case .text, .number, .boolean, .date, .unreadable: Diagnostic(.sheetCellUnreadable, at: place)
    }
  }
}
