/// All phrases as a tree over the skeletons of their syllables.
///
/// Differences of marks and confused consonants are judged where a phrase ends, so that one walk per word finds every
/// spelling.
struct PhraseTrie: Sendable {
  private(set) var phrases: [CompiledPhrase] = []
  /// By phrase: what follows from finding it; apart from the lists, which would be counted as in use at every look.
  private(set) var meanings: [CompiledPhrase.Meaning] = []
  /// By phrase: what it gives to themes.
  private(set) var weights: [[ThemeWeight]] = []
  private var numbers = WordTable(capacity: 4096)
  private var edges = WordTable(capacity: 8192)
  /// By node: the phrases that end there.
  private var ends: [[Int32]] = [[]]
  private var places: [[Syllable]: [Int32]] = [:]

  /// The number of a skeleton among the dictionary's; -1 when no phrase has it.
  func number(of skeleton: UInt64) -> Int32 { numbers.number(of: skeleton) }

  /// Adds a phrase; the same syllables with the same meaning are one, and points add up.
  ///
  /// - Returns: its position; nil when it has no syllable.
  @discardableResult
  mutating func add(
    _ syllables: [Syllable], _ meaning: CompiledPhrase.Meaning, weights: [ThemeWeight] = []
  ) -> Int32? {
    if syllables.isEmpty { return nil }
    for place in places[syllables] ?? [] where meanings[Int(place)] == meaning {
      self.weights[Int(place)] += weights
      return place
    }
    var node: Int32 = 0
    for syllable in syllables {
      var number = numbers.number(of: syllable.skeleton)
      if number < 0 {
        number = Int32(numbers.count)
        numbers.set(syllable.skeleton, number)
      }
      let edge = Self.edge(node, number)
      let next = edges.number(of: edge)
      if next >= 0 {
        node = next
      } else {
        edges.set(edge, Int32(ends.count))
        node = Int32(ends.count)
        ends.append([])
      }
    }
    let place = Int32(phrases.count)
    phrases.append(CompiledPhrase(syllables: syllables))
    meanings.append(meaning)
    self.weights.append(weights)
    ends[Int(node)].append(place)
    places[syllables, default: []].append(place)
    return place
  }

  mutating func open(_ gap: Int32, at phrase: Int32) { phrases[Int(phrase)].opens.append(gap) }

  mutating func close(_ gap: Int32, at phrase: Int32) { phrases[Int(phrase)].closes.append(gap) }

  /// Finds the phrases that begin at a word.
  ///
  /// - Parameters:
  ///   - numbers: the number of each word's skeleton.
  ///   - isUnaccented: whether the text as a whole was typed without marks.
  /// - Complexity: O(longest phrase + phrases that share these skeletons).
  func find(
    at start: Int, in tokens: [Token], numbers: [Int32], isUnaccented: Bool, into matches: inout [PhraseMatch]
  ) {
    var node: Int32 = 0
    var index = start
    while index < tokens.count, numbers[index] >= 0 {
      if index > start, tokens[index].boundary != .blank { return }
      node = edges.number(of: Self.edge(node, numbers[index]))
      if node < 0 { return }
      index += 1
      for phrase in ends[Int(node)] {
        if let isExact = fit(phrase, tokens, start, isUnaccented) {
          matches.append(PhraseMatch(tokens: start..<index, phrase: phrase, isExact: isExact))
        }
      }
    }
  }

  /// Whether words are a phrase exactly; nil when they are not near enough.
  ///
  /// Marks may be left out of phrases of several syllables and in texts without marks; of several syllables two may have
  /// a consonant that spelling confuses, or one of three another tone.
  private func fit(_ phrase: Int32, _ tokens: [Token], _ start: Int, _ isUnaccented: Bool) -> Bool? {
    let syllables = phrases[Int(phrase)].syllables
    // Single syllables without marks mean too much to be halves, or to be little more than a hint.
    let mayBeBare = syllables.count > 1 || isUnaccented && !meanings[Int(phrase)].isPartial
    var (confused, bare, shortest) = (0, 0, 8)
    for (place, syllable) in syllables.enumerated() {
      let token = tokens[start + place]
      switch token.syllable.likeness(to: syllable) {
      case .equal: if !mayBeBare, token.syllable.tone != syllable.tone { return nil }
      case .bare:
        if !mayBeBare { return nil }
        // Who types the marks of letters types tones too, unless no syllable can be meant without one.
        if !isUnaccented, token.syllable.isMarked, !token.syllable.needsTone { return nil }
        bare += 1
        shortest = min(shortest, token.syllable.isShortWord ? 2 : 8)
      case .confused:
        // A wrong tone makes other words: only longer phrases are safe.
        let isTone = token.syllable.letters == syllable.letters
        confused += isTone ? 2 : 1
        if confused > 2 || syllables.count < (isTone ? 3 : 2) { return nil }
      case .different: return nil
      }
    }
    // Between accented words `ra` is meant as it stands, unless the whole phrase is typed so.
    guard isUnaccented || shortest > 2 || bare == syllables.count && bare > 2 else { return nil }
    return bare == 0 && confused == 0
  }

  private static func edge(_ node: Int32, _ number: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: number))
  }
}
