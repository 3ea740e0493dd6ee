extension ColumnBuilder {
  /// Answers a blank record by the choices that a text begins with and a choice for the rest.
  ///
  /// - Parameters:
  ///   - other: the name of the choice for what is no choice.
  ///   - text: labels joined by signs, then anything.
  ///   - record: the record, from 0 since the last ``finish()``; it must be blank.
  /// - Returns: the rest; nil, with nothing changed, when there is none or a choice stands behind it.
  public mutating func answer(other: String, in text: String, at record: Int) -> String? {
    guard let vocabulary = notation?.choices, let choice = field.choices.firstIndex(of: other) else { return nil }
    var chosen = [choice]
    var rest = text
    if field.storage == .multiple {
      guard let divided = JoinedChoices.withRest(text, vocabulary) else { return nil }
      chosen += divided.positions
      rest = divided.rest
    }
    replaceBlank(at: record, with: chosen)
    return rest
  }
}

extension JoinedChoices {
  /// The choices with which a cell begins, and what follows them; nil when nothing follows, or a choice does.
  static func withRest(_ text: String, _ vocabulary: ChoiceVocabulary) -> (positions: [Int], rest: String)? {
    let joiners: Set<Character> = vocabulary.joiner.map { [$0] } ?? (text.contains(";") ? [";"] : [","])
    let pieces = text.split(whereSeparator: joiners.contains).filter { !$0.allSatisfy(\.isWhitespace) }
    guard pieces.count <= 64 else { return nil }
    var positions: [Int] = []
    var start = 0
    search: while start < pieces.count {
      for end in (start..<pieces.count).reversed() {
        let whole = text[pieces[start].startIndex..<pieces[end].endIndex]
        if case .choice(let choice) = vocabulary.match(String(whole)) {
          positions.append(choice)
          start = end + 1
          continue search
        }
      }
      break
    }
    guard start < pieces.count, let last = pieces.last else { return nil }
    for piece in pieces[start...] where vocabulary.match(String(piece)) != .none { return nil }
    let rest = text[pieces[start].startIndex..<last.endIndex]
    return (positions, String(rest.drop(while: \.isWhitespace)))
  }
}
