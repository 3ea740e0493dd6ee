import Archive
public import Diagnostics
import FileSystem
public import FormDefinition
import Hashing
public import Responses

/// Takes answers in: reads sources, holds them against the form, hands them to a store, and accounts for every record.
///
/// A table is one transaction; submissions share one until it is large. A source whose bytes were taken in before is
/// not read again. Bad records are kept apart and reported; only an operation that fails throws.
public final class IngestSession {
  private let form: Form
  let layout: RecordLayout
  let writer: any RecordWriter
  let options: IngestOptions
  private var submissions: SubmissionReader
  lazy var tableForm = TableForm(form: form, layout: layout, mapping: options.mapping)
  var admission: RecordAdmission
  var log: FindingLog
  var hasher = SHA256()
  private var group: SubmissionGroup?
  private var report = IngestReport()
  private var sourceCount = 0
  private var versionsNoted: Set<String> = []
  private var progress: ((IngestProgress) -> Void)?

  /// Begins a session; nothing is read yet.
  ///
  /// - Throws: when the problems file cannot be written.
  public init(
    form: Form, layout: RecordLayout, writer: any RecordWriter, options: IngestOptions = IngestOptions()
  ) throws(StageFailure) {
    self.form = form
    self.layout = layout
    self.writer = writer
    self.options = options
    submissions = SubmissionReader(form: form, layout: layout)
    admission = RecordAdmission(form: form, layout: layout, options: options)
    log = try FindingLog(perCode: options.diagnosticsPerCode, problemsPath: options.problemsPath)
    report.isDryRun = options.isDryRun
    for rule in admission.unjudgedRules {
      try log.add(
        Diagnostic(
          .ruleNotJudged, at: SourcePosition(file: form.source), field: rule.question, ["column": rule.column]))
    }
  }

  /// Takes in files, and the `.xml`, `.csv`, `.tsv`, `.txt` and `.zip` files of folders, however deep.
  ///
  /// - Parameters:
  ///   - paths: files and folders, in the order in which they are read.
  ///   - progress: told after each source.
  /// - Throws: when a named file is missing, the store fails, or the accounting does not balance (our fault).
  public func ingest(
    paths: [String], progress: ((IngestProgress) -> Void)? = nil
  ) throws(StageFailure) -> IngestReport {
    self.progress = progress
    for path in paths where fileStatus(at: path) == nil {
      throw StageFailure(
        Diagnostic(.fileMissing, at: SourcePosition(file: path.printable)), exitCode: .missingInput)
    }
    return try guarded { () throws(StageFailure) in
      for path in paths {
        if fileStatus(at: path)?.kind == .folder {
          let found = try files(under: path).filter { SourceKind(name: $0) != nil }
          sourceCount += found.count
          for file in found { try takeIn(path: file) }
        } else {
          sourceCount += 1
          try takeIn(path: path)
        }
      }
    }
  }

  /// Takes in one source that lies in memory.
  ///
  /// - Parameters:
  ///   - bytes: its bytes.
  ///   - label: what it is called in findings and in the store.
  ///   - kind: how it is read; nil: told by the ending of the label, else by the first bytes.
  public func ingest(bytes: [UInt8], label: String, kind: SourceKind? = nil) throws(StageFailure) -> IngestReport {
    try guarded { () throws(StageFailure) in
      sourceCount += 1
      try takeIn(bytes, label: label, kind: kind ?? SourceKind(name: label) ?? SourceKind(content: bytes))
    }
  }

  /// Takes in submissions that lie in memory, many in one transaction.
  public func ingest(submissions: [(label: String, bytes: [UInt8])]) throws(StageFailure) -> IngestReport {
    try guarded { () throws(StageFailure) in
      sourceCount += submissions.count
      for submission in submissions { try takeIn(submission.bytes, label: submission.label, kind: .submission) }
    }
  }

  /// Runs a body, ends what it began, and gives the report; a failure undoes the open transaction.
  private func guarded(_ body: () throws(StageFailure) -> Void) throws(StageFailure) -> IngestReport {
    do {
      try body()
      try closeGroup()
    } catch {
      if group != nil { writer.rollBack() }
      group = nil
      try log.finish()
      throw error
    }
    try log.finish()
    report.diagnostics = log.kept
    report.findingCounts = log.totals
    guard report.total.balances else { throw unbalanced(report.total) }
    return report
  }

