import Diagnostics
import Responses

/// The rows of a form's repeats that stand in tables of their own, beside a table of records.
struct RepeatTables {
  private let layout: RecordLayout
  /// By repeat; nil for those without a table.
  private let tables: [RepeatTable?]
  /// By repeat, run and row, whether a record has the row.
  private var isTaken: [[[Bool]]]
  /// By repeat and damaged row, whether a record is held because of it.
  private var isNoted: [[Bool]]
  /// How many rows may still be given to a second record with the same key: hostile tables name one key again and again.
  private var copyBudget: Int
  /// By repeat, the damaged rows by whom they may name.
  private let damaged: [[[UInt8]: [Int]]]

  init(_ layout: RecordLayout, _ tables: [RepeatTable]) {
    self.layout = layout
    let byRepeat = layout.repeats.indices.map { position in tables.first { $0.repeated == position } }
    self.tables = byRepeat
    copyBudget = 10_000 + byRepeat.reduce(0) { $0 + ($1?.count ?? 0) }
    isTaken = byRepeat.map { $0?.runs.map { [Bool](repeating: false, count: $0.count) } ?? [] }
    isNoted = byRepeat.map { [Bool](repeating: false, count: $0?.damaged.count ?? 0) }
    damaged = byRepeat.map { table in
      var known: [[UInt8]: [Int]] = [:]
      for (position, row) in (table?.damaged ?? []).enumerated() {
        for parent in row.parents { known[parent, default: []].append(position) }
      }
      return known
    }
  }

  /// The repeats that have no table.
  var absent: [Int] { tables.indices.filter { tables[$0] == nil } }

  /// Whether no repeat has a table.
  var isEmpty: Bool { tables.allSatisfy { $0 == nil } }

  /// How many rows could be read from each table.
  var counts: [(label: String, rows: SourceReport.Rows)] {
    tables.compactMap { table in
      table.map { ($0.label, SourceReport.Rows(group: layout.repeats[$0.repeated].name, count: $0.count)) }
    }
  }

  /// Gives the records of a run their rows, with what is wrong with these.
  mutating func fill(_ run: inout RecordRun) {
    var gathered = GatheredRows()
    var notes: [Note] = []
    var claimed: [(repeated: Int, record: Int)] = []
    for position in layout.repeats.indices {
      let outer = layout.repeats[position].parent
      let parentCount = outer.map { gathered.rows[$0].count } ?? run.count
      guard let table = tables[position] else {
        gathered.add([], counts: Array(repeating: 0, count: parentCount), records: [])
        run.present += layout.repeats[position].fields.map { _ in false }
        continue
      }
      let names = table.parents
      var rows: [GatheredRow] = []
      var counts: [UInt32] = []
      var records: [Int] = []
      for parent in 0..<parentCount {
        let record = outer.map { gathered.records[$0][parent] } ?? parent
        let key: ArraySlice<UInt8>
        if let outer, let around = tables[outer] {
          key = around.key(of: gathered.rows[outer][parent])
        } else {
          key = run.references.count > parent ? run.references.slice(parent) : []
        }
        var found = table.rows(of: key, names)
        if let first = found.first, isTaken[position][first.run][first.row] {
          // A record that is there twice has its rows twice; what only has the number of another has no rows.
          let isCopy = outer != nil || run.keys.slice(record) == run.references.slice(record)
          if isCopy, found.count <= copyBudget {
            copyBudget -= found.count
          } else {
            found = []
            claimed.append((position, record))
          }
        }
        for row in found { isTaken[position][row.run][row.row] = true }
        rows += found
        counts.append(UInt32(truncatingIfNeeded: found.count))
        records += repeatElement(record, count: found.count)
        if !damaged[position].isEmpty {
          for row in damaged[position][Array(key)] ?? [] {
            isNoted[position][row] = true
            notes.append(Note(repeated: position, damaged: row, record: record))
          }
        }
      }
      gathered.add(rows, counts: counts, records: records)
      run.present += table.runs.first?.present ?? layout.repeats[position].fields.map { _ in true }
    }
    place(gathered, notes, in: &run)
    for (position, record) in claimed {
      let number = String(run.numbers[record])
      let group = ["group": layout.repeats[position].name]
      run.findings.append(
        (
          record,
          Diagnostic(.rowsOfAnother, at: tables[position].map { SourcePosition(file: $0.label) }, record: number, group)
        ))
    }
  }

  /// A damaged row that belongs to a record.
  private struct Note: Sendable {
    var repeated: Int
    var damaged: Int
    var record: Int
  }

