import Diagnostics
import Responses

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