  private func takeIn(path: String) throws(StageFailure) {
    let kind = SourceKind(name: path)
    if kind == .table {
      try closeGroup()
      guard try open(path) != nil else { return }
      try takeInTable(.file(path), label: path)
    } else {
      let bytes: [UInt8]
      do {
        bytes = try readFile(at: path, limit: kind == .submission ? options.submissionByteLimit : Int(Int32.max))
      } catch {
        return try refuse(path, error.diagnostics)
      }
      try takeIn(bytes, label: path, kind: kind ?? SourceKind(content: bytes))
    }
  }

  /// Opens a file; one that cannot be read is reported, and the others are still taken in.
  private func open(_ path: String) throws(StageFailure) -> FileReader? {
    do {
      return try FileReader(at: path)
    } catch {
      try refuse(path, error.diagnostics)
      return nil
    }
  }

  private func takeIn(_ bytes: [UInt8], label: String, kind: SourceKind?) throws(StageFailure) {
    switch kind {
    case .submission: try takeInSubmission(bytes, label)
    case .archive: try takeInArchive(bytes, label)
    case .workbook: try takeInWorkbook(bytes, label)
    case .table:
      try closeGroup()
      try takeInTable(.memory(bytes), label: label)
    case nil: try refuse(label, [Diagnostic(.sourceKindUnknown, at: SourcePosition(file: label))])
    }
  }

  private func describe(_ bytes: [UInt8], _ label: String, _ kind: SourceKind) -> SourceDescription {
    hasher.update(bytes)
    return SourceDescription(
      label: label, sha256: hexadecimal(hasher.finish()), byteCount: bytes.count, kind: kind.rawValue)
  }

  // MARK: Archives

  private func takeInArchive(_ bytes: [UInt8], _ label: String) throws(StageFailure) {
    let archive: ZipArchive
    do {
      archive = try ZipArchive(bytes: bytes)
    } catch {
      return try refuse(label, [Diagnostic(.archiveUnreadable, at: SourcePosition(file: label))])
    }
    // A workbook is an archive too, whatever it is called.
    if archive.holdsWorkbook { return try takeInWorkbook(bytes, label) }
    let members = archive.members().filter { !$0.isFolder }
    let readable = members.filter { member in
      // Archives within archives are not opened: that is how bombs are nested.
      SourceKind(name: member.name).map { $0 != .archive } ?? false
    }
    if readable.isEmpty {
      return try refuse(label, [Diagnostic(.sourceKindUnknown, at: SourcePosition(file: label))])
    }
    sourceCount += readable.count - 1
    for member in readable {
      let memberLabel = "\(label)!/\(member.name.printable)"
      let unpacked: [UInt8]
      do {
        unpacked = try archive.bytes(of: member)
      } catch {
        let reason = ["reason": String(describing: error)]
        try refuse(memberLabel, [Diagnostic(.memberRefused, at: SourcePosition(file: memberLabel), reason)])
        continue
      }
      try takeIn(unpacked, label: memberLabel, kind: SourceKind(name: member.name))
    }
  }

  // MARK: Submissions

  private func takeInSubmission(_ bytes: [UInt8], _ label: String) throws(StageFailure) {
    if group == nil {
      try writer.begin()
      group = SubmissionGroup(layout: layout)
    }
    let description = describe(bytes, label, .submission)
    guard options.revisions?.concern(description.sha256) ?? true else { return }
    if let known = try writer.accounting(ofSourceWithSHA256: description.sha256) {
      return try noteUnchanged(label, known)
    }
    guard let position = group?.open(description) else { return }
    let reading = submissions.read(bytes, label: label)
    try note(reading.version, label)
    if reading.isReadable {
      try append(reading, bytes, description, position)
    } else {
      var diagnostics = reading.diagnostics
      for index in diagnostics.indices { diagnostics[index].record = "1" }
      group?.held.append(
        HeldRecord(
          disposition: .quarantined, key: String(decoding: reading.key, as: UTF8.self), recordNumber: 1,
          original: bytes, diagnostics: diagnostics, sourceIndex: position))
    }
    if group?.isFull ?? false { try closeGroup() }
  }

