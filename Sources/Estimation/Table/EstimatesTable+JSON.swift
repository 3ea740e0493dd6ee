import DelimitedText
import Diagnostics

extension EstimatesTable {
  /// The table as a JSON array of objects whose keys are the columns; a figure that is missing is null.
  ///
  /// Texts are escaped as RFC 8259 asks; numbers are written in the shortest form that reads back to the same double.
  public func json() -> String {
    var text = "["
    for (index, row) in rows.enumerated() {
      text += index == 0 ? "\n  {" : ",\n  {"
      let values =
        row.texts.map(\.quotedForJSON) + row.leadingNumbers.map(Self.number) + [row.flagText.quotedForJSON]
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
}
