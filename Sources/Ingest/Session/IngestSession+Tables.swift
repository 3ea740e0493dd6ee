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
    let counts = workbook.sheets.map { tableForm.matchCount($0) }
    let most = counts.max() ?? 0
    guard most > 0 else { return try refuse(label, workbook.refusal(label, layout.formIdentifier)) }
    var isFirst = true
    for (sheet, count) in zip(workbook.sheets, counts) {
      // Lists and summaries may have a heading or two in common with the form.
      guard count * 2 >= most || sheet.holdsRepeat else {
        try log.add(Diagnostic(.sheetLeft, at: SourcePosition(file: label, sheet: sheet.name), ["sheet": sheet.name]))
        continue
      }
      for diagnostic in sheet.diagnostics { try log.add(diagnostic) }
      hasher.update(bytes)
      if !isFirst { hasher.update(Array("!/\(sheet.name)".utf8)) }
      isFirst = false
      let description = SourceDescription(
        label: "\(label)!/\(sheet.name.printable)", sha256: hexadecimal(hasher.finish()), byteCount: bytes.count,
        kind: SourceKind.workbook.rawValue)
      try takeInTable(.memory(sheet.bytes), label: description.label, sheet: sheet, description)
    }
  }

  func takeInTable(
    _ source: TableSource, label: String, sheet: SheetTable? = nil, _ known: SourceDescription? = nil
  ) throws(StageFailure) {
    let status = source.status
    let probe = try TableProbe(source, hasher: &hasher)
    let described =
      known
      ?? SourceDescription(
        label: label, sha256: probe.sha256, byteCount: probe.byteCount, kind: SourceKind.table.rawValue)
    guard options.revisions?.concern(described.sha256) ?? true else { return }
    // What a mapping says about answers makes another source of the same bytes: it may answer what was asked.
    var description = described
    let reading = options.mapping.answerReading
    if !reading.isEmpty {
      hasher.update(Array(reading.utf8))
      description.sha256 += "+" + hexadecimal(hasher.finish()).prefix(16)
    }
    try writer.begin()
    do {
      if let known = try accounting(of: description.sha256, read: described.sha256) {
        writer.rollBack()
        return try noteUnchanged(description.label, known)
      }
      var reader = try TableReader(
        source, probe, label: description.label, form: tableForm, options: options, sheet: sheet)
      let header = try reader.readHeader()
      guard let opening = header.opening else {
        writer.rollBack()
        return try refuse(description.label, header.diagnostics)
      }
      for diagnostic in header.diagnostics { try log.add(diagnostic) }
      if !layout.repeats.isEmpty {
        let names = layout.repeats.map(\.name).joined(separator: ", ")
        try log.add(Diagnostic(.repeatsNotRead, at: SourcePosition(file: description.label), ["groups": names]))
      }
      if opening.encoding != .utf8 { description.kind += " " + opening.encoding.name }
      try writer.openSource(description)
      var sources = OpenSources([description])
      let stages = TableStages(
        source: source, probe: probe, label: description.label, form: tableForm, options: options, sheet: sheet)
      let table = try stages.read(opening) { (piece) throws(StageFailure) in
        switch piece {
        case .run(let run):
          try admission.admit(run, keepsOriginals: false, &sources, writer, &log)
        case .held(let records):
          let records = records.filter { record, _ in
            options.revisions.map { $0[description.sha256, UInt32(clamping: record.recordNumber)] != nil } ?? true
          }
          guard !records.isEmpty else { return }
          for (record, key) in records {
            sources.accountings[0].read += 1
            sources.accountings[0].quarantined += 1
            for diagnostic in record.diagnostics { try log.add(diagnostic, key: key) }
          }
          try writer.hold(records.map(\.record))
        case .note(let finding): try log.add(finding)
        }
      }
      guard source.status == status else {
        writer.rollBack()
        return try refuse(description.label, [Diagnostic(.sourceChanged, at: SourcePosition(file: description.label))])
      }
      try close(sources, table: table)
    } catch {
      writer.rollBack()
      throw error
    }
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
