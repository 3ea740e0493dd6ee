import Responses

/// Turns scanned rows into a run of typed records.
struct RowCollector {
  private let plan: TablePlan
  private let layout: RecordLayout
  private let missing: MissingTexts
  private let present: [Bool]
  private var builders: [ColumnBuilder]
  private var run: RecordRun

  /// Findings kept per record: one record with many faults says enough.
  private static let faultsPerRecord = 10

  init(plan: TablePlan, layout: RecordLayout, missing: [String]) {
    self.plan = plan
    self.layout = layout
    self.missing = MissingTexts(missing)
    builders = layout.fields.map(ColumnBuilder.init)
    present = plan.origins.map { $0 != .absent }
    run = RecordRun(columns: [], present: present)
  }

  /// The number of records collected.
  var count: Int { run.count }

  /// The bytes of the records collected.
  var byteCount: Int { run.original.count }

  /// Adds the good rows of a block.
  mutating func add(_ block: ScannedBlock) {
    let base = run.count
    var faults: [CellFault] = []
    for field in builders.indices {
      switch plan.origins[field] {
      case .absent: for _ in block.rows { builders[field].append(missing: .notShown) }
      case .column(let column):
        builders[field].append(column: column, of: block.cells, missing: missing, field: field, faults: &faults)
      case .ticks(let ticks): addTicks(ticks, block, field, &faults)
      }
    }
    for (index, row) in block.rows.enumerated() {
      run.numbers.append(UInt32(truncatingIfNeeded: row.number))
      run.lines.append(UInt32(truncatingIfNeeded: row.line))
      run.sources.append(0)
      run.original.append(contentsOf: block.cells.bytes[row.start..<row.end])
      run.originalEnds.append(run.original.count)
      addKey(index, block, base + index)
    }
    add(faults, block, base)
  }

  /// The run collected; the collector is empty again.
  mutating func finish() -> RecordRun {
    var done = RecordRun(columns: [], present: present)
    swap(&done, &run)
    for field in builders.indices { done.columns.append(builders[field].finish()) }
    return done
  }

  private mutating func addKey(_ row: Int, _ block: ScannedBlock, _ record: Int) {
    guard let column = plan.key else {
      run.keys.append(EmptyCollection())
      return
    }
    let cell = row * block.cells.columnCount + column
    var range = Int(block.cells.starts[cell])..<Int(block.cells.ends[cell])
    while let first = range.first, block.cells.bytes[first] == 0x20 { range = (first + 1)..<range.upperBound }
    while let last = range.last, block.cells.bytes[last] == 0x20 { range = range.lowerBound..<last }
    run.keys.append(block.cells.bytes[range])
    if range.isEmpty { run.keyless.append(record) }
  }

  private mutating func addTicks(
    _ ticks: [TablePlan.Tick], _ block: ScannedBlock, _ field: Int, _ faults: inout [CellFault]
  ) {
    for row in block.rows.indices {
      var ticked: [Int] = []
      for tick in ticks {
        let cell = row * block.cells.columnCount + tick.column
        let text = block.cells.bytes[Int(block.cells.starts[cell])..<Int(block.cells.ends[cell])]
        switch String(decoding: text, as: UTF8.self) {
        case "1", "TRUE", "True", "true": ticked.append(tick.choice)
        case "", "0", "FALSE", "False", "false": continue
        case let other where missing.texts.contains(Array(other.utf8)): continue
        case let other: faults.append(CellFault(row: row, field: field, fault: .notATick, found: other))
        }
      }
      builders[field].append(ticked: ticked)
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
      run.faults.append((moved, row.line, column(of: fault, row, block)))
    }
  }

  /// The character of its line at which a cell begins; nil when it is not written there as it is read.
  private func column(of fault: CellFault, _ row: ScannedRow, _ block: ScannedBlock) -> Int? {
    guard case .column(let column) = plan.origins[fault.field] else { return nil }
    let start = Int(block.cells.starts[fault.row * block.cells.columnCount + column])
    guard start >= row.start, start <= row.end else { return nil }
    let before = block.cells.bytes[row.start..<start]
    let line = before.lastIndex(of: Bytes.lineFeed).map { $0 + 1 } ?? row.start
    return before[line...].count { $0 & 0xC0 != 0x80 } + 1
  }
}
