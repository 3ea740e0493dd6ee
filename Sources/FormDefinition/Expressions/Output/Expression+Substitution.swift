extension Expression {
  /// The expression as it is written, every `${name}` replaced by a path.
  ///
  /// Quotation marks, numbers and blanks stay as they are, so that other readers of the sheets write the same text.
  /// - Parameter resolve: the path of a question by its name, and whether it stands inside brackets, where a relative
  ///   path must start at `current()`.
  /// - Complexity: O(length of the text).
  public func substituting(_ resolve: (_ name: String, _ isInPredicate: Bool) -> String) -> String {
    var result = ""
    var depth = 0
    var quote: Character?
    var rest = text[...]
    while let character = rest.first {
      if character == "$", let close = rest.firstIndex(of: "}"), rest.hasPrefix("${") {
        let name = rest[rest.index(rest.startIndex, offsetBy: 2)..<close].filter { !$0.isWhitespace }
        rest = rest[rest.index(after: close)...]
        if result.last?.continuesWord ?? false { result += " " }
        // Inside quotation marks, as in jr:choice-name(), other readers leave blanks around the path.
        let path = resolve(name, depth > 0)
        result += quote == nil ? path : " \(path) "
        if quote == nil, rest.first?.continuesWord ?? false { result += " " }
        continue
      }
      if let open = quote {
        if character == open { quote = nil }
      } else {
        switch character {
        case "'", "\"": quote = character
        case "[": depth += 1
        case "]": depth -= 1
        default: break
        }
      }
      result.append(character)
      rest.removeFirst()
    }
    return result
  }
}

extension Character {
  /// Whether a path directly beside the character would run into it.
  fileprivate var continuesWord: Bool { isLetter || isNumber || self == "_" || self == "-" || self == "." }
}
