/// The levels of a question's theme shares that are no themes of the dictionary.
enum ThemeNames {
  /// Something was written, and no phrase of the dictionary covers it.
  static let uncoded = "uncoded"
  /// The writer says that there is nothing to say.
  static let nothing = "nothing"

  /// Names that no theme may have.
  static let reserved: Set<String> = [uncoded, nothing, "empty"]
}
