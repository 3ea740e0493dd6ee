import FormDefinition

/// A text of the sheets as the XForms document holds it: every `${name}` replaced by the path of the question.
///
/// What stands around the references is left as it was written, as other tools do, so that their documents say the
/// same word for word. Blanks keep a path apart from what stands beside it.
struct PathText {
  private let text: String
  private let paths: FormPaths
  private let place: FormPaths.Place
  private let repeatCalls: [Range<String.Index>]
  private let choose: ((String) -> String?)?

  /// - Parameter choose: the paths of names that are seen otherwise than from the node; nil for all others.
  init(
    _ text: String, from place: FormPaths.Place, _ paths: FormPaths, choosing choose: ((String) -> String?)? = nil
  ) {
    self.choose = choose
    self.text = text
    self.paths = paths
    self.place = place
    repeatCalls = text.contains("indexed-repeat(") ? Self.repeatCalls(in: text) : []
  }

  /// The text with paths.
  ///
  /// - Parameter isPredicate: whether it is to stand in the brackets of a choice list.
  /// - Complexity: O(length × nesting of brackets).
  func resolved(isPredicate: Bool = false) -> String {
    guard text.contains("${") else { return text }
    var result = ""
    var openBrackets = 0
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if character == "$", let reference = reference(at: index) {
        let isInPredicate = isPredicate || openBrackets > 0 && text[..<index].contains("instance(")
        result += " \(path(to: reference.name, in: reference.range, isPredicate: isInPredicate)) "
        index = reference.range.upperBound
        continue
      }
      if character == "[" { openBrackets += 1 }
      if character == "]", openBrackets > 0 { openBrackets -= 1 }
      result.append(character)
      index = text.index(after: index)
    }
    return result
  }

  private func reference(at index: String.Index) -> (name: String, range: Range<String.Index>)? {
    guard text[index...].hasPrefix("${"), let end = text[index...].firstIndex(of: "}") else { return nil }
    let name = text[text.index(index, offsetBy: 2)..<end].filter { !$0.isWhitespace }
    return (String(name), index..<text.index(after: end))
  }

  private func path(to name: String, in range: Range<String.Index>, isPredicate: Bool) -> String {
    if let path = choose?(name) { return path }
    return isNamedForRepeatCall(name, at: range)
      ? paths.absolutePath(to: name) : paths.path(to: name, from: place, isPredicate: isPredicate)
  }

  /// Whether a reference is a field or repeat named by `indexed-repeat`, which takes them from the root.
  ///
  /// Between and behind further calls of the same expression paths from the root are used throughout: other tools
  /// write them so, and inside a repeat they mean the same.
  private func isNamedForRepeatCall(_ name: String, at range: Range<String.Index>) -> Bool {
    var number = 0
    while number < repeatCalls.count {
      let call = repeatCalls[number]
      if range.upperBound > call.upperBound {
        if number + 1 == repeatCalls.count { return false }
        number += 2
        continue
      }
      if range.lowerBound < call.lowerBound { return false }
      let arguments = text[call].dropFirst("indexed-repeat(".count).split(
        separator: ",", omittingEmptySubsequences: false)
      guard let position = arguments.lastIndex(where: { $0.contains("${\(name)}") }) else { return true }
      return [0, 1, 3, 5].contains(position)
    }
    return number > 0
  }

  /// The calls of `indexed-repeat`, each up to the first closing parenthesis.
  private static func repeatCalls(in text: String) -> [Range<String.Index>] {
    var calls: [Range<String.Index>] = []
    var start = text.startIndex
    while start < text.endIndex {
      guard text[start...].hasPrefix("indexed-repeat(") else {
        start = text.index(after: start)
        continue
      }
      guard let end = text[start...].firstIndex(of: ")") else { break }
      calls.append(start..<text.index(after: end))
      start = end
    }
    return calls
  }
}
