public import Diagnostics
import Distributions
public import Responses

/// A redacted answer that is typical of a theme.
public struct Quote: Sendable, Hashable {
  /// The theme.
  public var theme: String
  /// The open question.
  public var question: String
  /// The answer, redacted.
  public var text: String

  /// Creates a quote.
  public init(theme: String, question: String, text: String) {
    self.theme = theme
    self.question = question
    self.text = text
  }
}

/// Looks for answers that are typical of themes, among those of people who allowed to be quoted.
public struct QuoteSearch: Sendable {
  /// The open questions.
  public var questions: [String]
  /// The questions that must all be answered `yes`.
  public var consents: [String]
  /// Nil: all records.
  public var period: AnswerPeriod?
  /// The most quotes per theme.
  public var count: Int
  /// Themes of fewer people are not quoted.
  public var minimumCount: Int

  /// Creates a search.
  public init(questions: [String], consents: [String], period: AnswerPeriod?, count: Int, minimumCount: Int) {
    self.questions = questions
    self.consents = consents
    self.period = period
    self.count = count
    self.minimumCount = minimumCount
  }

  /// The answer by which a person agrees.
  public static let yes = "yes"

  /// The quotes, theme by theme, the most typical first.
  ///
  /// An answer is the more typical of a theme the more of its words are used by many who speak of the theme and by few
  /// others: the mean over its words w of s_w ln(s_w/a_w), s_w and a_w being the shares of answers with w among those of
  /// the theme and among all. Only answers of 6 to 45 words are taken, of which redaction leaves three in four.
  /// When a question of ``consents`` is not there, nobody is quoted.
  /// - Complexity: O(words); memory grows with the answers of those who agree.
  public func quotes(of records: some RecordSource, coder: ThemeCoder) throws(StageFailure) -> [Quote] {
    let layout = records.layout
    var agreeing: [Int] = []
    for consent in consents {
      guard let place = layout.index(of: consent), layout.fields[place].storage == .coded,
        let choice = layout.fields[place].choices.firstIndex(of: Self.yes)
      else { return [] }
      agreeing.append(choice + 1)
    }
    if consents.isEmpty { return [] }
    var collection = QuoteCollection(coder: coder)
    let scan = AnswerScan(records: records, questions: questions, period: period)
    try scan.forEachBatch(further: consents) { (texts, rows, columns) in
      for row in rows {
        let agrees = zip(columns, agreeing).allSatisfy { column, code in
          if case .coded(let codes)? = column { Int(codes[row]) == code } else { false }
        }
        collection.add(texts, row: row, agrees: agrees)
      }
    }
    return collection.chosen(count: count, minimumCount: minimumCount, questions: questions)
  }
}

/// The answers read, and how often words occur with each theme.
private struct QuoteCollection {
  struct Candidate {
    var question: Int
    var text: [UInt8]
    var themes: UInt64
    var words: [Int32]
  }

  private let coder: ThemeCoder
  private var reader: AnswerReader
  private var numbers = WordTable(capacity: 1 << 13)
  /// Stands for the words that are not counted.
  private static let stopword = Int32.max
  /// By word: the last answer with it.
  private var lastAnswers: [Int] = []
  /// By word: the answers with it, in all and by theme.
  private var uses: [Int32] = []
  private var themeUses: [[Int32]]
  private var themeAnswers: [Int]
  private var themePeople: [Int]
  private var answers = 0
  private var candidates: [Candidate] = []

  init(coder: ThemeCoder) {
    self.coder = coder
    reader = AnswerReader(coder.compiled)
    let themes = coder.dictionary.themes.count
    themeUses = Array(repeating: [], count: themes)
    themeAnswers = Array(repeating: 0, count: themes)
    themePeople = Array(repeating: 0, count: themes)
    for word in coder.dictionary.stopwords {
      for syllable in CompiledDictionary.syllables(of: word) { numbers.set(Self.key(syllable), Self.stopword) }
    }
  }

  private static func key(_ syllable: Syllable) -> UInt64 { syllable.letters << 3 ^ UInt64(syllable.tone.rawValue) }

  mutating func add(_ texts: [TextColumn?], row: Int, agrees: Bool) {
    var spoken: UInt64 = 0
    for (question, column) in texts.enumerated() {
      guard let column, let range = column.range(of: row),
        case .themes(let themes) = reader.read(column.bytes, in: range)
      else { continue }
      spoken |= themes
      let tokens = reader.tokens
      let words = distinctWords(tokens)
      count(words, themes)
      if agrees, (6...45).contains(tokens.count), tokens.count(where: \.isCapitals) * 2 < tokens.count {
        candidates.append(
          Candidate(question: question, text: Array(column.bytes[range]), themes: themes, words: words))
      }
    }
    for theme in themePeople.indices where spoken >> UInt64(theme) & 1 == 1 { themePeople[theme] += 1 }
  }

  private mutating func distinctWords(_ tokens: [Token]) -> [Int32] {
    var words: [Int32] = []
    for token in tokens where !token.hasDigit {
      let key = Self.key(token.syllable)
      var number = numbers.number(of: key)
      if number == Self.stopword { continue }
      if number < 0 {
        number = Int32(uses.count)
        numbers.set(key, number)
        uses.append(0)
        lastAnswers.append(-1)
        for theme in themeUses.indices { themeUses[theme].append(0) }
      }
      if lastAnswers[Int(number)] == answers { continue }
      lastAnswers[Int(number)] = answers
      words.append(number)
    }
    words.sort()
    return words
  }

  private mutating func count(_ words: [Int32], _ themes: UInt64) {
    answers += 1
    for word in words { uses[Int(word)] += 1 }
    for theme in themeUses.indices where themes >> UInt64(theme) & 1 == 1 {
      themeAnswers[theme] += 1
      for word in words { themeUses[theme][Int(word)] += 1 }
    }
  }

  func chosen(count: Int, minimumCount: Int, questions: [String]) -> [Quote] {
    var quotes: [Quote] = []
    /// What redaction made of texts: many people write the same.
    var judged: [[UInt8]: (text: String, share: Double)] = [:]
    for (theme, entry) in coder.dictionary.themes.enumerated() where themePeople[theme] >= max(1, minimumCount) {
      let scored = candidates.indices.filter { candidates[$0].themes >> UInt64(theme) & 1 == 1 }
        .map { ($0, typicality(candidates[$0], of: theme)) }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      var taken: Set<String> = []
      for (place, _) in scored where taken.count < count {
        let bytes = candidates[place].text
        let (text, share) = judged[bytes] ?? Redaction.parts(String(decoding: bytes, as: UTF8.self))
        judged[bytes] = (text, share)
        guard share <= 0.25, taken.insert(text).inserted else { continue }
        quotes.append(Quote(theme: entry.name, question: questions[candidates[place].question], text: text))
      }
    }
    return quotes
  }

  private func typicality(_ candidate: Candidate, of theme: Int) -> Double {
    var sum = 0.0
    for word in candidate.words {
      let share = Double(themeUses[theme][Int(word)]) / Double(max(1, themeAnswers[theme]))
      let overall = Double(uses[Int(word)]) / Double(max(1, answers))
      if share > 0, overall > 0 { sum += share * ElementaryFunctions.logarithm(share / overall) }
    }
    // Answers that speak of several things are typical of none.
    return sum / Double(max(1, candidate.words.count)) / Double(max(1, candidate.themes.nonzeroBitCount))
  }
}
