import Diagnostics
import Responses
import TextEncoding

/// Reads a table block by block: memory does not grow with the file.
struct TableReader: ~Copyable {
  private let options: IngestOptions
  private let form: TableForm
  private let label: String
  private let source: TableSource
  private let probe: TableProbe
  private let encoding: TextEncoding
  private let rowNumbers: [Int]?
  private let isEntry: Bool
  private var feed: TextFeed
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// Records of one batch.
  static let batchLimit = 65_536
  /// Bytes of one batch.
  static let batchByteLimit = 1 << 25
  /// Bytes within which a second header row must end.
  private static let secondHeaderLimit = 1 << 20

  /// Opens a table; an encoding that the mapping names is taken for what it says.
  ///
  /// - Parameter sheet: the sheet whose text the source is; nil for files of text.
  init(
    _ source: TableSource, _ probe: TableProbe, label: String, form: TableForm, options: IngestOptions,
    sheet: SheetTable? = nil
  ) throws(StageFailure) {
    self.source = source
    self.probe = probe
    rowNumbers = sheet?.rowNumbers
    isEntry = sheet?.isEntry ?? false
    if let declared = options.mapping.encoding {
      // The text of a sheet is Unicode; letters of old fonts stand in it as if they were Windows-1252.
      let isText = declared.isMisread || declared.charset == .utf8 || declared.isWide
      encoding = sheet == nil ? declared : isText ? .utf8 : TextEncoding(declared.charset, isMisread: true)
    } else if case .certain(let found) = probe.encoding {
      encoding = found
    } else {
      encoding = .utf8
    }
    feed = try TextFeed(source, encoding: encoding, unifiesLineEnds: probe.hasLoneReturns && rowNumbers == nil)
    self.label = label
    self.form = form
    self.options = options
  }

  /// What a table gives, in the order of the file.
  enum Piece {
    /// Records whose cells could be divided.
    case run(RecordRun)
    /// Records that could not be read at all.
    case held([(record: HeldRecord, key: String)])
    /// A finding about the table.
    case note(Diagnostic)
  }

  /// Reads the header and matches it with the form.
  ///
  /// - Returns: the plan, nil when the table cannot be used; the findings say why.
  mutating func readHeader() throws(StageFailure) -> (opening: TableOpening?, diagnostics: [Diagnostic]) {
    if options.mapping.encoding == nil, case .doubtful(let candidates) = probe.encoding {
      let names = candidates.isEmpty ? "?" : candidates.map(\.name).joined(separator: ", ")
      return (nil, [Diagnostic(.encodingDoubtful, at: SourcePosition(file: label), ["candidates": names])])
    }
    while true {
      try fill(max(options.blockByteCount, pending.count + 1))
      var dialect = rowNumbers == nil ? TableDialect.detect(in: pending) : .sheet
      if rowNumbers == nil, let separator = options.mapping.separator?.asciiValue { dialect.separator = separator }
      if let header = HeaderRow(pending, dialect, isLast: isAtEnd) {
        let second = HeaderRow(pending, dialect, after: header, isLast: isAtEnd)
        if second != nil || isAtEnd || pending.count > header.end + Self.secondHeaderLimit {
          return open(header, second, dialect)
        }
      } else if isAtEnd || pending.count >= options.recordByteLimit {
        return (nil, [Diagnostic(.headerMissing, at: SourcePosition(file: label, line: 1))])
      }
    }
  }

