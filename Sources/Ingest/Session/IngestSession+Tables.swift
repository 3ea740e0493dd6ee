import Diagnostics
import FileSystem
import Hashing
import Responses
import TextEncoding

extension IngestSession {
  /// Takes in the sheets of a workbook that have columns of the form's questions, each as a table.
  func takeInWorkbook(_ bytes: [UInt8], _ label: String) throws(StageFailure) {
    try closeGroup()
    let workbook = WorkbookTables(bytes, label: label)
    for diagnostic in workbook.diagnostics { try log.add(diagnostic) }
    let rows = layout.repeats.isEmpty ? [] : workbook.sheets.filter(\.holdsRows)
    let sheets = workbook.sheets.filter { sheet in !rows.contains { $0.name == sheet.name } }
    let counts = sheets.map { tableForm.matchCount($0) }
    let most = counts.max() ?? 0
    guard most > 0 else { return try refuse(label, workbook.refusal(label, layout.formIdentifier)) }
    let taken = zip(sheets, counts).filter { $1 * 2 >= most }.map(\.0)
    // Lists and summaries may have a heading or two in common with the form.
    for (sheet, count) in zip(sheets, counts) where count * 2 < most {
      try log.add(Diagnostic(.sheetLeft, at: SourcePosition(file: label, sheet: sheet.name), ["sheet": sheet.name]))
    }
    let sets = TableSets(
      names: taken.map { name($0, in: label) } + rows.map { name($0, in: label) },
      areRows: taken.map { _ in false } + rows.map { _ in true })
    for finding in sets.unplaced { try refuse(finding.name, [finding.diagnostic]) }
    for (number, sheet) in taken.enumerated() {
      for diagnostic in sheet.diagnostics { try log.add(diagnostic) }
      hasher.update(bytes)
      if number > 0 { hasher.update(Array("!/\(sheet.name)".utf8)) }
      let input = input(sheet, in: label)
      let description = SourceDescription(
        label: input.label, sha256: hexadecimal(hasher.finish()), byteCount: bytes.count,
        kind: SourceKind.workbook.rawValue)
      let own = rows.filter { sets.main[name($0, in: label)] == input.label }
      for diagnostic in own.flatMap(\.diagnostics) { try log.add(diagnostic) }
      try takeInTable(input, rows: own.map { self.input($0, in: label) }, description)
    }
  }

  private func name(_ sheet: SheetTable, in label: String) -> String { "\(label)!/\(sheet.name.printable)" }

  private func input(_ sheet: SheetTable, in label: String) -> TableInput {
    TableInput(source: .memory(sheet.bytes), label: name(sheet, in: label), sheet: sheet)
  }

  /// Takes in a table of records, with the tables that hold the rows of its repeats.
  ///
  /// - Parameter known: what the source is, when it is part of a file; nil: the table is the file.
  func takeInTable(
    _ input: TableInput, rows: [TableInput] = [], _ known: SourceDescription? = nil
  ) throws(StageFailure) {
    let label = input.label
    if rows.isEmpty, known == nil, try takeInOnce(input) { return }
    let inputs = try ([input] + rows).map { (input) throws(StageFailure) in try ProbedTable(input, &hasher) }
    let probe = inputs[0].probe
    var described =
      known
      ?? SourceDescription(
        label: label, sha256: probe.sha256, byteCount: probe.byteCount, kind: SourceKind.table.rawValue)
    if known == nil, !rows.isEmpty {
      // The same records with other rows are another source.
      for other in inputs.dropFirst() { hasher.update(Array(other.probe.sha256.utf8)) }
      described.sha256 += String.rowsMark + hexadecimal(hasher.finish()).prefix(16)
    }
    guard options.revisions?.concern(described.sha256) ?? true else {
      if options.revisions?.concernRows(of: probe.sha256) ?? false {
        try log.add(Diagnostic(.rowsChanged, at: SourcePosition(file: label)))
      }
      return
    }
    described.rows = rows.map(\.label)
    var description = described
    description.sha256 += readingMark
    try writer.begin()
    do {
      if let known = try accounting(of: description.sha256, read: described.sha256) {
        writer.rollBack()
        try noteUnchanged(description.label, known)
        for other in rows { try noteUnchanged(other.label, IngestAccounting()) }
        return
      }
      _ = try readTable(input, inputs, description)
    } catch {
      writer.rollBack()
      throw error
    }
  }

  /// What marks the digest of a source whose mapping says how answers are to be read: it makes another source of the same
  /// bytes, because it may answer what was asked.
  private var readingMark: String {
    let reading = options.mapping.answerReading
    guard !reading.isEmpty else { return "" }
    hasher.update(Array(reading.utf8))
    return "+" + hexadecimal(hasher.finish()).prefix(16)
  }

  /// Takes in a large table of which no source of its size is known, reading it only once: what its bytes say is compared
  /// at the end with what its beginning promised.
  ///
  /// - Returns: false, with nothing changed, when the table must be looked at before it is read.
  private func takeInOnce(_ input: TableInput) throws(StageFailure) -> Bool {
    guard case .file = input.source, let status = input.source.status, options.revisions == nil,
      options.mapping.encoding == nil, status.byteCount >= max(options.threadedByteCount, 1),
      let probe = try TableObserver.provisional(input.source, byteCount: status.byteCount)
    else { return false }
    try writer.begin()
    do {
      if try writer.mayKnowSource(ofByteCount: status.byteCount) {
        writer.rollBack()
        return false
      }
      let mark = try log.mark()
      let observer = TableObserver()
      defer { observer.close() }
      let description = SourceDescription(
        label: input.label, sha256: "", byteCount: status.byteCount, kind: SourceKind.table.rawValue)
      let table = ProbedTable(input: input, probe: probe, status: status)
      if try readTable(input, [table], description, observer) { return true }
      try log.restore(mark)
      return false
    } catch {
      writer.rollBack()
      throw error
    }
  }

