/// A phrase of the dictionary, ready to be compared.
struct CompiledPhrase: Sendable {
  /// What follows from finding it.
  enum Meaning: Sendable, Equatable {
    /// It speaks of themes (bits); none: it hides shorter phrases within it.
    case themes(UInt64)
    /// It speaks of themes where nothing else does.
    case weak(UInt64)
    /// The writer has nothing to say.
    case emptyAnswer
    case denialBefore
    case denialAfter
    /// One half of phrases with a gap; says nothing alone.
    case half
  }

  var syllables: [Syllable]
  /// The phrases with a gap that it begins, and those that it ends.
  var opens: [Int32] = []
  var closes: [Int32] = []
}

/// Where a phrase was found.
struct PhraseMatch: Sendable {
  var tokens: Range<Int>
  var phrase: Int32
  /// Whether every syllable is spelled as in the dictionary.
  var isExact: Bool
}
