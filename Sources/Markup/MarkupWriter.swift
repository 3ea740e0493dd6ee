/// Writes XML or XHTML line by line, escaping every text it is given.
package struct MarkupWriter {
  /// What was written.
  package private(set) var text = ""
  private var depth = 0

  /// Begins without text.
  package init() {}

  /// Attributes in the order of writing; one without a value is left out.
  package typealias Attributes = [(name: String, value: String?)]

  /// An element without content.
  package mutating func empty(_ name: String, _ attributes: Attributes = []) {
    indent()
    open(name, attributes)
    text += "/>\n"
  }

  /// An element that holds a text.
  package mutating func leaf(_ name: String, _ attributes: Attributes = [], text content: String) {
    leaf(name, attributes, markup: content.escapedForMarkup)
  }

  /// An element that holds markup already written.
  package mutating func leaf(_ name: String, _ attributes: Attributes = [], markup: String) {
    if markup.isEmpty { return empty(name, attributes) }
    indent()
    open(name, attributes)
    text += ">\(markup)</\(name)>\n"
  }

  /// An element with other elements inside.
  package mutating func element(_ name: String, _ attributes: Attributes = [], _ content: (inout MarkupWriter) -> Void)
  {
    indent()
    open(name, attributes)
    text += ">\n"
    depth += 1
    content(&self)
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  /// A line as it is.
  package mutating func line(_ markup: String) { text += markup + "\n" }

  private mutating func open(_ name: String, _ attributes: Attributes) {
    text += "<\(name)"
    for attribute in attributes {
      if let value = attribute.value { text += " \(attribute.name)=\"\(value.escapedForMarkup)\"" }
    }
  }

  private mutating func indent() {
    for _ in 0..<depth { text += "  " }
  }
}

extension String {
  /// The text safe between tags and inside quoted attributes; characters XML cannot hold are left out.
  package var escapedForMarkup: String {
    // Most texts hold nothing to escape, and nothing above U+EFFF, where characters that XML cannot hold stand.
    let special: (UInt8) -> Bool = { byte in
      byte < 0x20 || byte >= 0xEF || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<")
        || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
    }
    if !utf8.contains(where: special) { return self }
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\r": result += "&#13;"
      case "\t": result += "&#9;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
