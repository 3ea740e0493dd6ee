public import Diagnostics

/// What open answers may speak of, and the words by which that is known: themes, phrases, denials, abbreviations.
public struct ThemeDictionary: Sendable {
  /// Its version, stated with every result.
  public var version: String
  /// The points from which on the theme with the most points is spoken of.
  public var firstThreshold: Int
  /// The points from which on every other theme is.
  public var furtherThreshold: Int
  /// The themes in the order in which they are listed; at most ``limit``.
  public var themes: [Theme]
  /// The phrases by which themes are known.
  public var phrases: [ThemePhrase]
  /// What denies that a theme is meant.
  public var denials: [DenialPhrase]
  /// Short forms and what they stand for.
  public var abbreviations: [Abbreviation]
  /// Words without meaning of their own, left out of phrase counts.
  public var stopwords: [String]

  /// The most themes a dictionary may have.
  public static let limit = 60

  /// Creates a dictionary.
  public init(
    version: String = "", themes: [Theme] = [], phrases: [ThemePhrase] = [], denials: [DenialPhrase] = [],
    abbreviations: [Abbreviation] = [], stopwords: [String] = [], firstThreshold: Int = 60, furtherThreshold: Int = 100
  ) {
    self.version = version
    self.firstThreshold = firstThreshold
    self.furtherThreshold = furtherThreshold
    self.themes = themes
    self.phrases = phrases
    self.denials = denials
    self.abbreviations = abbreviations
    self.stopwords = stopwords
  }
}

/// One theme.
public struct Theme: Sendable, Hashable {
  /// Its name in tables: letters, digits and `_`.
  public var name: String
  /// What a reader calls it.
  public var label: BilingualText
  /// The need that ratings ask for under it: `need_01_income` for the pair `need_01_income_imp|need_01_income_prov`; "" for none.
  public var need: String

  /// Creates a theme.
  public init(name: String, label: BilingualText, need: String = "") {
    self.name = name
    self.label = label
    self.need = need
  }
}

/// A phrase that speaks of themes.
public struct ThemePhrase: Sendable, Hashable {
  /// The syllables; `|` parts alternatives, and `~` between two parts stands for up to six syllables of the same
  /// sentence: `thiếu | hụt ~ giáo viên | bác sĩ`. A number behind it (`~2`) sets their number, and then no comma may
  /// stand between.
  public var text: String
  /// The names of the themes it speaks of; empty: of none, and of none that phrases within it speak of.
  public var themes: [String]
  /// Whether it says that the writer has nothing to say.
  public var isEmptyAnswer: Bool
  /// What it adds to the points of its themes; negative points speak against them.
  public var points: Int
  /// Whether it counts wherever it stands, also within phrases, and only as it is spelled where it has one syllable.
  public var isHint: Bool

  /// The most that a phrase may give or take.
  public static let mostPoints = 1000

  /// Creates a phrase.
  public init(_ text: String, themes: [String], isEmptyAnswer: Bool = false, points: Int = 100, isHint: Bool = false) {
    self.text = text
    self.isHint = isHint
    self.themes = themes
    self.points = points
    self.isEmptyAnswer = isEmptyAnswer
  }
}

/// Words that say a theme is no matter of concern: `không thiếu …`, `… không phải là vấn đề`.
public struct DenialPhrase: Sendable, Hashable {
  /// On which side of the theme it stands.
  public enum Side: String, Sendable, CaseIterable {
    /// Before the theme.
    case before
    /// After it.
    case after
  }

  /// The syllables.
  public var text: String
  /// On which side of the theme it stands.
  public var side: Side

  /// Creates a denial.
  public init(_ text: String, side: Side) {
    self.text = text
    self.side = side
  }
}

/// A short form: `NCKH`.
public struct Abbreviation: Sendable, Hashable {
  /// As it is written.
  public var text: String
  /// What it stands for: `nghiên cứu khoa học`.
  public var meaning: String
  /// Whether it counts only in capitals: `AI` is no `ai`.
  public var needsCapitals: Bool

  /// Creates an abbreviation.
  public init(_ text: String, meaning: String, needsCapitals: Bool = false) {
    self.text = text
    self.meaning = meaning
    self.needsCapitals = needsCapitals
  }
}
