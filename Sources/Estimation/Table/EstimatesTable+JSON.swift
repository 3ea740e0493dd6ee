import DelimitedText

extension EstimatesTable {
  /// The table as a JSON array of objects whose keys are the columns; a figure that is missing is null.
  ///
  /// Texts are escaped as RFC 8259 asks; numbers are written in the shortest form that reads back to the same double.
  public func json() -> String {
    var text = "["
    for (index, row) in rows.enumerated() {
      text += index == 0 ? "\n  {" : ",\n  {"
      let values =
        row.texts.map(Self.quoted) + row.leadingNumbers.map(Self.number) + [Self.quoted(row.flagText)]
        + row.trailingNumbers.map(Self.number)
      for (column, value) in values.enumerated() {
        if column > 0 { text += ", " }
        text += "\"\(Self.columnNames[column])\": \(value)"
      }
      text += "}"
    }
    return text + "\n]\n"
  }

  private static func number(_ number: Double?) -> String { number?.shortestText ?? "null" }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
