import Diagnostics
import Responses

/// Collects the rows of repeats that stand in columns of their records.
struct FlattenedRows {
  private let repeats: [FlattenedRepeat]
  private let layout: RecordLayout
  private let missing: MissingTexts
  private(set) var collectors: [RowCollector]
  /// By repeat, how many rows each parent has, and the record of each row.
  private var counts: [[UInt32]]
  private var records: [[Int]]

  init(_ opening: TableOpening, _ layout: RecordLayout, _ missing: MissingTexts) {
    self.layout = layout
    repeats = opening.plan.flattened
    self.missing = missing
    collectors = repeats.map { repeated in
      var own = opening
      own.plan = repeated.plan
      own.headings = repeated.headings
      return RowCollector(own, repeated.form)
    }
    counts = repeats.map { _ in [] }
    records = repeats.map { _ in [] }
  }

  /// Adds the rows of a block of records.
  ///
  /// - Parameters:
  ///   - base: how many records came before.
  ///   - survey: looks at all cells of the columns of numbers and days of one of the repeats.
  mutating func add(
    _ block: ScannedBlock, after base: Int,
    survey: (_ repeated: Int) throws(StageFailure) -> [Int: NotationEvidence]
  ) throws(StageFailure) {
    var rows = repeats.map { _ in [(record: Int, instance: Int)]() }
    for record in block.rows.indices { choose(record, block, base, &rows) }
    for (position, repeated) in repeats.enumerated() {
      var cells = CellBlock(columnCount: max(repeated.headings.count, 1))
      cells.bytes = block.cells.bytes
      cells.isUTF8 = block.cells.isUTF8
      var scanned: [ScannedRow] = []
      for (record, instance) in rows[position] {
        for column in repeated.instances[instance].columns {
          let cell = column.map { record * block.cells.columnCount + $0 }
          cells.starts.append(cell.map { block.cells.starts[$0] } ?? 0)
          cells.ends.append(cell.map { block.cells.ends[$0] } ?? 0)
        }
        // The bytes are those of the record; they are not kept twice.
        var row = block.rows[record]
        row.end = row.start
        scanned.append(row)
      }
      cells.rowCount = scanned.count
      try collectors[position].add(ScannedBlock(cells: cells, rows: scanned)) { _ throws(StageFailure) in
        try survey(position)
      }
    }
  }

  /// Chooses the rows of a record: those with an answer in them or in rows inside, and empty ones between.
  private mutating func choose(
    _ record: Int, _ block: ScannedBlock, _ base: Int, _ rows: inout [[(record: Int, instance: Int)]]
  ) {
    var isThere = repeats.map { repeated in
      repeated.instances.map { instance in
        instance.columns.contains { column in
          guard let column else { return false }
          let cell = record * block.cells.columnCount + column
          let text = block.cells.bytes[Int(block.cells.starts[cell])..<Int(block.cells.ends[cell])]
          return !text.allSatisfy { $0 == 0x20 } && !missing.texts.contains(Array(text))
        }
      }
    }
    for position in repeats.indices.reversed() {
      let outer = outer(of: position)
      var last: [Int?: Bool] = [:]
      // From the last to the first: what stands before a row that is there is there.
      for (instance, own) in repeats[position].instances.enumerated().reversed() {
        if last[own.parent] ?? false { isThere[position][instance] = true }
        if isThere[position][instance] {
          last[own.parent] = true
          if let outer, let parent = own.parent { isThere[outer][parent] = true }
        }
      }
    }
    for position in repeats.indices {
      let own = repeats[position].instances
      let outer = outer(of: position)
      let parents = outer.map { outer in
        repeats[outer].instances.indices.filter { isThere[outer][$0] }.map(Optional.some)
      }
      for parent in parents ?? [nil] {
        let chosen = own.indices.filter { own[$0].parent == parent && isThere[position][$0] }
        rows[position] += chosen.map { (record, $0) }
        records[position] += chosen.map { _ in base + record }
        counts[position].append(UInt32(chosen.count))
      }
    }
  }

  /// The position among the repeats of the one around one.
  private func outer(of position: Int) -> Int? {
    guard let parent = layout.repeats[repeats[position].repeated].parent else { return nil }
    return repeats.firstIndex { $0.repeated == parent }
  }

  /// Gives a run of records the rows collected; the collectors are empty again.
  mutating func finish(_ run: inout RecordRun) {
    guard !repeats.isEmpty else { return }
    var filled: [RepeatRows] = []
    for (position, repeated) in layout.repeats.enumerated() {
      let first = layout.firstField(ofRepeat: position)
      guard let own = repeats.firstIndex(where: { $0.repeated == position }) else {
        let parents = repeated.parent.map { filled[$0].count } ?? run.count
        filled.append(
          RepeatRows(
            counts: Array(repeating: 0, count: parents), columns: repeated.fields.map { .notShown($0, count: 0) }))
        run.present += repeated.fields.map { _ in false }
        continue
      }
      let rows = collectors[own].finish()
      filled.append(RepeatRows(counts: counts[own], columns: rows.columns))
      run.present += rows.present
      for (fault, line, column) in rows.faults {
        var moved = fault
        moved.repeatRow = fault.row
        moved.row = records[own][fault.row]
        moved.field = first + fault.field
        run.faults.append((moved, line, column))
      }
      counts[own] = []
      records[own] = []
    }
    run.repeats = filled
  }
}
