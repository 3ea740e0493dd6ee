/// How the open answers are looked at.
public struct TextsDefinition: Sendable, Hashable {
  /// The open questions; empty: those of the form's indicators of kind `text`.
  public var questions: [String] = []
  /// The folder of the dictionary, from the base folder; nil: `dictionaries/open-text`, there or beside the program.
  public var dictionary: String?
  /// The most phrases listed; 0: none.
  public var phraseCount = 50
  /// The wave that phrases are compared with; nil: none.
  public var former: FormerPhrases?
  /// The quotes; nil: none.
  public var quotes: QuotesDefinition?
}

/// Where the phrases of the former wave come from.
public enum FormerPhrases: Sendable, Hashable {
  /// A table of phrases written in that wave, from the base folder.
  case table(String)
  /// The records of the same store from one day to another, days since 1970-01-01.
  case days(ClosedRange<Int>)
}

/// Which quotes are put before a person.
public struct QuotesDefinition: Sendable, Hashable {
  /// The questions that must all be answered `yes`.
  public var consents: [String]
  /// The most quotes per theme.
  public var count = 3
  /// The file in which they wait for a yes, from the base folder.
  public var queue: String
}
