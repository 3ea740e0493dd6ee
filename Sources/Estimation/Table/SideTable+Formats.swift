import DelimitedText
public import Diagnostics

extension SideTable {
  /// The table as CSV (RFC 4180, UTF-8, LF): numbers in the shortest form that reads back to the same double; what is
  /// missing, infinite or not a number is an empty cell; texts that a spreadsheet would run are disarmed.
  public func csv() -> String {
    var writer = CSVWriter(guardsFormulas: true)
    writer.row(columns)
    for row in rows {
      for cell in row {
        switch cell {
        case .text(let text): writer.cell(text)
        case .number(let number): writer.cell(number?.ifFinite)
        case .count(let count): writer.cell(count.map(Double.init))
        }
      }
      writer.endRow()
    }
    return writer.text
  }

  /// The table as a JSON array of objects whose keys are the columns; what is missing is null.
  public func json() -> String {
    let objects = rows.map { row in
      let members = zip(columns, row).map { "\($0.quotedForJSON): \($1.json)" }
      return "\n  {" + members.joined(separator: ", ") + "}"
    }
    return "[" + objects.joined(separator: ",") + "\n]\n"
  }

  /// The table for a terminal: aligned columns, numbers with four decimals, control characters removed.
  public func text(language: InterfaceLanguage) -> String {
    let format = TerminalNumber(language: language)
    let lines = ([columns] + rows.map { row in row.map { $0.text(format) } }).map { $0.map(\.printable) }
    let figures = columns.indices.filter { column in
      rows.contains { if case .text = $0[column] { false } else { true } }
    }
    let alignment = ColumnAlignment(lines, figures: Set(figures))
    return lines.map { alignment.text($0, columns: columns.indices) }.joined()
  }
}

extension SideTable.Cell {
  fileprivate var json: String {
    switch self {
    case .text(let text): text.quotedForJSON
    case .number(let number): number?.ifFinite?.shortestText ?? "null"
    case .count(let count): count.map(String.init) ?? "null"
    }
  }

  fileprivate func text(_ format: TerminalNumber) -> String {
    switch self {
    case .text(let text): text
    case .number(let number): format.figure(number)
    case .count(let count): count.map(format.count) ?? ""
    }
  }
}
