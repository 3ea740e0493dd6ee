/// How wide the columns of a table at a terminal are.
struct ColumnAlignment {
  private let widths: [Int]
  private let figures: Set<Int>

  /// Widths that hold every line; columns of figures are aligned to the right.
  init(_ lines: [[String]], figures: Set<Int>) {
    widths = (lines.first ?? []).indices.map { column in lines.lazy.map { $0[column].count }.max() ?? 0 }
    self.figures = figures
  }

  /// A line of the table with its end.
  func text(_ line: [String], columns: some Sequence<Int>) -> String {
    var text = ""
    for column in columns {
      let blanks = String(repeating: " ", count: widths[column] - line[column].count)
      if column > 0 { text += "  " }
      text += figures.contains(column) ? blanks + line[column] : line[column] + blanks
    }
    while text.last == " " { text.removeLast() }
    return text + "\n"
  }
}
