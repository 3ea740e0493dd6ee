import Responses

/// A word of an answer, as phrases and quotes compare it.
struct ReadWord: Sendable {
  /// ``Syllable/letters``.
  var letters: UInt64
  var tone: Tone
  /// What stands between it and the word before.
  var boundary: Boundary
  var hasDigit: Bool
  var isCapitals: Bool

  init(_ token: Token) {
    letters = token.syllable.letters
    tone = token.syllable.tone
    boundary = token.boundary
    hasDigit = token.hasDigit
    isCapitals = token.isCapitals
  }

  /// What tells words apart.
  var key: UInt64 { Self.key(letters, tone) }

  /// The same of a syllable of the dictionary.
  static func key(_ syllable: Syllable) -> UInt64 { key(syllable.letters, syllable.tone) }

  private static func key(_ letters: UInt64, _ tone: Tone) -> UInt64 { letters << 3 ^ UInt64(tone.rawValue) }

  /// As ``Syllable/spelling``.
  var spelling: String { Syllable(letters: letters, tone: tone).spelling }
}

/// The answers of one column, each read once: what it speaks of, and its words.
struct ReadAnswers: Sendable {
  /// By record; those not answered are blank.
  private(set) var codes: [CodedAnswer] = []
  /// The words of all answers, short forms written out and slips of typing mended.
  private(set) var words: [ReadWord] = []
  /// By record: where its words end.
  private var ends: [Int] = []

  /// The places of a record's words.
  func places(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  /// Adds an answer.
  mutating func append(_ code: CodedAnswer, _ tokens: [Token]) {
    codes.append(code)
    for token in tokens { words.append(ReadWord(token)) }
    ends.append(words.count)
  }

  /// Adds the answers of the records that follow.
  mutating func append(_ other: ReadAnswers) {
    let start = words.count
    codes += other.codes
    words += other.words
    for end in other.ends { ends.append(start + end) }
  }
}

extension TextColumn {
  /// The bytes of a record's text; nil where there is no answer.
  func range(of row: Int) -> Range<Int>? {
    guard states[row] == AnswerState.answered.rawValue else { return nil }
    return (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }
}
