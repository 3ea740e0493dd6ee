/// The rows of one repeat for a run of records, column by column.
public struct RepeatRows: Sendable, Hashable {
  /// How many rows each parent has: one element per record, or per row of the repeat around it, in their order.
  public var counts: [UInt32]
  /// One column per field of the repeat; nil for fields that were not asked for.
  public var columns: [AnswerColumn?]

  /// Creates the rows; every column has as many elements as the counts add up to.
  public init(counts: [UInt32], columns: [AnswerColumn?]) {
    self.counts = counts
    self.columns = columns
  }

  /// The number of rows.
  ///
  /// - Complexity: O(parents).
  public var count: Int { counts.reduce(0) { $0 + Int($1) } }

  /// The parent of each row.
  ///
  /// - Complexity: O(rows).
  public var parents: [Int] {
    var parents: [Int] = []
    parents.reserveCapacity(count)
    for (parent, count) in counts.enumerated() { parents.append(contentsOf: repeatElement(parent, count: Int(count))) }
    return parents
  }

  /// Where the rows of each parent begin, and after the last where they end: one element more than parents.
  public var starts: [Int] {
    var starts = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append((starts.last ?? 0) + Int(count)) }
    return starts
  }
}

extension RepeatRows {
  /// The rows of the parents for which `keep` is true, and which rows these are.
  func selecting(parents keep: [Bool]) -> (rows: RepeatRows, kept: [Bool]) {
    var kept: [Bool] = []
    kept.reserveCapacity(count)
    for (parent, count) in counts.enumerated() {
      kept.append(contentsOf: repeatElement(keep[parent], count: Int(count)))
    }
    return (RepeatRows(counts: counts.selecting(keep), columns: columns.map { $0?.selecting(kept) }), kept)
  }

  /// The rows of all repeats of a layout for the records for which `keep` is true.
  static func selecting(_ repeats: [RepeatRows], _ layout: RecordLayout, records keep: [Bool]) -> [RepeatRows] {
    var keptRows: [[Bool]] = []
    return repeats.enumerated().map { position, rows in
      // A repeat stands behind the one around it.
      let parents = layout.repeats[position].parent.map { keptRows[$0] } ?? keep
      let (selected, kept) = rows.selecting(parents: parents)
      keptRows.append(kept)
      return selected
    }
  }
}

extension RecordLayout {
  /// No row of any repeat for a number of records.
  public func noRepeatRows(count: Int) -> [RepeatRows] {
    repeats.map { repeated in
      RepeatRows(
        counts: repeated.parent == nil ? [UInt32](repeating: 0, count: count) : [],
        columns: repeated.fields.map { .notShown($0, count: 0) })
    }
  }
}
