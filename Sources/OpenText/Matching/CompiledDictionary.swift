import Diagnostics

/// A dictionary made ready for matching; never changed, so that many threads read it.
struct CompiledDictionary: Sendable {
  private(set) var trie = PhraseTrie()
  /// The phrases with a gap.
  private(set) var gaps: [Gap] = []
  private(set) var longestPhrase = 1
  private var abbreviations: [Abbreviated] = []
  private var abbreviationNumbers = WordTable()
  // So few that looking at each is faster than hashing.
  private let connectors: [UInt64]
  private let turns: [UInt64]
  let themeCount: Int
  /// The points from which on a theme is spoken of: by the theme with the most points, and by the others.
  let firstThreshold: Int32
  let furtherThreshold: Int32

  /// What a short form stands for.
  struct Abbreviated: Sendable {
    var syllables: [Syllable]
    var needsCapitals: Bool
  }

  /// What a phrase with a gap says.
  struct Gap: Sendable {
    /// What it gives to themes; nothing: what stands behind the first half speaks of nothing.
    var weights: [ThemeWeight]
    /// The syllables that may stand in the gap.
    var length: Int
    /// What may not stand in it.
    var limit: Boundary
  }

  /// The syllables that may stand within a gap whose phrase does not say how many.
  static let gapLength = 6
  /// The most that a phrase may say.
  static let longestGap = 9
  /// The syllables over which a denial reaches.
  static let denialWindow = 3

  init(_ dictionary: ThemeDictionary) {
    connectors = ["và", "hay", "hoặc", "lẫn", "cũng", "như", "với", "cả", "về", "các", "những"].map(Self.key)
    turns = ["nhưng", "song", "tuy", "riêng", "ngược"].map(Self.key)
    themeCount = min(dictionary.themes.count, ThemeDictionary.limit)
    firstThreshold = Int32(clamping: dictionary.firstThreshold)
    furtherThreshold = Int32(clamping: dictionary.furtherThreshold)
    var bits: [String: UInt64] = [:]
    for (place, theme) in dictionary.themes.prefix(ThemeDictionary.limit).enumerated() { bits[theme.name] = 1 << place }
    for abbreviation in dictionary.abbreviations { add(abbreviation) }
    for phrase in dictionary.phrases {
      add(phrase, themes: phrase.themes.reduce(0) { $0 | (bits[$1] ?? 0) })
    }
    for denial in dictionary.denials {
      addPhrase(denial.text, denial.side == .before ? .denialBefore : .denialAfter)
    }
  }

  private mutating func add(_ abbreviation: Abbreviation) {
    let written = Self.syllables(of: abbreviation.text)
    let meaning = Self.syllables(of: abbreviation.meaning)
    guard written.count == 1, !meaning.isEmpty else { return }
    abbreviationNumbers.set(written[0].letters, Int32(abbreviations.count))
    abbreviations.append(Abbreviated(syllables: meaning, needsCapitals: abbreviation.needsCapitals))
  }

  private mutating func add(_ phrase: ThemePhrase, themes: UInt64) {
    guard let (first, second, length) = Self.halves(of: phrase.text) else {
      return addPhrase(phrase.text, Self.meaning(phrase, themes), Self.weights(phrase, themes))
    }
    let gap = Int32(gaps.count)
    gaps.append(
      Gap(
        weights: Self.weights(phrase, themes), length: length ?? Self.gapLength,
        limit: length == nil ? .stop : .comma))
    for syllables in first {
      if let place = trie.add(syllables, .half) { trie.open(gap, at: place) }
    }
    for syllables in second {
      if let place = trie.add(syllables, .half) { trie.close(gap, at: place) }
    }
    longestPhrase = max(longestPhrase, (first + second).reduce(1) { max($0, $1.count) })
  }

  private static func meaning(_ phrase: ThemePhrase, _ themes: UInt64) -> CompiledPhrase.Meaning {
    if phrase.isEmptyAnswer { return .emptyAnswer }
    if themes == 0 { return .silent }
    return phrase.isHint ? .hint : .points
  }

  private static func weights(_ phrase: ThemePhrase, _ themes: UInt64) -> [ThemeWeight] {
    (0..<ThemeDictionary.limit).compactMap { theme in
      themes >> UInt64(theme) & 1 == 1 ? ThemeWeight(theme: theme, points: points(phrase)) : nil
    }
  }

  private static func points(_ phrase: ThemePhrase) -> Int32 {
    Int32(min(max(phrase.points, -ThemePhrase.mostPoints), ThemePhrase.mostPoints))
  }

  /// The alternatives on both sides of a gap, and the length written behind the `~`; nil for a phrase without a gap.
  static func halves(of text: String) -> (first: [[Syllable]], second: [[Syllable]], length: Int?)? {
    let parts = text.split(separator: "~", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let digits = parts[1].prefix { $0.isASCII && $0.isNumber }
    let length = Int(digits).map { min($0, longestGap) }
    return (alternatives(parts[0]), alternatives(parts[1].dropFirst(digits.count)), length)
  }

  private mutating func addPhrase(_ text: String, _ meaning: CompiledPhrase.Meaning, _ weights: [ThemeWeight] = []) {
    for syllables in Self.alternatives(text[...]) {
      longestPhrase = max(longestPhrase, syllables.count)
      trie.add(syllables, meaning, weights: weights)
    }
  }

  /// The phrases that `|` parts.
  static func alternatives(_ text: Substring) -> [[Syllable]] {
    text.split(separator: "|", omittingEmptySubsequences: false).map { syllables(of: String($0)) }
  }

  /// What a word stands for when it is a short form; nil when it is none.
  func meaning(of token: Token) -> Abbreviated? {
    let number = abbreviationNumbers.number(of: token.syllable.letters)
    guard number >= 0, token.syllable.tone == .none else { return nil }
    let abbreviated = abbreviations[Int(number)]
    return abbreviated.needsCapitals && !token.isCapitals ? nil : abbreviated
  }

  /// Whether a word joins two things that are said of alike.
  func isConnector(_ syllable: Syllable) -> Bool { connectors.contains(Self.key(syllable)) }

  /// Whether a word turns to something else.
  func isTurn(_ syllable: Syllable) -> Bool { turns.contains(Self.key(syllable)) }

  /// The syllables of a text of the dictionary.
  static func syllables(of text: String) -> [Syllable] {
    var scanner = SyllableScanner()
    let bytes = Array(text.utf8)
    scanner.scan(bytes, in: 0..<bytes.count)
    return scanner.tokens.map(\.syllable)
  }

  private static func key(_ syllable: Syllable) -> UInt64 { syllable.letters << 4 | UInt64(syllable.tone.rawValue) }

  private static func key(_ text: String) -> UInt64 { syllables(of: text).first.map(key) ?? 0 }
}
