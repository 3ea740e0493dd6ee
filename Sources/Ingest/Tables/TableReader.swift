import ByteMasks
import Diagnostics
import Responses
import TextEncoding

/// Reads a table block by block: memory does not grow with the file.
struct TableReader: ~Copyable {
  private let options: IngestOptions
  private let form: TableForm
  private let label: String
  private let probe: TableProbe
  private let encoding: TextEncoding
  private let rowNumbers: [Int]?
  private let isEntry: Bool
  private var feed: TextFeed
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// Records of one batch: columns of half a byte a record lie two to a page of the store, those of a byte one.
  static let batchLimit = 32_000
  /// Bytes of one batch.
  static let batchByteLimit = 1 << 25
  /// Bytes within which a second header row must end.
  private static let secondHeaderLimit = 1 << 20

  /// Opens a table; an encoding that the mapping names is taken for what it says.
  ///
  /// - Parameters:
  ///   - sheet: the sheet whose text the source is; nil for files of text.
  ///   - observer: looks at the bytes as they are read; nil: nobody does.
  init(
    _ source: TableSource, _ probe: TableProbe, label: String, form: TableForm, options: IngestOptions,
    sheet: SheetTable? = nil, observer: TableObserver? = nil
  ) throws(StageFailure) {
    let rowNumbers = sheet?.rowNumbers
    let encoding = Self.encoding(probe, options.mapping, isSheet: sheet != nil)
    // Everything that may fail stands before the first property: the optimizer of Swift 6.3 releases properties that were
    // never set when the initializer of a noncopyable type fails half-way.
    let feed = try TextFeed(
      source, encoding: encoding, unifiesLineEnds: probe.hasLoneReturns && rowNumbers == nil, observer: observer)
    self.feed = feed
    self.probe = probe
    self.rowNumbers = rowNumbers
    self.encoding = encoding
    self.label = label
    self.form = form
    self.options = options
    isEntry = sheet?.isEntry ?? false
  }

  /// The encoding that the mapping names, else the one that was found.
  private static func encoding(_ probe: TableProbe, _ mapping: ColumnMapping, isSheet: Bool) -> TextEncoding {
    if let declared = mapping.encoding {
      guard isSheet else { return declared }
      // The text of a sheet is Unicode; letters of old fonts stand in it as if they were Windows-1252.
      let isText = declared.isMisread || declared.charset == .utf8 || declared.isWide
      return isText ? .utf8 : TextEncoding(declared.charset, isMisread: true)
    }
    if case .certain(let found) = probe.encoding { return found }
    return .utf8
  }

  /// What a table gives, in the order of the file.
  enum Piece: Sendable {
    /// Records whose cells could be divided.
    case run(RecordRun)
    /// The same, held against the form already.
    case examined(ExaminedRun)
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
      try fill(max(options.blockByteCount, pending.count * 2))
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
    if form.repeated == nil, form.hasRepeats, RowLink.holdsRows(header.headings) {
      return (nil, [Diagnostic(.repeatRecordsMissing, at: position)])
    }
    // The tables of one export are written by one program; those of rows have fewer headings by which to tell it.
    if let own = form.producer, producer != .entryWorkbook { producer = own }
    var matcher = HeadingMatcher(form, producer, at: position)
    let flattened = FlattenedRepeat.find(header.headings, form, producer, at: position)
    let matched = matcher.match(header.headings, flattened: flattened)
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

  /// The rows of the next batch of a table whose header was read; nil at its end.
  mutating func nextBatch(_ opening: TableOpening, _ scan: inout RowScan) throws(StageFailure) -> TableBatch? {
    var batch = TableBatch()
    while let piece = try next(opening, &scan) {
      batch.pieces.append(piece)
      if scan.rowCount >= Self.batchLimit || scan.byteCount >= Self.batchByteLimit {
        scan.rowCount = 0
        scan.byteCount = 0
        break
      }
    }
    return batch.pieces.isEmpty ? nil : batch
  }

