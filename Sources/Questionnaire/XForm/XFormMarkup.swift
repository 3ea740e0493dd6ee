import FormDefinition
import Markup

/// Labels, hints and messages as the content of an element, answers and looked-up values as outputs.
enum XFormMarkup {
  /// The markup of a text as seen from a node.
  ///
  /// - Complexity: O(length).
  static func text(_ text: String, at place: FormPaths.Place, _ paths: FormPaths) -> String {
    let text = text.straightenedQuotes
    // A look at single bytes first: most texts have neither.
    let mayRefer = text.utf8.contains(UInt8(ascii: "$")) && text.contains("${")
    let mayLookUp = text.utf8.contains(UInt8(ascii: "(")) && text.contains("instance(")
    guard mayRefer || mayLookUp else { return text.escapedForMarkup }
    var markup = ""
    var plain = ""
    var rest = Substring(text)
    while !rest.isEmpty {
      if let length = outputLength(at: rest) {
        let value = PathText(String(rest.prefix(length)), from: place, paths).resolved()
        markup += "\(plain.escapedForMarkup)<output value=\"\(value.escapedForMarkup)\"/>"
        plain = ""
        rest = rest.dropFirst(length)
      } else {
        plain.append(rest.removeFirst())
      }
    }
    return markup + plain.escapedForMarkup
  }

  /// The length of the reference or look-up in a choice list that a text begins with.
  private static func outputLength(at text: Substring) -> Int? {
    if text.hasPrefix("${"), let end = text.firstIndex(of: "}") {
      return text.distance(from: text.startIndex, to: end) + 1
    }
    return text.hasPrefix("instance(") ? lookupLength(at: text) : nil
  }

  /// `instance('list')/root/item[…]/label`: up to the first blank outside brackets and quotation marks.
  private static func lookupLength(at text: Substring) -> Int? {
    var depth = 0
    var quote: Character?
    var hasPredicate = false
    var length = 0
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "[" || character == "(" {
        depth += 1
        if character == "[" { hasPredicate = true }
      } else if character == "]" || character == ")" {
        depth -= 1
        if depth < 0 { break }
      } else if depth == 0, character.isWhitespace || character == "," {
        break
      }
      length += 1
    }
    return hasPredicate && depth <= 0 && quote == nil ? length : nil
  }
}
