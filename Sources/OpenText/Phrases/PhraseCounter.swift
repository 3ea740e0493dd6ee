/// Counts phrases in two passes: pairs of words, then the triples both of whose pairs are frequent.
struct PhraseCounter {
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
    for word in coder.dictionary.stopwords {
      for syllable in CompiledDictionary.syllables(of: word) { wordNumbers.set(ReadWord.key(syllable), Self.stopword) }
    }
  }

  /// Counts the pairs of some rows of the columns of the open questions.
  mutating func addPairs(_ answers: [ReadAnswers?], _ rows: [Int]) {
    for row in rows {
      person += 1
      var hasWritten = false
      for case let column? in answers {
        let numbers = self.numbers(column, column.places(of: row))
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

  /// Begins the second pass.
  mutating func beginTriples() { person = 0 }

  /// Counts the triples of the same rows.
  mutating func addTriples(_ answers: [ReadAnswers?], _ rows: [Int]) {
    for row in rows {
      person += 1
      for case let column? in answers {
        let numbers = self.numbers(column, column.places(of: row))
        for place in numbers.indices.dropFirst(2) {
          addTriple(numbers[place - 2], numbers[place - 1], numbers[place])
        }
      }
    }
  }

  /// The counts from the words kept; nil when they were not.
  mutating func finished() -> PhraseCounts? {
    guard let numbers = kept.take() else { return nil }
    person = 1
    for place in numbers.indices {
      if numbers[place] == Self.personEnd {
        person += 1
      } else if place > 1 {
        addTriple(numbers[place - 2], numbers[place - 1], numbers[place])
      }
    }
    return finish()
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
  private mutating func numbers(_ answers: ReadAnswers, _ places: Range<Int>) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(places.count + 4)
    for place in places {
      let word = answers.words[place]
      if word.boundary != .blank { numbers.append(-1) }
      if word.hasDigit || word.letters < 64 {
        numbers.append(-1)
        continue
      }
      let key = word.key
      var number = wordNumbers.number(of: key)
      if number == Self.stopword {
        number = -1
      } else if number < 0 {
        number = Int32(words.count)
        wordNumbers.set(key, number)
        words.append(word.spelling)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The counts, after the triples.
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
