internal import Hashing
internal import Responses

extension SegmentContents {
  /// The records without anything that ties them to a person, in an order of chance.
  func deidentified(_ treatment: (Field) -> FieldTreatment) -> SegmentContents {
    let mixed = shuffled()
    let layout = mixed.batch.layout
    let columns = zip(layout.fields, mixed.batch.columns).map { treatment($0).applied(to: $1, of: $0) }
    let repeats = zip(layout.repeats, mixed.batch.repeats).map { repeated, rows in
      RepeatRows(
        counts: rows.counts,
        columns: zip(repeated.fields, rows.columns).map { treatment($0).applied(to: $1, of: $0) })
    }
    let count = mixed.batch.count
    var keys = TextColumn()
    var generator = SystemRandomNumberGenerator()
    for row in 0..<count {
      let isSimulated = mixed.batch.keys[row].hasPrefix("simulated:")
      let chance = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
      keys.append(Array(((isSimulated ? "simulated:" : "") + String.deidentifiedMark + hexadecimal(chance)).utf8))
    }
    let batch = RecordBatch(
      layout: layout, columns: columns, keys: keys, recordNumbers: (0..<count).map { UInt32($0 + 1) },
      digests: AnswerDigests.of(columns, layout: layout, repeats: repeats, count: count), repeats: repeats)
    return SegmentContents(batch: batch, keyDigests: KeyDigests.of(keys), originals: nil, sourceIDs: [0])
  }

  /// The records in an order of chance: sorted by random numbers of 32 bits, from the lowest bit to the highest.
  private func shuffled() -> SegmentContents {
    var contents = self
    var numbers = (0..<batch.count).map { _ in UInt32.random(in: 0...UInt32.max) }
    for bit in 0..<UInt32(32) where numbers.count > 1 {
      let isLow = numbers.map { $0 >> bit & 1 == 0 }
      let (low, high) = (contents.selecting(isLow), contents.selecting(isLow.map { !$0 }))
      numbers = numbers.filter { $0 >> bit & 1 == 0 } + numbers.filter { $0 >> bit & 1 == 1 }
      contents = low.joined(with: high)
    }
    return contents
  }
}
