import Diagnostics
import Responses
import Synchronization

/// What the columns of numbers and days of a table say about how they are written: looked at once, by whoever asks first.
final class TableSurvey: Sendable {
  private let stages: TableStages
  private let opening: TableOpening
  /// By repeat whose rows stand in columns of their records; the records themselves are -1.
  private let found = Mutex<[Int: [Int: NotationEvidence]]>([:])

  init(_ stages: TableStages, _ opening: TableOpening) {
    self.stages = stages
    self.opening = opening
  }

  /// What was found, by field.
  ///
  /// - Parameter repeated: the repeat whose rows are asked for; nil: the records.
  func evidence(_ repeated: Int?) throws(StageFailure) -> [Int: NotationEvidence] {
    try found.withLock { (found) throws(StageFailure) in
      if let known = found[repeated ?? -1] { return known }
      let rows = repeated.map { opening.plan.flattened[$0] }
      let evidence = try TableReader.survey(
        stages.source, opening, columns: rows?.undecided ?? RowCollector(opening, stages.form).undecided,
        rows?.form ?? stages.form, limit: stages.options.recordByteLimit)
      found[repeated ?? -1] = evidence
      return evidence
    }
  }

  /// What is doubtful about the table, once its rows were read.
  func findings(_ label: String) -> [Diagnostic] {
    let evidence = found.withLock { $0[-1] ?? [:] }
    guard !evidence.isEmpty else { return [] }
    var collector = RowCollector(opening, stages.form)
    collector.decide(evidence)
    return evidence.sorted { $0.key < $1.key }.compactMap { field, evidence in
      guard evidence.openCount > 0, collector.isAmbiguous(field) else { return nil }
      let own = stages.form.layout.fields[field]
      let isNumber = own.storage == .integer || own.storage == .decimal
      return Diagnostic(
        isNumber ? .numbersAmbiguous : .datesAmbiguous, at: SourcePosition(file: label, line: 1), field: own.name,
        ["count": String(evidence.openCount)])
    }
  }
}

extension TableReader {
  /// Reads the whole table once more for what its columns of numbers and days say about how they are written.
  ///
  /// Rows before the one that asked for it were clear by themselves: nothing that was read already changes.
  /// - Parameter columns: by field, the columns that hold it.
  static func survey(
    _ source: TableSource, _ opening: TableOpening, columns: [Int: [Int]], _ form: TableForm, limit: Int
  ) throws(StageFailure) -> [Int: NotationEvidence] {
    var evidence = Dictionary(
      uniqueKeysWithValues: columns.keys.map { ($0, NotationEvidence(form.layout.fields[$0].storage)) })
    var feed = try TextFeed(source, encoding: opening.encoding, unifiesLineEnds: opening.unifiesLineEnds)
    var scanner = TableScanner(
      separator: opening.separator, columnCount: opening.plan.columnCount, line: opening.line)
    var pending: [UInt8] = []
    var isAtEnd = false
    var skipped = 0
    var wanted = 1 << 18
    while true {
      while !isAtEnd, pending.count < wanted {
        let chunk = try feed.next(wanted - pending.count)
        isAtEnd = chunk.isEmpty
        pending += chunk
      }
      if skipped < opening.headerLength {
        guard pending.count >= opening.headerLength else {
          if isAtEnd { return evidence }
          wanted = opening.headerLength
          continue
        }
        pending.removeFirst(opening.headerLength)
        skipped = opening.headerLength
        continue
      }
      if pending.isEmpty { return evidence }
      let block = scanner.scan(pending, isLast: isAtEnd)
      let bytes = block.cells.bytes.span
      for (field, places) in columns {
        guard var own = evidence[field] else { continue }
        for row in 0..<block.cells.rowCount {
          for column in places {
            let cell = row * block.cells.columnCount + column
            own.add(bytes.extracting(Int(block.cells.starts[cell])..<Int(block.cells.ends[cell])))
          }
        }
        evidence[field] = own
      }
      if block.openQuote != nil { return evidence }
      pending.removeFirst(block.consumed)
      if block.consumed > 0 {
        wanted = 1 << 18
      } else if pending.count >= limit || isAtEnd {
        return evidence
      } else {
        wanted = min(max(pending.count, wanted) * 2, limit)
      }
    }
  }
}
