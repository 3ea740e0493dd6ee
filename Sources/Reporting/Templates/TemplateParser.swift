import Diagnostics

/// Splits a template into text, placeholders and blocks; every fault is reported, and parsing goes on after it.
struct TemplateParser {
  private let characters: [Character]
  private let file: String
  private var index = 0
  private var line = 1
  private var column = 1
  private(set) var diagnostics: [Diagnostic] = []

  /// Blocks nested deeper than this are refused, so that no template exhausts the stack.
  private static let maximumDepth = 32

  init(_ text: String, file: String) {
    // Private-use characters mark placeholders while Markdown is rendered: none may come from the author.
    // A carriage return and line feed are one Character; rewritten as a plain newline to keep lines right.
    characters = text.compactMap { $0 == "\r\n" ? "\n" : Token.isReserved($0) ? nil : $0 }
    self.file = file
  }

  mutating func parse() -> [TemplateNode] {
    let (nodes, end) = parseNodes(depth: 0)
    if let end { diagnostics.append(Diagnostic(.strayTemplateEnd, at: end.position, ["found": end.name])) }
    return end == nil ? nodes : nodes + parse()
  }

  /// The nodes up to the end of the text or a word that ends a block (`/…`, `else`), which is returned.
  private mutating func parseNodes(depth: Int) -> (nodes: [TemplateNode], end: Directive?) {
    var nodes: [TemplateNode] = []
    var text = ""
    var start = SourcePosition(file: file, line: line, column: column)
    func flushed() -> [TemplateNode] { text.isEmpty ? nodes : nodes + [.text(text, start)] }
    while index < characters.count {
      guard characters[index] == "{", index + 1 < characters.count, characters[index + 1] == "{" else {
        if text.isEmpty { start = SourcePosition(file: file, line: line, column: column) }
        text.append(advance())
        continue
      }
      guard let directive = readDirective() else { continue }
      if directive.name.hasPrefix("!") { continue }
      if directive.name == "else" || directive.name.hasPrefix("/") { return (flushed(), directive) }
      nodes = flushed()
      text = ""
      if directive.name.hasPrefix("#") {
        if let block = parseBlock(directive, depth: depth + 1) { nodes.append(block) }
      } else {
        nodes.append(.directive(directive))
      }
    }
    return (flushed(), nil)
  }

  private mutating func parseBlock(_ opening: Directive, depth: Int) -> TemplateNode? {
    let kind = String(opening.name.dropFirst())
    guard ["if", "each", "sentence"].contains(kind) else {
      report(.unknownTemplateBlock, opening, found: opening.name, among: ["#if", "#each", "#sentence"])
      return nil
    }
    guard depth <= Self.maximumDepth else {
      diagnostics.append(Diagnostic(.templateTooDeep, at: opening.position, ["limit": "\(Self.maximumDepth)"]))
      index = characters.count
      return nil
    }
    var (body, end) = parseNodes(depth: depth)
    var otherwise: [TemplateNode]?
    if end?.name == "else", kind != "each" {
      let (nodes, last) = parseNodes(depth: depth)
      (otherwise, end) = (nodes, last)
    }
    if end?.name != "/\(kind)" {
      diagnostics.append(
        Diagnostic(
          .unclosedTemplateBlock, at: opening.position,
          ["block": "{{\(opening.name)}}", "expected": "{{/\(kind)}}", "found": end.map { "{{\($0.name)}}" } ?? "∅"]))
    }
    switch kind {
    case "if": return .conditional(opening, then: body, otherwise: otherwise ?? [])
    case "each": return .each(opening, body: body)
    default: return .sentence(body: body, otherwise: otherwise)
    }
  }

  /// Reads `{{ … }}`; nil, with a finding, when it is not closed on its line or holds nothing.
  private mutating func readDirective() -> Directive? {
    let position = SourcePosition(file: file, line: line, column: column)
    advance()
    advance()
    var words: [(key: String?, value: String)] = []
    var word = ""
    var key: String?
    var isInWord = false
    var quote: Character?
    while index < characters.count, characters[index] != "\n" {
      let character = characters[index]
      if quote == nil, character == "}", index + 1 < characters.count, characters[index + 1] == "}" {
        advance()
        advance()
        if isInWord { words.append((key, word)) }
        guard let first = words.first, first.key == nil else {
          diagnostics.append(Diagnostic(.emptyPlaceholder, at: position))
          return nil
        }
        let options = words.compactMap { word in word.key.map { ($0, word.value) } }
        return Directive(
          name: first.value, words: words.dropFirst().filter { $0.key == nil }.map(\.value),
          options: Dictionary(options) { _, last in last }, position: position)
      }
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" {
        quote = character
        isInWord = true
      } else if character.isWhitespace {
        if isInWord { words.append((key, word)) }
        (word, key, isInWord) = ("", nil, false)
      } else if character == "=", key == nil, !word.isEmpty {
        (key, word) = (word, "")
      } else {
        word.append(character)
        isInWord = true
      }
      advance()
    }
    diagnostics.append(Diagnostic(.unclosedPlaceholder, at: position))
    return nil
  }

  private mutating func report(_ code: DiagnosticCode, _ directive: Directive, found: String, among names: [String]) {
    diagnostics.append(
      Diagnostic(
        code, at: directive.position, ["found": found, "nearest": nearestName(to: found, among: names) ?? names[0]]))
  }

  @discardableResult
  private mutating func advance() -> Character {
    let character = characters[index]
    index += 1
    if character == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    return character
  }
}
