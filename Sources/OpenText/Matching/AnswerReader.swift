/// Reads answers one after the other with one dictionary; the memory of one answer serves the next.
struct AnswerReader: Sendable {
  let dictionary: CompiledDictionary
  private var scanner = SyllableScanner()
  private var repair = TypingRepair()
  /// The words of the answer read last, short forms written out and slips of typing mended.
  private(set) var tokens: [Token] = []
  private var numbers: [Int32] = []
  private var matches: [PhraseMatch] = []
  private var mentions: [Mention] = []
  private var scores: [Int32]
  /// By phrase, then by gap: the answer in which it was counted last.
  private var countedIn: [UInt32]
  private var answer: UInt32 = 0

  /// Themes found in some words.
  struct Mention: Sendable {
    var tokens: Range<Int>
    /// Where the gap begins; meaningless without one.
    var gapStart = 0
    var hasGap = false
    /// Whether it says that nothing is meant.
    var isSilent = false
    /// The phrase, or the gap counted down from -1.
    var source: Int32
    var isHint = false
    var isDenied = false
  }

  init(_ dictionary: CompiledDictionary) {
    self.dictionary = dictionary
    scores = Array(repeating: 0, count: dictionary.themeCount)
    countedIn = Array(repeating: 0, count: dictionary.trie.phrases.count + dictionary.gaps.count)
  }

  /// What an answer speaks of.
  ///
  /// - Complexity: O(bytes + phrases found).
  mutating func read(_ bytes: [UInt8], in range: Range<Int>) -> CodedAnswer {
    scanWords(bytes, in: range)
    if tokens.isEmpty { return .blank }
    let isUnaccented = isMostlyUnaccented
    matches.removeAll(keepingCapacity: true)
    for start in tokens.indices where numbers[start] >= 0 {
      dictionary.trie.find(at: start, in: tokens, numbers: numbers, isUnaccented: isUnaccented, into: &matches)
    }
    if matches.isEmpty { return .uncoded }
    dropContained()
    return judged()
  }

  private mutating func scanWords(_ bytes: [UInt8], in range: Range<Int>) {
    scanner.scan(bytes, in: range)
    var text = bytes
    // Two such signs may be a name or a unit; an old font puts one into every other word.
    if scanner.foreignCount > 1, let repaired = LegacyText.repaired(bytes, in: range) {
      text = repaired
      scanner.scan(text, in: 0..<text.count)
    }
    tokens.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    for var token in scanner.tokens {
      if let short = dictionary.meaning(of: token) {
        for (place, syllable) in short.syllables.enumerated() {
          token.syllable = syllable
          if place > 0 { token.boundary = .blank }
          append(token)
        }
        continue
      }
      if dictionary.trie.number(of: token.syllable.skeleton) < 0, TypingRepair.isSuspicious(text[token.bytes]),
        let meant = repair.syllable(of: text[token.bytes])
      {
        token.syllable = meant
      }
      if dictionary.isTurn(token.syllable) { token.boundary = max(token.boundary, .comma) }
      append(token)
    }
  }

  private mutating func append(_ token: Token) {
    tokens.append(token)
    numbers.append(dictionary.trie.number(of: token.syllable.skeleton))
  }

  /// Whether fewer than one word in five has any mark.
  private var isMostlyUnaccented: Bool {
    var (words, marked) = (0, 0)
    for token in tokens where !token.hasDigit && token.syllable.letters > 63 {
      words += 1
      if token.syllable.isMarked { marked += 1 }
    }
    return marked * 5 < words
  }

