import Distributions
import Responses

/// The answers read, and how often words occur with each theme.
struct QuoteCollection {
  struct Candidate {
    var question: Int
    var text: [UInt8]
    var themes: UInt64
    var words: [Int32]
  }

  private let coder: ThemeCoder
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
    let themes = coder.dictionary.themes.count
    themeUses = Array(repeating: [], count: themes)
    themeAnswers = Array(repeating: 0, count: themes)
    themePeople = Array(repeating: 0, count: themes)
    for word in coder.dictionary.stopwords {
      for syllable in CompiledDictionary.syllables(of: word) { numbers.set(ReadWord.key(syllable), Self.stopword) }
    }
  }

  /// Counts a person's answers, one column per question, and keeps those that may be quoted.
  mutating func add(_ texts: [TextColumn?], _ answers: [ReadAnswers?], row: Int, agrees: Bool) {
    var spoken: UInt64 = 0
    for (question, column) in answers.enumerated() {
      guard let column, case .themes(let themes) = column.codes[row] else { continue }
      spoken |= themes
      let places = column.places(of: row)
      let words = distinctWords(column, places)
      count(words, themes)
      guard agrees, (6...45).contains(places.count), let text = texts[question], let range = text.range(of: row),
        places.count(where: { column.words[$0].isCapitals }) * 2 < places.count
      else { continue }
      candidates.append(Candidate(question: question, text: Array(text.bytes[range]), themes: themes, words: words))
    }
    for theme in themePeople.indices where spoken >> UInt64(theme) & 1 == 1 { themePeople[theme] += 1 }
  }

  private mutating func distinctWords(_ column: ReadAnswers, _ places: Range<Int>) -> [Int32] {
    var words: [Int32] = []
    for place in places where !column.words[place].hasDigit {
      let key = column.words[place].key
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

  /// The most typical answers of each theme.
  func chosen(by search: QuoteSearch) -> [Quote] {
    var quotes: [Quote] = []
    /// What redaction made of texts: many people write the same.
    var judged: [[UInt8]: (text: String, share: Double)] = [:]
    for (theme, entry) in coder.dictionary.themes.enumerated() where themePeople[theme] >= max(1, search.minimumCount) {
      let scored = candidates.indices.filter { candidates[$0].themes >> UInt64(theme) & 1 == 1 }
        .map { ($0, typicality(candidates[$0], of: theme)) }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      var taken: Set<String> = []
      for (place, _) in scored where taken.count < search.count {
        let bytes = candidates[place].text
        let (text, share) = judged[bytes] ?? Redaction.parts(String(decoding: bytes, as: UTF8.self))
        judged[bytes] = (text, share)
        guard share <= 0.25, taken.insert(text).inserted else { continue }
        quotes.append(Quote(theme: entry.name, question: search.questions[candidates[place].question], text: text))
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
