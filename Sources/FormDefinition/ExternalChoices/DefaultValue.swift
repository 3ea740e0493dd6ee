/// Tells a default that is computed when the form is opened from one that is meant as it stands.
///
/// The rule is that of other readers of the sheets, so that one default means the same everywhere: a default is
/// computed when it holds a reference, a function call, `*`, `+`, `|`, `div`, `mod` or a minus between blanks; in dates
/// and places a minus means nothing.
struct DefaultValue {
  let text: String

  /// Whether the default is computed in a question of a type.
  func isComputed(in type: QuestionType) -> Bool {
    if text.contains("${") { return true }
    let isPunctuated = type == .date || type == .dateTime || type.isGeography
    var scalars = Array(text.unicodeScalars)[...]
    var isAfterBlank = true
    while let scalar = scalars.first {
      if scalar == "'" || scalar == "\"", let end = scalars.dropFirst().firstIndex(of: scalar) {
        scalars = scalars[(end + 1)...]
      } else if scalar.beginsElementName {
        let word = scalars.prefix { $0.continuesElementName || $0 == ":" }
        scalars = scalars[word.endIndex...]
        if scalars.first == "(" { return true }
        let isOperator = ["div", "mod"].contains(String(String.UnicodeScalarView(word)))
        if isOperator, isAfterBlank, word.startIndex > 0, scalars.count > 1,
          scalars.first?.properties.isWhitespace == true
        {
          return true
        }
      } else if ("0"..."9").contains(scalar) {
        scalars = scalars.drop { ("0"..."9").contains($0) || $0 == "." }
      } else {
        if scalar == "*" || scalar == "+" || scalar == "|" { return true }
        scalars.removeFirst()
        if scalar == "-", !isPunctuated, scalars.first.map({ !("0"..."9").contains($0) }) ?? false { return true }
        isAfterBlank = scalar.properties.isWhitespace
        continue
      }
      isAfterBlank = false
    }
    return false
  }
}

extension QuestionType {
  fileprivate var isGeography: Bool { if case .geography = self { true } else { false } }
}
