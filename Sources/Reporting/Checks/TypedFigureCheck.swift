import Diagnostics

/// Finds figures that an author typed where a placeholder could print them: shares, decimals, grouped thousands, and
/// numbers of people or answers. Years, dates, numbers of documents and sections are left alone.
struct TypedFigureCheck {
  /// The findings, in the order of the template.
  func findings(in nodes: [TemplateNode]) -> [Diagnostic] {
    nodes.flatMap { node -> [Diagnostic] in
      switch node {
      case .text(let text, let position): findings(in: text, at: position)
      case .directive: []
      case .conditional(_, let then, let otherwise): findings(in: then) + findings(in: otherwise)
      case .each(_, let body): findings(in: body)
      case .sentence(let body, let otherwise): findings(in: body) + findings(in: otherwise ?? [])
      }
    }
  }

  private func findings(in text: String, at start: SourcePosition) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var line = start.line ?? 1
    var column = start.column ?? 1
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let isBegin = characters[index].isASCIIDigit && (index == 0 || !characters[index - 1].joinsWords)
      guard isBegin else {
        if characters[index] == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
        index += 1
        continue
      }
      var end = index
      while end < characters.count, characters[end].isASCIIDigit || isMark(characters, end) { end += 1 }
      let number = String(characters[index..<end])
      if isFigure(number, followedBy: characters[end...]) {
        var position = start
        (position.line, position.column) = (line, column)
        found.append(Diagnostic(.typedFigure, at: position, ["found": number]))
      }
      column += end - index
      index = end
    }
    return found
  }

  /// Whether a point or comma stands between two digits.
  private func isMark(_ characters: [Character], _ index: Int) -> Bool {
    (characters[index] == "." || characters[index] == ",") && index + 1 < characters.count
      && characters[index + 1].isASCIIDigit
  }

  private func isFigure(_ number: String, followedBy rest: ArraySlice<Character>) -> Bool {
    let next = rest.first
    if next == "%" { return true }
    // A date, the number of a document, part of a name.
    if let next, next.joinsWords { return false }
    let parts = number.split(whereSeparator: { $0 == "." || $0 == "," })
    if parts.count > 1 {
      // 40.924 and 3,71 are figures; 1.2.3 is the number of a section.
      return parts.count == 2 || parts.dropFirst().allSatisfy { $0.count == 3 }
    }
    let words = String(rest.drop { $0 == " " || $0 == "\u{A0}" }.prefix(24)).lowercased()
    return Self.units.contains { words.hasPrefix($0) }
  }

  /// What a counted number is followed by.
  private static let units = [
    "người", "phiếu", "ý kiến", "điểm phần trăm", "câu trả lời", "trí thức", "hội viên", "respondents", "people",
    "answers",
    "percent", "per cent",
  ]
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }

  /// Whether the character makes one word of what stands on both sides of it.
  fileprivate var joinsWords: Bool { isLetter || isNumber || self == "/" || self == "-" || self == "_" || self == "." }
}
