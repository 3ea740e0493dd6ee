import Diagnostics
import Responses

/// Turns scanned rows into a run of typed records.
struct RowCollector {
  private let opening: TableOpening
  private let layout: RecordLayout
  let missing: MissingTexts
  private let present: [Bool]
  let others: OtherAnswers
  var builders: [ColumnBuilder]
  private(set) var run: RecordRun
  private var flattened: FlattenedRows?

  /// Findings kept per record: one record with many faults says enough.
  private static let faultsPerRecord = 10

  init(_ opening: TableOpening, _ form: TableForm) {
    self.opening = opening
    layout = form.layout
    missing = MissingTexts(form.mapping.missing + opening.producer.missing)
    builders = zip(layout.fields, form.notations(opening.producer, opening.headings, opening.plan)).map {
      ColumnBuilder($0, notation: $1)
    }
    others = OtherAnswers(layout, opening.plan, opening.producer)
    let filled = Set(others.texts.values)
    present = opening.plan.origins.enumerated().map { $0.element != .absent || filled.contains($0.offset) }
    run = RecordRun(columns: [], present: present)
    flattened = opening.plan.flattened.isEmpty ? nil : FlattenedRows(opening, layout, missing)
  }

  /// The number of records collected.
  var count: Int { run.count }

  /// The bytes of the records collected.
  var byteCount: Int { run.bytes.byteCount }

  /// The columns of numbers and days whose notation nobody has said: by field.
  var undecided: [Int: [Int]] {
    var columns: [Int: [Int]] = [:]
    for (field, origin) in opening.plan.origins.enumerated()
    where NotationEvidence.concerns(layout.fields[field].storage) {
      if case .column(let column) = origin { columns[field] = [column] }
    }
    return columns
  }

  /// What the answers read so far hold: names or labels of choices.
  var answers: TableDescription.Answers {
    let named = builders.contains { $0.namedCount > 0 }
    let labelled = builders.contains { $0.labelledCount > 0 }
    return named ? (labelled ? .both : .codes) : labelled ? .labels : .none
  }

  /// Adds the good rows of a block.
  ///
  /// - Parameter survey: looks at all cells of the columns of numbers and days, the first time one needs it: of records,
  ///   or of a repeat whose rows stand in columns of their records.
  mutating func add(
    _ block: ScannedBlock, survey: (_ repeated: Int?) throws(StageFailure) -> [Int: NotationEvidence]
  ) throws(StageFailure) {
    let base = run.count
    try flattened?.add(block, after: base) { (repeated) throws(StageFailure) in try survey(repeated) }
    var faults: [CellFault] = []
    for field in builders.indices {
      switch opening.plan.origins[field] {
      case .absent where present[field]: continue
      case .absent: for _ in block.rows { builders[field].append(missing: .notShown) }
      case .column(let column):
        if !builders[field].append(column: column, of: block.cells, missing: missing, field: field, faults: &faults) {
          decide(try survey(nil))
          // Decided columns always take their cells.
          _ = builders[field].append(column: column, of: block.cells, missing: missing, field: field, faults: &faults)
        }
      case .ticks(let ticks): addTicks(ticks, block, field, &faults)
      case .places(let places): addPlaces(places, block, field, &faults)
      case .parts(let parts): addParts(parts, block, field, &faults)
      }
    }
    if !others.texts.isEmpty { mendOthers(block.rows.count, &faults) }
    run.bytes.addText(block.cells.bytes)
    for row in block.rows {
      run.numbers.append(UInt32(truncatingIfNeeded: row.number))
      run.lines.append(UInt32(truncatingIfNeeded: row.line))
      run.bytes.addRecord(row.start..<row.end)
    }
    if opening.rowNumbers != nil {
      for (index, row) in block.rows.enumerated() {
        run.lines[base + index] = UInt32(truncatingIfNeeded: opening.line(of: row))
      }
    }
    run.sources.append(contentsOf: repeatElement(0, count: block.rows.count))
    addKeys(block, base)
    if let column = opening.plan.reference { Self.add(column, of: block, to: &run.references) }
    if let column = opening.plan.parent { Self.add(column, of: block, to: &run.parents) }
    add(faults, block, base)
  }

  /// Decides how numbers and days are written by what their columns say.
  mutating func decide(_ evidence: [Int: NotationEvidence]) {
    for (field, evidence) in evidence {
      if builders[field].notation?.decimalMark == .undecided {
        builders[field].notation?.decimalMark = evidence.decimalMark
      }
      if builders[field].notation?.dateOrder == .undecided { builders[field].notation?.dateOrder = evidence.dateOrder }
    }
  }

  /// Whether a field's notation is open though its column was looked at.
  func isAmbiguous(_ field: Int) -> Bool {
    builders[field].notation?.decimalMark == .ambiguous || builders[field].notation?.dateOrder == .ambiguous
  }

  /// The run collected; the collector is empty again.
  mutating func finish() -> RecordRun {
    var done = RecordRun(columns: [], present: present)
    swap(&done, &run)
    for field in builders.indices { done.columns.append(builders[field].finish()) }
    flattened?.finish(&done)
    return done
  }