  private mutating func open(
    _ first: HeaderRow, _ second: HeaderRow?, _ dialect: TableDialect
  ) -> (opening: TableOpening?, diagnostics: [Diagnostic]) {
    var header = first
    var producer = TableProducer(
      headings: first.headings, separator: dialect.separator, hasByteOrderMark: dialect.hasByteOrderMark)
    if let second {
      let below = TableProducer(headings: second.headings, separator: dialect.separator, hasByteOrderMark: false)
      if below == .limeSurveyVV {
        // The first row is for people, the second names the questions.
        header = second
        producer = .limeSurveyVV
      } else if isEntry || form.isLabelRow(second.headings, below: first.headings) {
        header.end = second.end
        header.nextLine = second.nextLine
        producer = .entryWorkbook
      }
    }
    let headerRows = header == first ? 1 : 2
    let line = rowNumbers?.first ?? header.line
    let position = SourcePosition(file: label, line: line)
    if let group = repeated(header.headings) {
      return (nil, [Diagnostic(.repeatTableLeft, at: position, ["group": group])])
    }
    var matcher = HeadingMatcher(form.layout, form.mapping, form.index, producer, at: position)
    let matched = matcher.match(header.headings)
    pending.removeFirst(header.end)
    let opening = matched.plan.map { plan in
      TableOpening(
        plan: plan, headings: header.headings, producer: producer, separator: dialect.separator,
        isQuoted: first.isQuoted, hasByteOrderMark: dialect.hasByteOrderMark, encoding: encoding,
        unifiesLineEnds: probe.hasLoneReturns && rowNumbers == nil, headerLength: header.end, line: header.nextLine,
        rowNumbers: rowNumbers?.dropFirst(headerRows))
    }
    return (opening, matched.diagnostics)
  }

  /// The repeat whose rows a table holds; nil when it holds records.
  private func repeated(_ headings: [String]) -> String? {
    guard options.mapping.key == nil, headings.contains("PARENT_KEY") || headings.contains("_parent_index") else {
      return nil
    }
    return form.wording.repeats.first { label.contains($0) } ?? form.wording.repeats.first ?? "?"
  }

  /// Reads the rows.
  ///
  /// - Returns: what the cells of choices hold.
  mutating func readRows(
    _ opening: TableOpening, _ deliver: (Piece) throws(StageFailure) -> Void
  ) throws(StageFailure) -> TableDescription {
    var scanner = TableScanner(
      separator: opening.separator, columnCount: opening.plan.columnCount, line: opening.line)
    var collector = RowCollector(opening, form)
    let undecided = collector.undecided
    var surveyed: [Int: NotationEvidence]?
    var wanted = options.blockByteCount
    while true {
      try fill(wanted)
      if pending.isEmpty { break }
      var block = scanner.scan(pending, isLast: isAtEnd, rowLimit: Self.batchLimit - collector.count)
      if opening.producer == .limeSurveyVV { block.unescapeBraces() }
      try deliver(.held(faulty(block, opening)))
      try collector.add(block) { () throws(StageFailure) in
        if let surveyed { return surveyed }
        let found = try Self.survey(source, opening, columns: undecided, form, limit: options.recordByteLimit)
        surveyed = found
        return found
      }
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
    for (field, evidence) in (surveyed ?? [:]).sorted(by: { $0.key < $1.key })
    where evidence.openCount > 0 && collector.isAmbiguous(field) {
      let own = form.layout.fields[field]
      let code: DiagnosticCode =
        own.storage == .integer || own.storage == .decimal ? .numbersAmbiguous : .datesAmbiguous
      try deliver(
        .note(
          Diagnostic(
            code, at: SourcePosition(file: label, line: 1), field: own.name, ["count": String(evidence.openCount)])))
    }
    return opening.description(collector.answers)
  }

  private mutating func fill(_ wanted: Int) throws(StageFailure) {
    while !isAtEnd, pending.count < wanted {
      let chunk = try feed.next(wanted - pending.count)
      if chunk.isEmpty { isAtEnd = true }
      pending.append(contentsOf: chunk)
    }
  }

  private func faulty(_ block: ScannedBlock, _ opening: TableOpening) -> [(record: HeldRecord, key: String)] {
    block.faulty.map { row, fault, at in
      let before = pending[row.start..<max(at, row.start)]
      let lineStart = before.lastIndex(of: Bytes.lineFeed).map { $0 + 1 } ?? row.start
      let line = rowNumbers == nil ? row.line + before.count { $0 == Bytes.lineFeed } : opening.line(of: row)
      let position = SourcePosition(
        file: label, line: line, column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
      let record = String(row.number)
      let bytes = Array(pending[row.start..<row.end])
      if rowNumbers != nil, fault == .notUTF8 {
        let place = SourcePosition(file: label, line: line)
        return held(bytes, row.number, Diagnostic(.recordCellWithoutValue, at: place, record: record))
      }
      return held(
        bytes, row.number, fault.diagnostic(at: position, record: record, expected: opening.plan.columnCount))
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
