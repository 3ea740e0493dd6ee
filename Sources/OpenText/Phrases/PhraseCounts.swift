public import Diagnostics
public import Responses

/// How many people use each phrase of two or three words in their open answers.
public struct PhraseCounts: Sendable {
  /// People who wrote something.
  public internal(set) var people = 0
  /// People by phrase, lower-case words parted by blanks.
  public internal(set) var counts: [String: Int] = [:]

  /// Creates counts known from elsewhere.
  public init(people: Int = 0, counts: [String: Int] = [:]) {
    self.people = people
    self.counts = counts
  }

  /// Counts the phrases of records' open answers.
  ///
  /// A phrase is two or three neighbouring words of one sentence part, none of them a stopword of the dictionary, of one
  /// letter or with a digit. Whoever uses it several times counts once. Phrases of fewer people than `atLeast` are left
  /// out; three words are counted only where both pairs of them are frequent enough.
  /// - Complexity: O(words), read once while they fit into 16 MB, else twice; memory grows with the distinct pairs.
  public static func of(
    _ records: some RecordSource, coder: ThemeCoder, questions: [String], period: AnswerPeriod?, atLeast: Int
  ) throws(StageFailure) -> PhraseCounts {
    var counter = PhraseCounter(coder: coder, atLeast: max(1, atLeast))
    let scan = AnswerScan(records: records, questions: questions, period: period)
    try scan.forEachBatch { (texts, rows, _) in counter.addPairs(texts, rows) }
    counter.beginTriples()
    if !counter.addKeptTriples() {
      try scan.forEachBatch { (texts, rows, _) in counter.addTriples(texts, rows) }
    }
    return counter.finish()
  }
}

/// Counts phrases in two passes: pairs of words, then the triples both of whose pairs are frequent.
private struct PhraseCounter {
  /// People who use something, each once.
  struct Tally {
    var numbers = WordTable(capacity: 1 << 14)
    var people: [Int32] = []
    var last: [Int32] = []

    /// Counts a person for a key.
    mutating func add(_ key: UInt64, person: Int32) {
      var number = numbers.number(of: key)
      if number < 0 {
        number = Int32(people.count)
        numbers.set(key, number)
        people.append(0)
        last.append(-1)
      }
      if last[Int(number)] != person {
        last[Int(number)] = person
        people[Int(number)] += 1
      }
    }
  }

  let atLeast: Int
  private var reader: AnswerReader
  /// Stands for the words that no phrase has.
  private static let stopword = Int32.max
  private var wordNumbers = WordTable(capacity: 1 << 13)
  private var words: [String] = []
  private var pairs = Tally()
  private var pairWords: [(Int32, Int32)] = []
  private var triples = Tally()
  private var tripleWords: [(Int32, Int32, Int32)] = []
  private var person: Int32 = 0
  private var writers = 0
  /// The words of all answers in their order, each answer ended by −1 and each person by ``personEnd``; nil when they
  /// have become too many to be kept.
  private var kept: [Int32]? = []
  private static let mostKept = 1 << 22
  private static let personEnd: Int32 = -2

  init(coder: ThemeCoder, atLeast: Int) {
    self.atLeast = atLeast
    reader = AnswerReader(coder.compiled)
    for word in coder.dictionary.stopwords {
      for syllable in CompiledDictionary.syllables(of: word) { wordNumbers.set(Self.key(syllable), Self.stopword) }
    }
  }

  private static func key(_ syllable: Syllable) -> UInt64 { syllable.letters << 3 ^ UInt64(syllable.tone.rawValue) }

  mutating func addPairs(_ texts: [TextColumn?], _ rows: [Int]) {
    for row in rows {
      person += 1
      var hasWritten = false
      for case let column? in texts {
        guard let range = column.range(of: row) else { continue }
        let numbers = self.numbers(column.bytes, range)
        if !numbers.isEmpty { hasWritten = true }
        kept?.append(contentsOf: numbers)
        kept?.append(-1)
        for place in numbers.indices.dropFirst() where numbers[place] >= 0 && numbers[place - 1] >= 0 {
          let known = pairs.people.count
          pairs.add(Self.pair(numbers[place - 1], numbers[place]), person: person)
          if pairs.people.count > known { pairWords.append((numbers[place - 1], numbers[place])) }
        }
      }
      if hasWritten { writers += 1 }
      kept?.append(Self.personEnd)
    }
    if let count = kept?.count, count > Self.mostKept { kept = nil }
  }

  mutating func beginTriples() { person = 0 }

  mutating func addTriples(_ texts: [TextColumn?], _ rows: [Int]) {
    for row in rows {
      person += 1
      for case let column? in texts {
        guard let range = column.range(of: row) else { continue }
        let numbers = self.numbers(column.bytes, range)
        for place in numbers.indices.dropFirst(2) {
          addTriple(numbers[place - 2], numbers[place - 1], numbers[place])
        }
      }
    }
  }

  /// The same from the words kept; false when they were not.
  mutating func addKeptTriples() -> Bool {
    guard let numbers = kept.take() else { return false }
    person = 1
    for place in numbers.indices {
      if numbers[place] == Self.personEnd {
        person += 1
      } else if place > 1 {
        addTriple(numbers[place - 2], numbers[place - 1], numbers[place])
      }
    }
    return true
  }

  private mutating func addTriple(_ first: Int32, _ second: Int32, _ third: Int32) {
    guard first >= 0, second >= 0, third >= 0, let pair = frequentPair(first, second),
      frequentPair(second, third) != nil
    else { return }
    let known = triples.people.count
    triples.add(Self.pair(pair, third), person: person)
    if triples.people.count > known { tripleWords.append((first, second, third)) }
  }

  private func frequentPair(_ first: Int32, _ second: Int32) -> Int32? {
    let number = pairs.numbers.number(of: Self.pair(first, second))
    return number >= 0 && pairs.people[Int(number)] >= atLeast ? number : nil
  }

  private static func pair(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }

  /// The numbers of a text's words; −1 for words that no phrase has, and where a part of a sentence ends.
  private mutating func numbers(_ bytes: [UInt8], _ range: Range<Int>) -> [Int32] {
    var numbers: [Int32] = []
    for token in reader.words(bytes, in: range) {
      if token.boundary != .blank { numbers.append(-1) }
      let key = Self.key(token.syllable)
      if token.hasDigit || token.syllable.letters < 64 {
        numbers.append(-1)
        continue
      }
      var number = wordNumbers.number(of: key)
      if number == Self.stopword {
        number = -1
      } else if number < 0 {
        number = Int32(words.count)
        wordNumbers.set(key, number)
        words.append(token.syllable.spelling)
      }
      numbers.append(number)
    }
    return numbers
  }

  func finish() -> PhraseCounts {
    var result = PhraseCounts(people: writers)
    for (place, count) in pairs.people.enumerated() where Int(count) >= atLeast {
      let (first, second) = pairWords[place]
      result.counts["\(words[Int(first)]) \(words[Int(second)])"] = Int(count)
    }
    for (place, count) in triples.people.enumerated() where Int(count) >= atLeast {
      let (first, second, third) = tripleWords[place]
      result.counts["\(words[Int(first)]) \(words[Int(second)]) \(words[Int(third)])"] = Int(count)
    }
    result.counts = result.counts.filter { !$0.key.contains("?") }
    return result
  }
}
