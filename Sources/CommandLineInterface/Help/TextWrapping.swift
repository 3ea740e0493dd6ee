/// Text broken into lines of at most so many columns, continued lines indented.
///
/// A word longer than a line stands on a line of its own. Vietnamese letters with their marks count as one column.
func wrapped(_ text: String, width: Int, indent: Int, firstIndent: Int? = nil) -> String {
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = String(repeating: " ", count: lines.isEmpty ? firstIndent ?? indent : indent)
    var isBlank = true
    for word in paragraph.split(separator: " ") {
      if !isBlank, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isBlank = true
      }
      line += (isBlank ? "" : " ") + word
      isBlank = false
    }
    lines.append(isBlank ? "" : line)
  }
  return lines.joined(separator: "\n")
}

/// Two columns: terms to the left, explanations wrapped to the right.
func definitionList(_ rows: [(term: String, explanation: String)], width: Int) -> String {
  let column = min(30, (rows.map(\.term.count).max() ?? 0) + 4)
  return rows.map { row in
    let term = "  " + row.term
    if term.count + 2 > column {
      return term + "\n" + wrapped(row.explanation, width: width, indent: column)
    }
    let padded = term + String(repeating: " ", count: column - term.count)
    let explanation = wrapped(row.explanation, width: width, indent: column)
    return padded + explanation.dropFirst(column)
  }.joined(separator: "\n")
}