  private mutating func addKeys(_ block: ScannedBlock, _ base: Int) {
    guard let column = opening.plan.key else {
      for _ in block.rows { run.keys.append(EmptyCollection()) }
      return
    }
    if opening.plan.edits.isEmpty {
      Self.add(column, of: block, to: &run.keys)
    } else {
      for row in block.rows.indices {
        let key = run.noteEdit(base + row, key: Self.trimmed(column, row, block), opening.plan.edits) {
          Self.trimmed($0, row, block)
        }
        run.keys.append(key)
      }
    }
    guard opening.plan.keyIsNeeded else { return }
    for record in base..<run.count where run.keys.isEmpty(at: record) { run.keyless.append(record) }
  }

  /// Adds the cells of a column, without blanks at their ends.
  private static func add(_ column: Int, of block: ScannedBlock, to texts: inout TextColumn) {
    for row in block.rows.indices { texts.append(trimmed(column, row, block)) }
  }

  /// A cell without blanks at its ends.
  private static func trimmed(_ column: Int, _ row: Int, _ block: ScannedBlock) -> ArraySlice<UInt8> {
    let cell = row * block.cells.columnCount + column
    var range = Int(block.cells.starts[cell])..<Int(block.cells.ends[cell])
    while let first = range.first, block.cells.bytes[first] == 0x20 { range = (first + 1)..<range.upperBound }
    while let last = range.last, block.cells.bytes[last] == 0x20 { range = range.lowerBound..<last }
    return block.cells.bytes[range]
  }

  private mutating func addTicks(
    _ ticks: [TablePlan.Tick], _ block: ScannedBlock, _ field: Int, _ faults: inout [CellFault]
  ) {
    let tellsBare = opening.producer.tellsBareCells
    for row in block.rows.indices {
      var ticked: [Int] = []
      var bareCount = 0
      for tick in ticks {
        let cell = row * block.cells.columnCount + tick.column
        let start = Int(block.cells.starts[cell])
        let text = block.cells.bytes[start..<Int(block.cells.ends[cell])]
        switch TickMark(text) {
        case .chosen: ticked.append(tick.choice)
        case .notChosen:
          if tellsBare, text.isEmpty, start == 0 || block.cells.bytes[start - 1] != Bytes.quote { bareCount += 1 }
        case nil where missing.texts.contains(Array(text)): continue
        case nil:
          faults.append(
            CellFault(row: row, field: field, fault: .notATick, found: String(decoding: text, as: UTF8.self)))
        }
      }
      if bareCount == ticks.count {
        builders[field].append(missing: .notShown)
      } else {
        builders[field].append(ticked: ticked)
      }
    }
  }

  /// A ranking with a column for each place: the places as one cell, in their order.
  private mutating func addPlaces(
    _ places: [Int], _ block: ScannedBlock, _ field: Int, _ faults: inout [CellFault]
  ) {
    for row in block.rows.indices {
      var ranked: [[UInt8]] = []
      for column in places where column >= 0 {
        let cell = row * block.cells.columnCount + column
        let text = Array(block.cells.bytes[Int(block.cells.starts[cell])..<Int(block.cells.ends[cell])])
        if !text.allSatisfy({ $0 == 0x20 }), !missing.texts.contains(text) { ranked.append(text) }
      }
      if let fault = builders[field].append(ranked: ranked) {
        let found = ranked.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "; ")
        faults.append(CellFault(row: row, field: field, fault: fault, found: found))
      }
    }
  }

  private mutating func add(_ faults: [CellFault], _ block: ScannedBlock, _ base: Int) {
    guard !faults.isEmpty else { return }
    var counts = [Int](repeating: 0, count: block.rows.count)
    for fault in faults {
      counts[fault.row] += 1
      guard counts[fault.row] <= Self.faultsPerRecord else { continue }
      let row = block.rows[fault.row]
      var moved = fault
      moved.row += base
      run.faults.append((moved, opening.line(of: row), column(of: fault, row, block)))
    }
  }

  /// The character of its line at which a cell begins, or the column of a sheet; nil when it is not written there as it
  /// is read.
  private func column(of fault: CellFault, _ row: ScannedRow, _ block: ScannedBlock) -> Int? {
    guard case .column(let column) = opening.plan.origins[fault.field] else { return nil }
    if opening.rowNumbers != nil { return column + 1 }
    let start = Int(block.cells.starts[fault.row * block.cells.columnCount + column])
    guard start >= row.start, start <= row.end else { return nil }
    let before = block.cells.bytes[row.start..<start]
    let line = before.lastIndex(of: Bytes.lineFeed).map { $0 + 1 } ?? row.start
    return before[line...].count { $0 & 0xC0 != 0x80 } + 1
  }
}

/// Whether one choice was chosen, as a column of its own says it.
enum TickMark {
  case chosen
  case notChosen

  /// Reads a cell; nil when it says neither.
  init?(_ cell: ArraySlice<UInt8>) {
    if cell.isEmpty { self = .notChosen; return }
    if cell.count == 1, let byte = cell.first {
      switch byte {
      case UInt8(ascii: "1"), UInt8(ascii: "Y"), UInt8(ascii: "y"), UInt8(ascii: "x"), UInt8(ascii: "X"): self = .chosen
      case UInt8(ascii: "0"), UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: " "): self = .notChosen
      default: return nil
      }
      return
    }
    guard cell.count <= 8 else { return nil }
    switch String(decoding: cell, as: UTF8.self).lowercased() {
    case "true", "yes", "có", "1.0", "1,0", "✓", "✔": self = .chosen
    case "false", "no", "không", "0.0", "0,0": self = .notChosen
    default: return nil
    }
  }
}
