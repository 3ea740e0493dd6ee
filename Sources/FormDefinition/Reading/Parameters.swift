/// Reads `name=value` words separated by blanks, commas or semicolons; words without `=` stand in `unreadable`.
func readParameters(_ text: String) -> (parameters: [String: String], unreadable: [String]) {
  var parameters: [String: String] = [:]
  var unreadable: [String] = []
  for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      unreadable.append(String(word))
      continue
    }
    parameters[String(parts[0])] = String(parts[1])
  }
  return (parameters, unreadable)
}
