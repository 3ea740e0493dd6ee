extension AnswerColumn {
  /// The records for which `keep` is true, in their order.
  ///
  /// - Complexity: O(records × width).
  public func selecting(_ keep: [Bool]) -> AnswerColumn {
    switch self {
    case .coded(let codes): .coded(codes.selecting(keep))
    case .wideCoded(let codes): .wideCoded(codes.selecting(keep))
    case .multiple(let column):
      .multiple(
        MultipleColumn(
          states: column.states.selecting(keep), wordsPerRecord: column.wordsPerRecord,
          words: column.words.selecting(keep, width: column.wordsPerRecord)))
    case .ranking(let column):
      .ranking(
        RankingColumn(
          states: column.states.selecting(keep), width: column.width,
          places: column.places.selecting(keep, width: column.width)))
    case .integer(let column):
      .integer(IntegerColumn(states: column.states.selecting(keep), values: column.values.selecting(keep)))
    case .decimal(let column):
      .decimal(DecimalColumn(states: column.states.selecting(keep), values: column.values.selecting(keep)))
    case .dateTime(let column):
      .dateTime(
        DateTimeColumn(
          states: column.states.selecting(keep), milliseconds: column.milliseconds.selecting(keep),
          offsetMinutes: column.offsetMinutes.selecting(keep)))
    case .text(let column): .text(column.selecting(keep))
    }
  }
}

extension TextColumn {
  /// The records for which `keep` is true, in their order.
  public func selecting(_ keep: [Bool]) -> TextColumn {
    var selected = TextColumn()
    selected.bytes.reserveCapacity(bytes.count)
    selected.ends.reserveCapacity(count)
    selected.states = states.selecting(keep)
    var (start, length) = (0, 0)
    for index in 0..<count {
      let end = Int(ends[index])
      if keep[index] {
        if end > start { selected.bytes.append(contentsOf: bytes[start..<end]) }
        length += end - start
        selected.ends.append(UInt32(length))
      }
      start = end
    }
    return selected
  }
}

extension RecordBatch {
  /// The records for which `keep` is true, in their order; numbers and digests that a source left out stay out.
  public func selecting(_ keep: [Bool]) -> RecordBatch {
    precondition(keep.count == count, "one flag per record")
    var selected = RecordBatch(
      layout: layout, columns: columns.map { $0?.selecting(keep) }, keys: keys.selecting(keep),
      recordNumbers: recordNumbers.isEmpty ? [] : recordNumbers.selecting(keep),
      digests: digests.isEmpty ? [] : digests.selecting(keep, width: AnswerDigests.byteCount),
      sourceIndexes: sourceIndexes.isEmpty ? [] : sourceIndexes.selecting(keep),
      repeats: RepeatRows.selecting(repeats, layout, records: keep))
    guard !edits.isEmpty || !concealed.isEmpty || !replacing.isEmpty else { return selected }
    var place = 0
    for (row, isKept) in keep.enumerated() where isKept {
      selected.edits[place] = edits[row]
      selected.concealed[place] = concealed[row]
      if replacing.contains(row) { selected.replacing.insert(place) }
      place += 1
    }
    return selected
  }
}

extension Array {
  /// The runs of `width` elements for which `keep` is true.
  func selecting(_ keep: [Bool], width: Int = 1) -> [Element] {
    var selected: [Element] = []
    selected.reserveCapacity(count)
    if width == 1 {
      for index in keep.indices where keep[index] { selected.append(self[index]) }
      return selected
    }
    for (index, isKept) in keep.enumerated() where isKept {
      selected.append(contentsOf: self[(index * width)..<((index + 1) * width)])
    }
    return selected
  }
}
