/// A token of the expression language with its place.
struct ExpressionToken: Sendable, Hashable {
  /// What was read.
  var kind: Kind
  /// The 1-based position of its first character in the text.
  var column: Int

  /// Kinds of tokens.
  enum Kind: Sendable, Hashable {
    case number(Double)
    case string(String)
    /// `${name}`.
    case reference(String)
    /// A name, possibly with a prefix; operator names too.
    case name(String)
    /// An operator or a mark of punctuation, as spelled.
    case symbol(String)
    case end
  }

  /// The token as a reader knows it.
  var spelling: String {
    switch kind {
    case .number(let value): NumberText.string(of: value)
    case .string(let text): "'\(text)'"
    case .reference(let name): "${\(name)}"
    case .name(let name): name
    case .symbol(let symbol): symbol
    case .end: ""
    }
  }
}
