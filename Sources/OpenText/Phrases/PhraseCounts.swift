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
    try scan.forEachBatch { (texts, rows, _) in counter.addPairs(texts.map { $0.map(coder.read) }, rows) }
    if let counts = counter.finished() { return counts }
    counter.beginTriples()
    try scan.forEachBatch { (texts, rows, _) in counter.addTriples(texts.map { $0.map(coder.read) }, rows) }
    return counter.finish()
  }
}
