/// Reads `name=value` words separated by blanks, commas or semicolons; words without `=` stand in `unreadable`.
///
/// Names and values are read in lower case, but for `label` and `value`, which name columns of a file. Blanks around
/// `=` do not matter.
func readParameters(_ text: String) -> (parameters: [String: String], unreadable: [String]) {
  var parameters: [String: String] = [:]
  var unreadable: [String] = []
  for word in joinedAtEqualSigns(text).split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !parts[1].contains("=") else {
      unreadable.append(String(word))
      continue
    }
    let name = parts[0].lowercased()
    parameters[name] =
      name == "label" || name == "value" || parts[1].hasPrefix("${") ? String(parts[1]) : parts[1].lowercased()
  }
  return (parameters, unreadable)
}

/// The text without blanks around its equal signs.
private func joinedAtEqualSigns(_ text: String) -> String {
  guard text.contains("="), text.contains(where: \.isWhitespace) else { return text }
  return text.split(separator: "=", omittingEmptySubsequences: false).enumerated().map { index, part in
    var part = part
    if index > 0 { part = part.drop(while: \.isWhitespace) }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }.joined(separator: "=")
}
