import Diagnostics
import Responses
import TextEncoding

/// Reads a table block by block: memory does not grow with the file.
struct TableReader: ~Copyable {
  private let options: IngestOptions
  private let layout: RecordLayout
  private let label: String
  private var feed: TextFeed
  private let probe: TableProbe
  private let encoding: TextEncoding
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// Records of one batch.
  static let batchLimit = 65_536
  /// Bytes of one batch.
  static let batchByteLimit = 1 << 25

  /// Opens a table; an encoding that the mapping names is taken for what it says.
  init(
    _ source: TableSource, _ probe: TableProbe, label: String, layout: RecordLayout, options: IngestOptions
  ) throws(StageFailure) {
    self.probe = probe
    if let declared = options.mapping.encoding {
      encoding = declared
    } else if case .certain(let found) = probe.encoding {
      encoding = found
    } else {
      encoding = .utf8
    }
    feed = try TextFeed(source, encoding: encoding, unifiesLineEnds: probe.hasLoneReturns)
    self.label = label
    self.layout = layout
    self.options = options
  }

  /// What a table gives, in the order of the file.
  enum Piece {
    /// Records whose cells could be divided.
    case run(RecordRun)
    /// Records that could not be read at all.
    case held([(record: HeldRecord, key: String)])
  }

  /// Reads the header and matches it with the form.
  ///
  /// - Returns: the plan, nil when the table cannot be used; the findings say why.
  mutating func readHeader() throws(StageFailure) -> (plan: TableOpening?, diagnostics: [Diagnostic]) {
    let place = SourcePosition(file: label, line: 1)
    if options.mapping.encoding == nil, case .doubtful(let candidates) = probe.encoding {
      let names = candidates.isEmpty ? "?" : candidates.map(\.name).joined(separator: ", ")
      return (nil, [Diagnostic(.encodingDoubtful, at: SourcePosition(file: label), ["candidates": names])])
    }
    while true {
      try fill(max(options.blockByteCount, pending.count + 1))
      var dialect = TableDialect.detect(in: pending)
      if let separator = options.mapping.separator?.asciiValue { dialect.separator = separator }
      if let header = HeaderRow(pending, dialect, isLast: isAtEnd) {
        pending.removeFirst(header.end)
        let position = SourcePosition(file: label, line: header.line)
        let matched = TablePlan.match(header.headings, layout, options.mapping, at: position)
        let opening = matched.plan.map { TableOpening(plan: $0, separator: dialect.separator, line: header.nextLine) }
        return (opening, matched.diagnostics)
      }
      if isAtEnd || pending.count >= options.recordByteLimit {
        return (nil, [Diagnostic(.headerMissing, at: place)])
      }
    }
  }

  /// Reads the rows.
  mutating func readRows(
    _ opening: TableOpening, _ deliver: (Piece) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    var scanner = TableScanner(
      separator: opening.separator, columnCount: opening.plan.columnCount, line: opening.line)
    var collector = RowCollector(plan: opening.plan, layout: layout, missing: options.mapping.missing)
    var wanted = options.blockByteCount
    while true {
      try fill(wanted)
      if pending.isEmpty { break }
      let block = scanner.scan(pending, isLast: isAtEnd, rowLimit: Self.batchLimit - collector.count)
      try deliver(.held(faulty(block, opening.plan.columnCount)))
      collector.add(block)
      if collector.count >= Self.batchLimit || collector.byteCount >= Self.batchByteLimit {
        try deliver(.run(collector.finish()))
      }
      if let openQuote = block.openQuote {
        let rest = Array(pending[block.consumed...])
        let position = SourcePosition(file: label, line: openQuote.line, column: column(of: openQuote.at))
        try deliver(.held([held(rest, scanner.number, Diagnostic(.recordUnterminatedQuote, at: position))]))
        break
      }
      pending.removeFirst(block.consumed)
      if block.consumed > 0 {
        wanted = options.blockByteCount
      } else if pending.count >= options.recordByteLimit {
        let limit = ["limit": String(options.recordByteLimit)]
        let position = SourcePosition(file: label, line: scanner.line)
        try deliver(.held([held(pending, scanner.number, Diagnostic(.recordTooLong, at: position, limit))]))
        // The rest of the file belongs to this record, as far as can be told.
        while try !feed.next(1 << 20).isEmpty {}
        break
      } else {
        // The row goes on beyond these bytes.
        wanted = min(max(pending.count, wanted) * 2, options.recordByteLimit)
      }
    }
    if collector.count > 0 { try deliver(.run(collector.finish())) }
  }

  private mutating func fill(_ wanted: Int) throws(StageFailure) {
    while !isAtEnd, pending.count < wanted {
      let chunk = try feed.next(wanted - pending.count)
      if chunk.isEmpty { isAtEnd = true }
      pending.append(contentsOf: chunk)
    }
  }

  private func faulty(_ block: ScannedBlock, _ expected: Int) -> [(record: HeldRecord, key: String)] {
    block.faulty.map { row, fault, at in
      let before = pending[row.start..<max(at, row.start)]
      let lineStart = before.lastIndex(of: Bytes.lineFeed).map { $0 + 1 } ?? row.start
      let position = SourcePosition(
        file: label, line: row.line + before.count { $0 == Bytes.lineFeed },
        column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
      let record = String(row.number)
      return held(
        Array(pending[row.start..<row.end]), row.number,
        fault.diagnostic(at: position, record: record, expected: expected))
    }
  }

  private func held(
    _ bytes: [UInt8], _ number: Int, _ diagnostic: Diagnostic
  ) -> (record: HeldRecord, key: String) {
    var own = diagnostic
    own.record = String(number)
    return (
      HeldRecord(
        disposition: .quarantined, key: "", recordNumber: number, original: bytes, diagnostics: [own]), ""
    )
  }

  private func column(of offset: Int) -> Int {
    let line = pending[..<offset].lastIndex(of: Bytes.lineFeed).map { $0 + 1 } ?? 0
    return pending[line..<offset].count { $0 & 0xC0 != 0x80 } + 1
  }
}

/// A table whose header was understood.
struct TableOpening {
  var plan: TablePlan
  var separator: UInt8
  /// The line on which the rows begin.
  var line: Int
}
