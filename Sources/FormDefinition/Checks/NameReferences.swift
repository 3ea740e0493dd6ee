/// The references `${name}` in a text, as written, whether or not the text is an expression.
///
/// Nothing stands inside the braces but the name, with `last-saved#` before it or not: other tools refuse blanks.
struct NameReferences {
  /// The names in order, those of `${last-saved#name}` without the prefix.
  private(set) var names: [String] = []
  /// The beginnings of references that are not well formed.
  private(set) var malformed: [String] = []

  init(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return }
    var rest = text[...]
    while let start = rest.firstRange(of: "${") {
      let content = rest[start.upperBound...]
      let end = content.firstIndex { $0 == "}" || $0 == "{" || $0 == "$" }
      guard let end, content[end] == "}" else {
        malformed.append(String(rest[start.lowerBound...].prefix(20)))
        rest = content
        continue
      }
      var name = String(content[..<end])
      if name.hasPrefix("last-saved#") { name.removeFirst("last-saved#".count) }
      if name.isElementName { names.append(name) } else { malformed.append(String("${\(content[..<end])}".prefix(20))) }
      rest = content[content.index(after: end)...]
    }
  }
}
