import ByteMasks
import Diagnostics
import Responses

/// The way of a table's rows: divided into cells, typed, held against the form, delivered in batches.
///
/// A large table is cut into batches of whole rows by one thread; others do all the work on a batch, each on its own;
/// the batches are delivered in the order of the file. So what is delivered does not depend on the number of threads.
/// Memory stays that of some batches.
struct TableStages: Sendable {
  let source: TableSource
  let probe: TableProbe
  let label: String
  let form: TableForm
  let options: IngestOptions
  /// The sheet whose text the source is; nil for files of text.
  let sheet: SheetTable?
  /// What holds the records against the form; nil: nobody does yet.
  var examiner: RecordExaminer?
  /// Looks at the bytes as they are read; nil: they were looked at before.
  var observer: TableObserver?

  /// What the work on a batch gives.
  typealias Worked = (pieces: [TableReader.Piece], answers: TableDescription.Answers)

  /// Reads the rows of a table whose header was read, and delivers them.
  ///
  /// - Returns: how the table is written.
  func read(
    _ opening: TableOpening, _ deliver: (TableReader.Piece) throws(StageFailure) -> Void
  ) throws(StageFailure) -> TableDescription {
    let survey = TableSurvey(self, opening)
    var answers = TableDescription.Answers.none
    if probe.byteCount < options.threadedByteCount {
      var typing = TableTyping(self, opening, survey)
      try cut(opening) { (batch) throws(StageFailure) in
        let worked = try typing.work(on: batch)
        for piece in worked.pieces { try deliver(piece) }
        answers = worked.answers
        return true
      }
    } else {
      let line = WorkLine<TableBatch, Worked>(workers: options.threadCount)
      defer { line.close() }
      line.begin { (give) throws(StageFailure) in
        try cut(opening, give)
      } work: {
        var typing = TableTyping(self, opening, survey)
        return { (batch) throws(StageFailure) in try typing.work(on: batch) }
      }
      while let worked = try line.next() {
        for piece in worked.pieces { try deliver(piece) }
        answers = answers.joined(with: worked.answers)
      }
    }
    for finding in survey.findings(label) { try deliver(.note(finding)) }
    return opening.description(answers)
  }

  /// Cuts the table into batches.
  ///
  /// - Parameter give: takes each batch; false ends the reading.
  private func cut(
    _ opening: TableOpening, _ give: (TableBatch) throws(StageFailure) -> Bool
  ) throws(StageFailure) {
    var reader = try TableReader(
      source, probe, label: label, form: form, options: options, sheet: sheet, observer: observer)
    guard try reader.readHeader().opening != nil else { return }
    var scan = RowScan(opening, options: options)
    while let batch = try reader.nextBatch(opening, &scan) {
      if try !give(batch) { return }
    }
  }
}

/// Does the work on the batches of a table.
struct TableTyping {
  private let stages: TableStages
  private let opening: TableOpening
  private let survey: TableSurvey
  private var collector: RowCollector
  private var examiner: RecordExaminer?
  private var places = CellPlaces()

  init(_ stages: TableStages, _ opening: TableOpening, _ survey: TableSurvey) {
    self.stages = stages
    self.opening = opening
    self.survey = survey
    collector = RowCollector(opening, stages.form)
    examiner = stages.examiner
  }

  /// Types the rows of a batch.
  mutating func work(on batch: TableBatch) throws(StageFailure) -> TableStages.Worked {
    var pieces: [TableReader.Piece] = []
    for piece in batch.pieces {
      let scanned = divided(piece)
      if !scanned.held.isEmpty { pieces.append(.held(scanned.held)) }
      try collector.add(scanned.block) { (repeated) throws(StageFailure) in try survey.evidence(repeated) }
    }
    if collector.count > 0 {
      let run = collector.finish()
      if let examined = examiner?.examine(run, labels: [stages.label]) {
        pieces.append(.examined(examined))
      } else {
        pieces.append(.run(run))
      }
    }
    return (pieces, collector.answers)
  }

  private mutating func divided(_ piece: TablePiece) -> ScannedPiece {
    switch piece {
    case .scanned(let scanned): return scanned
    case .plain(let rows):
      var scanner = TableScanner(
        separator: opening.separator, columnCount: opening.plan.columnCount, line: rows.line)
      scanner.number = rows.number
      if let block = scanner.scanPlain(rows.bytes, end: rows.end, rowCount: rows.count, &places) {
        return ScannedPiece(block: block, held: [])
      }
      let bytes = Array(rows.bytes[..<rows.end])
      let block = scanner.scan(bytes, isLast: false)
      return ScannedPiece(block: block, held: block.heldRecords(bytes, opening, label: stages.label))
    }
  }
}
