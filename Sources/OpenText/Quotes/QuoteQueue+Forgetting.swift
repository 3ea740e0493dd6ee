import DelimitedText

extension QuoteQueue {
  /// Takes out the quotes from some answers, in whatever way a person shortened them since.
  ///
  /// A quote is of an answer when it is what redaction leaves of it, or when each of its parts between `[…]` stands in it.
  /// - Parameter answers: the answers as they are stored.
  /// - Returns: how many quotes were taken out.
  /// - Complexity: O(quotes × characters of the answers).
  public mutating func removeQuotes(of answers: [String]) -> Int {
    let before = entries.count
    let texts = answers.map { (plain: Self.plain($0), redacted: Self.plain(Redaction.redacted($0))) }
    entries.removeAll { entry in
      let quote = Self.plain(entry.quote.text)
      let parts = quote.components(between: "[…]")
      return texts.contains { text in
        quote == text.redacted || !parts.isEmpty && parts.allSatisfy { text.plain.contains($0) }
      }
    }
    return before - entries.count
  }

  /// A text in small letters with single blanks.
  private static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension String {
  /// What stands between marks, without the blanks around it; nothing empty.
  fileprivate func components(between mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: mark) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    parts.append(String(rest))
    return parts.map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
  }
}