  private func place(_ gathered: GatheredRows, _ notes: [Note], in run: inout RecordRun) {
    run.repeats = layout.repeats.indices.map { position in
      let columns = layout.repeats[position].fields.enumerated().map { field, own -> AnswerColumn? in
        guard let table = tables[position] else { return .notShown(own, count: 0) }
        return .gathering(gathered.rows[position], from: table.runs.map { $0.columns[field] }, of: own)
      }
      return RepeatRows(counts: gathered.counts[position], columns: columns)
    }
    run.rowPlaces = layout.repeats.indices.map { position in
      RowPlaces(
        label: tables[position]?.label ?? "",
        lines: gathered.rows[position].map { tables[position]?.line(of: $0) ?? 0 })
    }
    for position in layout.repeats.indices { addFaults(of: position, gathered, to: &run) }
    for note in notes {
      for var finding in tables[note.repeated]?.damaged[note.damaged].record.diagnostics ?? [] {
        finding.record = String(run.numbers[note.record])
        run.findings.append((note.record, finding))
      }
    }
    let own = self.tables
    run.attached = { record in
      var bytes: [UInt8] = []
      for (position, table) in own.enumerated() {
        guard let table else { continue }
        for index in gathered.range(of: record, in: position) {
          let row = gathered.rows[position][index]
          bytes.append(Bytes.lineFeed)
          bytes += table.runs[row.run].original(of: row.row)
        }
        for note in notes where note.repeated == position && note.record == record {
          bytes.append(Bytes.lineFeed)
          bytes += table.damaged[note.damaged].record.original
        }
      }
      return bytes
    }
  }

  private func addFaults(of position: Int, _ gathered: GatheredRows, to run: inout RecordRun) {
    guard let table = tables[position] else { return }
    let first = layout.firstField(ofRepeat: position)
    for (index, row) in gathered.rows[position].enumerated() {
      let record = gathered.records[position][index]
      for (fault, line, column) in table.faults(of: row) {
        let ordinal = first + fault.field
        run.unread.insert([record, ordinal, index])
        run.findings.append(
          (
            record,
            Diagnostic(
              fault.fault.code, at: SourcePosition(file: table.label, line: line, column: column),
              record: String(run.numbers[record]), field: layout.name(ofField: ordinal, row: index, in: run.repeats),
              restrictedValue: fault.found)
          ))
      }
      if table.repeatedKeys.contains(row) {
        let place = SourcePosition(file: table.label, line: Int(table.line(of: row)))
        let group = ["group": layout.repeats[position].name]
        run.findings.append(
          (record, Diagnostic(.rowKeyRepeated, at: place, record: String(run.numbers[record]), group)))
      }
    }
  }

  /// What no record has: one held record for each one that is missing, with all rows that name it, and one for each row
  /// that names nobody.
  ///
  /// - Complexity: O(rows); memory for the bytes of those rows.
  func leftOver() -> [HeldRecord] {
    var held: [HeldRecord] = []
    var known: [Root: Int] = [:]
    for (position, table) in tables.enumerated() {
      guard let table else { continue }
      for (number, run) in table.runs.enumerated() {
        for index in 0..<run.count where !isTaken[position][number][index] {
          let row = GatheredRow(run: number, row: index)
          let root = root(of: row, in: position)
          let isNameless = root.key.isEmpty
          let place = SourcePosition(file: table.label, line: Int(table.line(of: row)))
          let finding = Diagnostic(
            isNameless ? .rowWithoutParent : .rowWithoutRecord, at: place, record: String(run.numbers[index]),
            ["group": layout.repeats[position].name])
          if !isNameless, let other = known[root] {
            held[other].original += [Bytes.lineFeed] + run.original(of: index)
            if held[other].diagnostics.count < Self.findingsPerRecord { held[other].diagnostics.append(finding) }
            continue
          }
          if !isNameless { known[root] = held.count }
          held.append(
            HeldRecord(
              disposition: .quarantined, key: String(decoding: root.key, as: UTF8.self),
              recordNumber: Int(run.numbers[index]), original: run.original(of: index), diagnostics: [finding]))
        }
      }
      held += zip(table.damaged, isNoted[position]).filter { !$1 }.map(\.0.record)
    }
    return held
  }

  private static let findingsPerRecord = 10

  /// The record that is missing: what its rows call it, and from which table of rows.
  private struct Root: Hashable {
    var repeated: Int
    var key: [UInt8]
  }

  /// Climbs from a row to what its outermost row calls its record.
  private func root(of row: GatheredRow, in position: Int) -> Root {
    guard let table = tables[position] else { return Root(repeated: position, key: []) }
    let parent = table.parent(of: row)
    if let outer = layout.repeats[position].parent, let around = tables[outer]?.row(withKey: parent) {
      return root(of: around, in: outer)
    }
    // Rows of several repeats of one record name the same one.
    return Root(repeated: layout.repeats[position].parent == nil ? -1 : position, key: Array(parent))
  }
}

/// The rows of a run of records, repeat by repeat.
private struct GatheredRows: Sendable {
  private(set) var rows: [[GatheredRow]] = []
  private(set) var counts: [[UInt32]] = []
  /// The record of each row.
  private(set) var records: [[Int]] = []

  mutating func add(_ rows: [GatheredRow], counts: [UInt32], records: [Int]) {
    self.rows.append(rows)
    self.counts.append(counts)
    self.records.append(records)
  }

  /// Which rows of a repeat belong to a record: they lie together.
  func range(of record: Int, in position: Int) -> Range<Int> {
    let own = records[position]
    func start(_ wanted: Int) -> Int {
      var low = 0
      var high = own.count
      while low < high {
        let middle = (low + high) / 2
        if own[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return start(record)..<start(record + 1)
  }
}