  /// Reads a table in an open transaction, and ends this.
  ///
  /// - Parameters:
  ///   - inputs: the table, and those with the rows of its repeats.
  ///   - observer: what looks at the bytes while they are read; nil: they were looked at before.
  /// - Returns: false when the observer saw another thing than was promised: everything was undone but the log.
  private func readTable(
    _ input: TableInput, _ inputs: [ProbedTable], _ description: SourceDescription, _ observer: TableObserver? = nil
  ) throws(StageFailure) -> Bool {
    let label = input.label
    let probe = inputs[0].probe
    var description = description
    do {
      var reader = try TableReader(
        input.source, probe, label: label, form: tableForm, options: options, sheet: input.sheet)
      let header = try reader.readHeader()
      guard var opening = header.opening else {
        writer.rollBack()
        if observer != nil { return false }
        try refuse(label, header.diagnostics)
        return true
      }
      for diagnostic in header.diagnostics { try log.add(diagnostic) }
      guard var tables = try readRows(Array(inputs.dropFirst()), beside: &opening) else {
        writer.rollBack()
        return true
      }
      if !tables.isEmpty { opening.plan.flattened = [] }
      let inColumns = Set(opening.plan.flattened.map(\.repeated))
      let absent = tables.absent.filter { !inColumns.contains($0) }
      if !absent.isEmpty {
        let names = absent.map { layout.repeats[$0].name }.joined(separator: ", ")
        try log.add(Diagnostic(.repeatsNotRead, at: SourcePosition(file: label), ["groups": names]))
      }
      if opening.encoding != .utf8 { description.kind += " " + opening.encoding.name }
      try writer.openSource(description)
      var sources = OpenSources([description])
      let conflicts = log.count(of: .recordConflicting)
      var stages = TableStages(
        source: input.source, probe: probe, label: label, form: tableForm, options: options, sheet: input.sheet)
      stages.observer = observer
      // Rows of other tables belong to the records before these are held against the form, and so do decisions.
      if tables.isEmpty, options.revisions == nil, options.mapping.keyPrefix.isEmpty {
        stages.examiner = admission.examiner
      }
      let table = try stages.read(opening) { (piece) throws(StageFailure) in
        switch piece {
        case .run(var run):
          if !tables.isEmpty { tables.fill(&run) }
          run.put(options.mapping.keyPrefix)
          try admission.admit(run, keepsOriginals: false, &sources, writer, &log)
        case .examined(let run): try admission.admit(run, keepsOriginals: false, &sources, writer, &log)
        case .held(let records):
          let held = records.map(\.record).filter { record in
            options.revisions.map { $0[description.sha256, UInt32(clamping: record.recordNumber)] != nil } ?? true
          }
          try hold(held, &sources)
        case .note(let finding): try log.add(finding)
        }
      }
      try hold(try withoutErased(tables.leftOver(), &sources), &sources)
      for own in inputs where own.input.source.status != own.status {
        writer.rollBack()
        admission.quality?.forget()
        try refuse(label, [Diagnostic(.sourceChanged, at: SourcePosition(file: own.input.label))])
        return true
      }
      if let seen = observer?.finish() {
        guard seen.encoding == probe.encoding, !seen.hasLoneReturns, seen.byteCount == probe.byteCount else {
          writer.rollBack()
          admission.quality?.forget()
          return false
        }
        description.sha256 = seen.sha256 + readingMark
        try writer.identifySource(sha256: description.sha256)
        sources.descriptions[0] = description
      }
      let conflicting = log.count(of: .recordConflicting) - conflicts
      if let finding = numbersOfAnotherSurvey(opening, conflicting, sources.accountings[0], label) {
        writer.rollBack()
        admission.quality?.forget()
        try refuse(label, [finding])
        return true
      }
      try close(sources, table: table)
      noteRows(tables.counts)
      return true
    } catch {
      writer.rollBack()
      throw error
    }
  }

  /// Whether a table with the numbers of its program is of another survey than the records that have them: more of these
  /// have other answers than the same. Nothing of it is taken in then, or what does not collide would stay under
  /// numbers that tell nobody apart.
  private func numbersOfAnotherSurvey(
    _ opening: TableOpening, _ conflicting: Int, _ accounting: IngestAccounting, _ label: String
  ) -> Diagnostic? {
    guard opening.producer.countsRecords, options.mapping.key == nil, options.revisions == nil,
      conflicting > accounting.identical, let key = opening.plan.key
    else { return nil }
    return Diagnostic(
      .numbersOfAnotherSurvey, at: SourcePosition(file: label),
      [
        "program": opening.producer.rawValue, "count": String(conflicting), "column": opening.headings[key].printable,
      ])
  }

  /// Keeps records that could not be read, and counts them.
  private func hold(_ records: [HeldRecord], _ sources: inout OpenSources) throws(StageFailure) {
    guard !records.isEmpty else { return }
    for record in records {
      sources.accountings[0].read += 1
      sources.accountings[0].quarantined += 1
      for diagnostic in record.diagnostics { try log.add(diagnostic, key: record.key) }
    }
    try writer.hold(records)
  }

  /// What became of a table taken in before: read the same way, or without a mapping and with nothing held.
  private func accounting(of sha256: String, read plain: String) throws(StageFailure) -> IngestAccounting? {
    if let known = try writer.accounting(ofSourceWithSHA256: sha256) { return known }
    guard sha256 != plain, let known = try writer.accounting(ofSourceWithSHA256: plain), known.quarantined == 0 else {
      return nil
    }
    return known
  }
}