  private func append(
    _ reading: SubmissionReader.Reading, _ bytes: [UInt8], _ description: SourceDescription, _ position: Int
  ) throws(StageFailure) {
    guard var group = group.take() else { return }
    let row = group.run.count
    group.run.faults += submissions.append(to: &group.builders, counts: &group.counts, row: row)
    for diagnostic in reading.diagnostics {
      var own = diagnostic
      own.record = "1"
      group.run.findings.append((row, own))
    }
    if reading.key.isEmpty {
      group.run.keys.append(Array("sha256:\(description.sha256)".utf8))
      group.run.findings.append(
        (row, Diagnostic(.submissionWithoutIdentifier, at: SourcePosition(file: description.label), record: "1")))
    } else {
      group.run.keys.append(reading.key)
    }
    group.run.edits[row] = reading.edit
    group.run.numbers.append(1)
    group.run.lines.append(0)
    group.run.sources.append(UInt32(position))
    group.run.original.append(contentsOf: bytes)
    group.run.originalEnds.append(group.run.original.count)
    self.group = group
  }

  /// Says once for each version that submissions are of another one than the form.
  private func note(_ version: String?, _ label: String) throws(StageFailure) {
    guard let version, version != form.version, versionsNoted.count < 100, versionsNoted.insert(version).inserted
    else { return }
    try log.add(
      Diagnostic(
        .versionDiffers, at: SourcePosition(file: label), ["found": version.printable, "expected": form.version]))
  }

  /// Takes in the submissions collected and ends their transaction.
  func closeGroup() throws(StageFailure) {
    guard var group = group.take() else { return }
    do {
      guard !group.descriptions.isEmpty else {
        writer.rollBack()
        return
      }
      try writer.openSources(group.descriptions)
      var sources = OpenSources(group.descriptions)
      let kept = try withoutErased(group.held, &sources)
      for record in kept {
        sources.accountings[record.sourceIndex].read += 1
        sources.accountings[record.sourceIndex].quarantined += 1
        for diagnostic in record.diagnostics { try log.add(diagnostic, key: record.key) }
      }
      if !kept.isEmpty { try writer.hold(kept) }
      group.finishColumns()
      try admission.admit(group.run, keepsOriginals: true, &sources, writer, &log)
      try close(sources)
      for copy in group.copies { try noteUnchanged(copy.label, sources.accountings[copy.of]) }
    } catch {
      writer.rollBack()
      throw error
    }
  }

  /// The held records without those whose person had them erased: they are counted as rejected and not kept.
  private func withoutErased(
    _ records: [HeldRecord], _ sources: inout OpenSources
  ) throws(StageFailure) -> [HeldRecord] {
    var keys = TextColumn()
    for record in records { keys.append(Array(record.key.utf8)) }
    guard !records.isEmpty, let erased = try writer.erased(keys) else { return records }
    for (record, isErased) in zip(records, erased) where isErased {
      sources.accountings[record.sourceIndex].read += 1
      sources.accountings[record.sourceIndex].rejected += 1
    }
    return zip(records, erased).filter { !$1 }.map(\.0)
  }

  // MARK: Accounting

  func close(_ sources: OpenSources, table: TableDescription? = nil) throws(StageFailure) {
    for accounting in sources.accountings where !accounting.balances { throw unbalanced(accounting) }
    try writer.closeSources(sources.accountings)
    if options.isDryRun { writer.rollBack() } else { try writer.commit() }
    for (description, accounting) in zip(sources.descriptions, sources.accountings) {
      add(SourceReport(label: description.label, status: .taken, accounting: accounting, table: table))
    }
  }

  /// Counts a source that was taken in before: what was accepted then is identical now.
  func noteUnchanged(_ label: String, _ known: IngestAccounting) throws(StageFailure) {
    var accounting = known
    accounting.identical += accounting.accepted
    accounting.accepted = 0
    try log.add(Diagnostic(.sourceUnchanged, at: SourcePosition(file: label)))
    add(SourceReport(label: label, status: .unchanged, accounting: accounting))
  }

  func refuse(_ label: String, _ diagnostics: [Diagnostic]) throws(StageFailure) {
    for diagnostic in diagnostics { try log.add(diagnostic) }
    add(SourceReport(label: label, status: .unusable, accounting: IngestAccounting()))
  }

  private func add(_ source: SourceReport) {
    report.sources.append(source)
    report.total += source.accounting
    progress?(
      IngestProgress(
        sourcesDone: report.sources.count, sourceCount: max(sourceCount, report.sources.count),
        recordsRead: report.total.read))
  }

  private func unbalanced(_ accounting: IngestAccounting) -> StageFailure {
    let sum =
      accounting.accepted + accounting.identical + accounting.quarantined + accounting.rejected + accounting.declined
      + accounting.withheld
    return StageFailure(
      Diagnostic(.accountingUnbalanced, ["read": String(accounting.read), "sum": String(sum)]),
      exitCode: .internalFault)
  }
}
