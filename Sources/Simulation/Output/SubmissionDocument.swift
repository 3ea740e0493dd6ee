import Responses

/// A record as an OpenRosa submission.
enum SubmissionDocument {
  /// The document: answered fields inside the elements of their groups and rows, then the instance's identifier.
  static func text(
    of record: SimulatedRow, outline: [SubmissionElement], layout: RecordLayout, key: String
  ) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data id=\"\(escaped(layout.formIdentifier))\""
    if !layout.formVersion.isEmpty { text += " version=\"\(escaped(layout.formVersion))\"" }
    text += " xmlns:orx=\"http://openrosa.org/xforms\">"
    append(outline, of: record, depth: 1, to: &text)
    text += "\n  <orx:meta>\n    <orx:instanceID>\(escaped(key))</orx:instanceID>\n  </orx:meta>\n</data>\n"
    return text
  }

  private static func append(
    _ elements: [SubmissionElement], of row: SimulatedRow, depth: Int, to text: inout String
  ) {
    for element in elements {
      switch element {
      case .field(let name, let field):
        guard !row.draft.isBlank(field) else { continue }
        line(depth, &text)
        text += "<\(name)>\(escaped(row.draft.text(field)))</\(name)>"
      case .group(let name, let children):
        var inside = ""
        append(children, of: row, depth: depth + 1, to: &inside)
        if !inside.isEmpty { wrap(inside, in: name, depth, &text) }
      case .rows(let name, let inner, let children):
        for row in row.inner[inner] {
          var inside = ""
          append(children, of: row, depth: depth + 1, to: &inside)
          wrap(inside, in: name, depth, &text)
        }
      }
    }
  }

  private static func wrap(_ inside: String, in name: String, _ depth: Int, _ text: inout String) {
    line(depth, &text)
    text += "<\(name)>\(inside)"
    line(depth, &text)
    text += "</\(name)>"
  }

  private static func line(_ depth: Int, _ text: inout String) {
    text += "\n" + String(repeating: "  ", count: depth)
  }

  /// Text with the characters that mean something in XML as references; characters that XML forbids become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      // A parser would turn these into spaces or line feeds.
      case "\t", "\n", "\r": escaped.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
