internal import Responses

extension SegmentContents {
  /// Whether records of another segment can stand behind these: both have originals or neither, and simulated records
  /// do not come among others.
  func canBeJoined(with next: SegmentContents) -> Bool {
    (originals == nil) == (next.originals == nil) && holdsSimulated == next.holdsSimulated
  }

  /// These records and behind them those of another segment of the same layout.
  func joined(with next: SegmentContents) -> SegmentContents {
    let sources = Array(Set(sourceIDs + next.sourceIDs)).sorted()
    let places = Dictionary(sources.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
    let indexes = (self.sources + next.sources).map { places[$0] ?? 0 }
    var batch = RecordBatch(
      layout: batch.layout, columns: zip(batch.columns, next.batch.columns).map { $0.joined(with: $1) },
      keys: batch.keys.joined(with: next.batch.keys), recordNumbers: batch.recordNumbers + next.batch.recordNumbers,
      digests: batch.digests + next.batch.digests, sourceIndexes: indexes,
      repeats: zip(batch.repeats, next.batch.repeats).map { own, other in
        RepeatRows(
          counts: own.counts + other.counts, columns: zip(own.columns, other.columns).map { $0.joined(with: $1) })
      })
    batch.concealed = self.batch.concealed
    for (row, answers) in next.batch.concealed { batch.concealed[self.batch.count + row] = answers }
    return SegmentContents(
      batch: batch, keyDigests: keyDigests + next.keyDigests,
      originals: originals.map { $0 + (next.originals ?? []) }, sourceIDs: sources)
  }
}

extension AnswerColumn? {
  fileprivate func joined(with next: AnswerColumn?) -> AnswerColumn? {
    guard let self, let next else { return nil }
    switch (self, next) {
    case (.coded(let own), .coded(let other)): return .coded(own + other)
    case (.wideCoded(let own), .wideCoded(let other)): return .wideCoded(own + other)
    case (.multiple(let own), .multiple(let other)):
      return .multiple(
        MultipleColumn(
          states: own.states + other.states, wordsPerRecord: own.wordsPerRecord, words: own.words + other.words))
    case (.ranking(let own), .ranking(let other)):
      return .ranking(
        RankingColumn(states: own.states + other.states, width: own.width, places: own.places + other.places))
    case (.integer(let own), .integer(let other)):
      return .integer(IntegerColumn(states: own.states + other.states, values: own.values + other.values))
    case (.decimal(let own), .decimal(let other)):
      return .decimal(DecimalColumn(states: own.states + other.states, values: own.values + other.values))
    case (.dateTime(let own), .dateTime(let other)):
      return .dateTime(
        DateTimeColumn(
          states: own.states + other.states, milliseconds: own.milliseconds + other.milliseconds,
          offsetMinutes: own.offsetMinutes + other.offsetMinutes))
    case (.text(let own), .text(let other)): return .text(own.joined(with: other))
    default: preconditionFailure("columns of one field are of one kind")
    }
  }
}

extension TextColumn {
  fileprivate func joined(with next: TextColumn) -> TextColumn {
    let start = UInt32(bytes.count)
    return TextColumn(
      states: states + next.states, ends: ends + next.ends.map { $0 + start }, bytes: bytes + next.bytes)
  }
}