  /// Leaves phrases out that stand within longer ones, that begin within one that speaks of nothing, and inexact ones
  /// where an exact one stands; halves of phrases with a gap and hints only for the second reason.
  private mutating func dropContained() {
    var kept = 0
    var (furthest, furthestSilent) = (0, 0)
    var index = 0
    while index < matches.count {
      let start = matches[index].tokens.lowerBound
      var next = index
      var (longest, longestSilent, longestExact) = (0, 0, 0)
      while next < matches.count, matches[next].tokens.lowerBound == start {
        let end = matches[next].tokens.upperBound
        if !meaning(matches[next]).isPartial {
          longest = max(longest, end)
          if matches[next].isExact { longestExact = max(longestExact, end) }
        }
        switch meaning(matches[next]) {
        case .silent, .emptyAnswer: longestSilent = max(longestSilent, end)
        default: break
        }
        next += 1
      }
      for place in index..<next {
        let end = matches[place].tokens.upperBound
        let isKept =
          meaning(matches[place]).isPartial
          ? end >= longestSilent && start >= furthestSilent
          : end == longest && end > furthest && start >= furthestSilent
            && (matches[place].isExact || longestExact < longest)
        if isKept {
          matches[kept] = matches[place]
          kept += 1
        }
      }
      (furthest, furthestSilent) = (max(furthest, longest), max(furthestSilent, longestSilent))
      index = next
    }
    matches.removeLast(matches.count - kept)
  }

  private func phrase(_ match: PhraseMatch) -> CompiledPhrase { dictionary.trie.phrases[Int(match.phrase)] }

  private func meaning(_ match: PhraseMatch) -> CompiledPhrase.Meaning { dictionary.trie.meanings[Int(match.phrase)] }

  private func isHalf(_ match: PhraseMatch) -> Bool { meaning(match) == .half }

  private mutating func judged() -> CodedAnswer {
    mentions.removeAll(keepingCapacity: true)
    var saysNothing = false
    for (place, match) in matches.enumerated() {
      switch meaning(match) {
      case .points: mentions.append(Mention(tokens: match.tokens, source: match.phrase))
      case .hint: mentions.append(Mention(tokens: match.tokens, source: match.phrase, isHint: true))
      case .emptyAnswer: saysNothing = true
      case .half: closeGap(at: place)
      case .denialBefore, .denialAfter, .silent: break
      }
    }
    hideWithinSilent()
    for match in matches {
      switch meaning(match) {
      case .denialBefore: denyAfter(match.tokens.upperBound)
      case .denialAfter: denyBefore(match.tokens.lowerBound)
      default: break
      }
    }
    let themes = scored(saysNothing: saysNothing)
    if themes != 0 { return .themes(themes) }
    return saysNothing && tokens.count <= Self.longestEmptyAnswer ? .nothing : .uncoded
  }

  /// The themes that have points enough; what is mentioned twice counts once.
  ///
  /// Below the threshold for further themes only the foremost is taken, and not where the writer has nothing to say or
  /// denies what alone would be enough: what is denied is not guessed at.
  private mutating func scored(saysNothing: Bool) -> UInt64 {
    for place in scores.indices { scores[place] = 0 }
    answer &+= 1
    var mayGuess = !saysNothing
    for mention in mentions {
      if mention.isDenied {
        if !mention.hasGap, !mention.isHint { mayGuess = false }
        continue
      }
      if isCounted(mention.source) { continue }
      let source = mention.source
      let weights =
        source >= 0 ? dictionary.trie.weights[Int(source)] : dictionary.gaps[-1 - Int(source)].weights
      for weight in weights { scores[weight.theme] &+= weight.points }
    }
    let most = scores.max() ?? 0
    var themes: UInt64 = 0
    for (place, score) in scores.enumerated()
    where score >= dictionary.furtherThreshold || mayGuess && score == most && score >= dictionary.firstThreshold {
      themes |= 1 << UInt64(place)
    }
    return themes
  }

  /// Whether a phrase was already counted in this answer; from now on it is.
  private mutating func isCounted(_ source: Int32) -> Bool {
    let place = source >= 0 ? Int(source) : dictionary.trie.phrases.count + Int(-1 - source)
    if countedIn[place] == answer { return true }
    countedIn[place] = answer
    return false
  }

