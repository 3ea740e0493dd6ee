import Diagnostics
import Dispatch
import Responses

/// The way of a table's rows: divided into cells, typed, delivered in batches.
///
/// A large table takes it on three threads, each a stage ahead of the next; memory stays that of some blocks and two
/// batches.
struct TableStages: Sendable {
  let source: TableSource
  let probe: TableProbe
  let label: String
  let form: TableForm
  let options: IngestOptions
  /// The sheet whose text the source is; nil for files of text.
  let sheet: SheetTable?

  /// Bytes from which threads are worth their start.
  private static let threadedByteCount = 1 << 20

  private typealias Step<Value> = Result<Value, StageFailure>

  /// What the typing of a table hands on.
  private enum Product: Sendable {
    case piece(TableReader.Piece)
    /// The end: what the cells of choices held.
    case answers(TableDescription.Answers)
  }

  /// Reads the rows of a table whose header was read, and delivers them.
  ///
  /// - Returns: how the table is written.
  func read(
    _ opening: TableOpening, _ deliver: (TableReader.Piece) throws(StageFailure) -> Void
  ) throws(StageFailure) -> TableDescription {
    if probe.byteCount < Self.threadedByteCount {
      var typing = TableTyping(self, opening)
      try scan { (piece) throws(StageFailure) in
        try typing.add(piece, deliver)
        return true
      }
      try typing.finish(deliver)
      return opening.description(typing.answers)
    }
    let pieces = Conveyor<Step<ScannedPiece>>(capacity: 8)
    let products = Conveyor<Step<Product>>(capacity: 1)
    // What waits is dropped when the delivery fails, so that both threads end.
    defer { products.close() }
    DispatchQueue(label: "rows").async { scan(to: pieces) }
    DispatchQueue(label: "records").async { type(opening, from: pieces, to: products) }
    var answers = TableDescription.Answers.none
    while let product = products.take() {
      switch try product.get() {
      case .piece(let piece): try deliver(piece)
      case .answers(let found): answers = found
      }
    }
    return opening.description(answers)
  }

  /// Divides the rows.
  ///
  /// - Parameter deliver: takes each piece; false ends the reading.
  private func scan(_ deliver: (ScannedPiece) throws(StageFailure) -> Bool) throws(StageFailure) {
    var reader = try TableReader(source, probe, label: label, form: form, options: options, sheet: sheet)
    guard let opening = try reader.readHeader().opening else { return }
    var scan = RowScan(opening, options: options)
    while let piece = try reader.next(opening, &scan) {
      if try !deliver(piece) { return }
    }
  }

  private func scan(to pieces: Conveyor<Step<ScannedPiece>>) {
    do throws(StageFailure) {
      try scan { (piece) throws(StageFailure) in pieces.give(.success(piece)) }
    } catch {
      _ = pieces.give(.failure(error))
    }
    pieces.finish()
  }

  private func type(
    _ opening: TableOpening, from pieces: Conveyor<Step<ScannedPiece>>, to products: Conveyor<Step<Product>>
  ) {
    defer {
      pieces.close()
      products.finish()
    }
    var typing = TableTyping(self, opening)
    var isWanted = true
    func hand(_ piece: TableReader.Piece) { isWanted = isWanted && products.give(.success(.piece(piece))) }
    do throws(StageFailure) {
      while isWanted, let step = pieces.take() { try typing.add(try step.get(), hand) }
      if isWanted { try typing.finish(hand) }
      if isWanted { _ = products.give(.success(.answers(typing.answers))) }
    } catch {
      _ = products.give(.failure(error))
    }
  }
}

/// Types the rows of a table.
private struct TableTyping {
  private let stages: TableStages
  private let opening: TableOpening
  private let undecided: [Int: [Int]]
  private var collector: RowCollector
  /// By repeat whose rows stand in columns of their records; the records themselves are -1.
  private var surveyed: [Int: [Int: NotationEvidence]] = [:]

  init(_ stages: TableStages, _ opening: TableOpening) {
    self.stages = stages
    self.opening = opening
    collector = RowCollector(opening, stages.form)
    undecided = collector.undecided
  }

  /// What the cells of choices held so far.
  var answers: TableDescription.Answers { collector.answers }

  /// Adds rows, and delivers them when a batch is full.
  mutating func add(
    _ piece: ScannedPiece, _ deliver: (TableReader.Piece) throws(StageFailure) -> Void
  ) throws(StageFailure) {
    if !piece.held.isEmpty { try deliver(.held(piece.held)) }
    var found = surveyed
    try collector.add(piece.block) { (repeated) throws(StageFailure) in
      if let known = found[repeated ?? -1] { return known }
      let rows = repeated.map { opening.plan.flattened[$0] }
      let evidence = try TableReader.survey(
        stages.source, opening, columns: rows?.undecided ?? undecided, rows?.form ?? stages.form,
        limit: stages.options.recordByteLimit)
      found[repeated ?? -1] = evidence
      return evidence
    }
    surveyed = found
    if piece.endsBatch, collector.count > 0 { try deliver(.run(collector.finish())) }
  }

  /// Delivers the last rows, and what is doubtful about the table.
  mutating func finish(_ deliver: (TableReader.Piece) throws(StageFailure) -> Void) throws(StageFailure) {
    if collector.count > 0 { try deliver(.run(collector.finish())) }
    for (field, evidence) in (surveyed[-1] ?? [:]).sorted(by: { $0.key < $1.key })
    where evidence.openCount > 0 && collector.isAmbiguous(field) {
      let own = stages.form.layout.fields[field]
      let code: DiagnosticCode =
        own.storage == .integer || own.storage == .decimal ? .numbersAmbiguous : .datesAmbiguous
      let count = ["count": String(evidence.openCount)]
      try deliver(
        .note(Diagnostic(code, at: SourcePosition(file: stages.label, line: 1), field: own.name, count)))
    }
  }
}