  private mutating func next(_ opening: TableOpening, _ scan: inout RowScan) throws(StageFailure) -> TablePiece? {
    if scan.isDone { return nil }
    try fill(scan.wanted)
    if pending.isEmpty { return nil }
    if let rows = plainRows(opening, &scan) { return .plain(rows) }
    return .scanned(try scanned(opening, &scan))
  }

  /// The rows that are there when they can be divided without knowing what stands before them.
  private mutating func plainRows(_ opening: TableOpening, _ scan: inout RowScan) -> PlainRows? {
    guard rowNumbers == nil, opening.producer != .limeSurveyVV else { return nil }
    let lines = PlainLines(pending.span, quote: Bytes.quote)
    guard lines.isPlain, lines.count > 0, scan.rowCount + lines.count <= Self.batchLimit else { return nil }
    let rows = PlainRows(
      bytes: pending, end: lines.end, count: lines.count, line: scan.scanner.line, number: scan.scanner.number)
    scan.scanner.line += lines.count
    scan.scanner.number += lines.count
    scan.rowCount += lines.count
    scan.byteCount += lines.end
    scan.wanted = options.blockByteCount
    pending = Array(pending[lines.end...])
    return rows
  }

  /// Divides the rows that are there.
  private mutating func scanned(_ opening: TableOpening, _ scan: inout RowScan) throws(StageFailure) -> ScannedPiece {
    var block = scan.scanner.scan(pending, isLast: isAtEnd, rowLimit: Self.batchLimit - scan.rowCount)
    if opening.producer == .limeSurveyVV { block.unescapeBraces() }
    var piece = ScannedPiece(
      block: block, held: block.heldRecords(pending, opening, label: label, rowNumbers: rowNumbers))
    scan.rowCount += block.rows.count
    scan.byteCount += block.consumed
    if let openQuote = block.openQuote {
      let rest = Array(pending[block.consumed...])
      let position = SourcePosition(file: label, line: openQuote.line, column: column(of: openQuote.at))
      piece.held.append(
        ScannedBlock.held(rest, scan.scanner.number, Diagnostic(.recordUnterminatedQuote, at: position)))
      scan.isDone = true
      return piece
    }
    pending.removeFirst(block.consumed)
    if block.consumed > 0 {
      scan.wanted = options.blockByteCount
    } else if pending.count >= options.recordByteLimit {
      let limit = ["limit": String(options.recordByteLimit)]
      let position = SourcePosition(file: label, line: scan.scanner.line)
      piece.held.append(
        ScannedBlock.held(pending, scan.scanner.number, Diagnostic(.recordTooLong, at: position, limit)))
      // The rest of the file belongs to this record, as far as can be told.
      while try !feed.next(1 << 20).isEmpty {}
      scan.isDone = true
    } else {
      // The row goes on beyond these bytes.
      scan.wanted = min(max(pending.count, scan.wanted) * 2, options.recordByteLimit)
    }
    return piece
  }

  private mutating func fill(_ wanted: Int) throws(StageFailure) {
    while !isAtEnd, pending.count < wanted {
      let chunk = try feed.next(wanted - pending.count)
      if chunk.isEmpty { isAtEnd = true }
      pending.append(contentsOf: chunk)
    }
  }

  private func column(of offset: Int) -> Int {
    let line = pending[..<offset].lastIndex(of: Bytes.lineFeed).map { $0 + 1 } ?? 0
    return pending[line..<offset].count { $0 & 0xC0 != 0x80 } + 1
  }
}

/// Where the reading of a table's rows stands.
struct RowScan {
  var scanner: TableScanner
  /// The bytes that must be there for the next step.
  var wanted: Int
  /// Rows and bytes since the batch began.
  var rowCount = 0
  var byteCount = 0
  /// Whether what remains cannot be divided.
  var isDone = false

  init(_ opening: TableOpening, options: IngestOptions) {
    scanner = TableScanner(
      separator: opening.separator, columnCount: opening.plan.columnCount, line: opening.line)
    wanted = options.blockByteCount
  }
}
