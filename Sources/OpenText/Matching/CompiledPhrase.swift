/// A phrase of the dictionary, ready to be compared.
struct CompiledPhrase: Sendable {
  /// What follows from finding it.
  enum Meaning: Sendable, Equatable {
    /// It gives points to themes.
    case points
    /// The same, wherever it stands, also within phrases.
    case hint
    /// It speaks of no theme and hides shorter phrases within it.
    case silent
    /// The writer has nothing to say.
    case emptyAnswer
    case denialBefore
    case denialAfter
    /// One half of phrases with a gap; says nothing alone.
    case half

    /// Whether it means something only beside others.
    var isPartial: Bool {
      switch self {
      case .half, .hint: true
      default: false
      }
    }
  }

  var syllables: [Syllable]
  /// The phrases with a gap that it begins, and those that it ends.
  var opens: [Int32] = []
  var closes: [Int32] = []
}

/// Points that a phrase gives to a theme.
struct ThemeWeight: Sendable {
  var theme: Int
  var points: Int32
}

/// Where a phrase was found.
struct PhraseMatch: Sendable {
  var tokens: Range<Int>
  var phrase: Int32
  /// Whether every syllable is spelled as in the dictionary.
  var isExact: Bool
}
