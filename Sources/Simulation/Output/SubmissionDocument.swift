import Responses

/// A record as an OpenRosa submission.
enum SubmissionDocument {
  /// The document: answered fields inside the elements of their groups, then the instance's identifier.
  static func text(of draft: RecordDraft, layout: RecordLayout, key: String) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data id=\"\(escaped(layout.formIdentifier))\""
    if !layout.formVersion.isEmpty { text += " version=\"\(escaped(layout.formVersion))\"" }
    text += " xmlns:orx=\"http://openrosa.org/xforms\">"
    var open: [String] = []
    for (field, place) in layout.fields.enumerated() where !draft.isBlank(field) {
      let groups = place.path.dropLast()
      let shared = zip(open, groups).prefix { $0 == $1 }.count
      while open.count > shared { close(&open, &text) }
      for group in groups.dropFirst(shared) {
        line(open.count, &text)
        text += "<\(group)>"
        open.append(group)
      }
      line(open.count, &text)
      text += "<\(place.name)>\(escaped(draft.text(field)))</\(place.name)>"
    }
    while !open.isEmpty { close(&open, &text) }
    text += "\n  <orx:meta>\n    <orx:instanceID>\(escaped(key))</orx:instanceID>\n  </orx:meta>\n</data>\n"
    return text
  }

  private static func close(_ open: inout [String], _ text: inout String) {
    guard let name = open.popLast() else { return }
    line(open.count, &text)
    text += "</\(name)>"
  }

  private static func line(_ depth: Int, _ text: inout String) {
    text += "\n" + String(repeating: "  ", count: depth + 1)
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
