import Diagnostics

/// Finds records under different keys whose substantive answers are all the same.
///
/// Memory: 16 bytes for each record.
struct NearDuplicates: Sendable {
  private let answers: SubstantiveAnswers
  private let least: Int
  /// A word of each record's substantive answers.
  private var words = WordList()
  /// A word of each record's key, by which it is found again.
  private var keys = WordList()

  init(_ answers: SubstantiveAnswers, rules: QualityRules) {
    self.answers = answers
    least = rules.duplicateAnswers
  }

  /// The number of records.
  var count: Int { words.count }

  /// Adds the records of a batch; those with fewer answers than the rules ask for are like others by chance.
  mutating func add(_ batch: RecordBatch, substance: [UInt64], isCounted: [Bool]?) {
    let hasEnough = answers.haveAnswers(batch, atLeast: least)
    var start = 0
    for row in 0..<batch.count {
      let end = Int(batch.keys.ends[row])
      if hasEnough[row], isCounted?[row] ?? true {
        words.append(substance[row])
        keys.append(AnswerDigests.word(of: batch.keys.bytes[start..<end]))
      }
      start = end
    }
  }

  /// Forgets the records from a position on.
  mutating func forget(from position: Int) {
    words.removeAll(from: position)
    keys.removeAll(from: position)
  }

  /// The groups of records alike, with a record looked at in each; earlier records first, then in the order of looking.
  ///
  /// - Parameters:
  ///   - earlier: the records that were there before; nil: none.
  ///   - all: those and the records looked at.
  ///   - replaced: the keys of records that count no more.
  func groups(
    earlier: (any RecordSource)?, all: any RecordSource, without replaced: Set<String>
  ) throws(StageFailure) -> [[QualityReview.Record]] {
    let old = try earlier.map { (source) throws(StageFailure) in try alike(in: source) } ?? [:]
    var members = repeated.reduce(into: [UInt64: [Int]]()) { $0[$1] = [] }
    for word in old.keys { members[word] = [] }
    guard !members.isEmpty else { return [] }
    var filter = WordFilter(count: members.count)
    for word in members.keys { _ = filter.insert(word) }
    words.forEach { index, word in
      if filter.mayHold(word) { members[word]?.append(index) }
    }
    members = members.filter { $0.value.count > 1 || old[$0.key] != nil }
    guard !members.isEmpty else { return [] }
    let wanted = Set(members.values.joined().map { keys[$0] })
    var names: [UInt64: QualityReview.Record] = [:]
    try all.forEachBatch(fields: []) { batch in
      for (row, key) in Self.keyWords(batch).enumerated() where wanted.contains(key) {
        names[key] = QualityReview.Record(key: batch.keys[row], number: Int(batch.recordNumbers[row]))
      }
    }
    return members.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }.compactMap { word, indexes in
      let group = (old[word] ?? []) + indexes.compactMap { names[keys[$0]] }
      let counted = group.filter { !replaced.contains($0.key) }
      return counted.count > 1 ? counted : nil
    }
  }

  /// The words that may stand more than once among the records: all that do, and a few that do not.
  private var repeated: Set<UInt64> {
    var seen = WordFilter(count: words.count)
    var repeated: Set<UInt64> = []
    words.forEach { _, word in
      if seen.insert(word) { repeated.insert(word) }
    }
    return repeated
  }

  /// The records of a source that have the answers of one looked at, by the word of these.
  private func alike(in source: any RecordSource) throws(StageFailure) -> [UInt64: [QualityReview.Record]] {
    var filter = WordFilter(count: words.count)
    var known: Set<UInt64> = []
    words.forEach { _, word in
      _ = filter.insert(word)
      known.insert(word)
    }
    var found: [Int: UInt64] = [:]
    var count = 0
    let look = { (batch: RecordBatch) in
      let hasEnough = answers.haveAnswers(batch, atLeast: least)
      for (row, word) in answers.words(of: batch).enumerated()
      where hasEnough[row] && filter.mayHold(word) && known.contains(word) {
        found[count + row] = word
      }
      count += batch.count
    }
    let repeats = source.layout.repeats
    if repeats.isEmpty {
      try source.forEachAnonymousBatch(fields: answers.fields) { batch in look(batch) }
    } else {
      let rows = Dictionary(
        repeats.indices.map { ($0, Array(repeats[$0].fields.indices)) }, uniquingKeysWith: { first, _ in first })
      try source.forEachBatch(fields: answers.fields, repeats: rows) { batch in look(batch) }
    }
    guard !found.isEmpty else { return [:] }
    var named: [UInt64: [QualityReview.Record]] = [:]
    count = 0
    try source.forEachBatch(fields: []) { batch in
      for row in 0..<batch.count {
        guard let word = found[count + row] else { continue }
        named[word, default: []].append(
          QualityReview.Record(key: batch.keys[row], number: Int(batch.recordNumbers[row])))
      }
      count += batch.count
    }
    return named
  }

  private static func keyWords(_ batch: RecordBatch) -> [UInt64] {
    var start = 0
    return batch.keys.ends.map { end in
      defer { start = Int(end) }
      return AnswerDigests.word(of: batch.keys.bytes[start..<Int(end)])
    }
  }
}