  /// A longer text says something, whatever it begins with.
  private static let longestEmptyAnswer = 14

  /// Looks for the first halves of the phrases that a match ends.
  private mutating func closeGap(at place: Int) {
    let second = matches[place]
    let closes = phrase(second).closes
    if closes.isEmpty { return }
    let earliest = second.tokens.lowerBound - CompiledDictionary.longestGap - dictionary.longestPhrase
    for earlier in stride(from: place - 1, through: 0, by: -1) {
      let first = matches[earlier]
      if first.tokens.lowerBound < earliest { return }
      let gap = second.tokens.lowerBound - first.tokens.upperBound
      guard gap >= 0, gap <= CompiledDictionary.longestGap, isHalf(first) else { continue }
      let opens = phrase(first).opens
      if opens.isEmpty { continue }
      let boundary = largestBoundary(first.tokens.upperBound...second.tokens.lowerBound)
      for number in closes where opens.contains(number) {
        let rule = dictionary.gaps[Int(number)]
        guard gap <= rule.length, boundary < rule.limit else { continue }
        let tokens = first.tokens.lowerBound..<second.tokens.upperBound
        mentions.append(
          Mention(
            tokens: tokens, gapStart: first.tokens.upperBound, hasGap: true, isSilent: rule.weights.isEmpty,
            source: -1 - number))
      }
    }
  }

  /// Denies what stands within phrases with a gap that speak of nothing, behind their first half.
  private mutating func hideWithinSilent() {
    for place in mentions.indices where mentions[place].isSilent {
      let hidden = mentions[place].gapStart..<mentions[place].tokens.upperBound
      for other in mentions.indices where !mentions[other].hasGap {
        let inner = mentions[other].tokens
        if inner.lowerBound >= hidden.lowerBound, inner.upperBound <= hidden.upperBound {
          mentions[other].isDenied = true
        }
      }
    }
  }

  /// The gravest sign before any of some words.
  private func largestBoundary(_ places: ClosedRange<Int>) -> Boundary {
    places.reduce(Boundary.blank) { max($0, tokens[$1].boundary) }
  }

  /// Denies what is said within the window behind a word, and what is joined to it.
  private mutating func denyAfter(_ end: Int) {
    for place in mentions.indices {
      let start = mentions[place].tokens.lowerBound
      guard start >= end, start - end <= CompiledDictionary.denialWindow, start < tokens.count,
        largestBoundary(end...start) == .blank
      else { continue }
      mentions[place].isDenied = true
      denyJoined(to: place, step: 1)
    }
  }

  /// Denies what is said within the window before a word, and what is joined to it.
  private mutating func denyBefore(_ start: Int) {
    for place in mentions.indices {
      let end = mentions[place].tokens.upperBound
      guard end <= start, start - end <= CompiledDictionary.denialWindow, largestBoundary(end...start) == .blank else {
        continue
      }
      mentions[place].isDenied = true
      denyJoined(to: place, step: -1)
    }
  }

  /// Denies mentions that only commas and words like `và` part from one that is denied.
  private mutating func denyJoined(to place: Int, step: Int) {
    var known = place
    var next = place + step
    while mentions.indices.contains(next) {
      let between =
        step > 0
        ? mentions[known].tokens.upperBound..<max(mentions[known].tokens.upperBound, mentions[next].tokens.lowerBound)
        : mentions[next].tokens.upperBound..<max(mentions[next].tokens.upperBound, mentions[known].tokens.lowerBound)
      guard between.allSatisfy({ dictionary.isConnector(tokens[$0].syllable) }),
        between.upperBound >= tokens.count || largestBoundary(between.lowerBound...between.upperBound) < .stop,
        !dictionary.isTurn(tokens[min(between.lowerBound, tokens.count - 1)].syllable)
      else { return }
      mentions[next].isDenied = true
      known = next
      next += step
    }
  }
}
