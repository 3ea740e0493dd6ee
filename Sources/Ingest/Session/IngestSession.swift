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
  let form: Form
  let layout: RecordLayout
  let writer: any RecordWriter
  let options: IngestOptions
  var submissions: SubmissionReader
  private var rowForms: [Int: TableForm] = [:]
  lazy var tableForm = TableForm(form: form, layout: layout, mapping: options.mapping)
  var admission: RecordAdmission
  var log: FindingLog
  var hasher = SHA256()
  private var group: SubmissionGroup?
  /// Files that were read ahead and taken in within the open transaction: none of them is reported before it ends.
  var unsettled: [UnsettledFiles] = []
  /// When the open transaction of such files began.
  var unsettledSince = ContinuousClock.now
  var report = IngestReport()
  var sourceCount = 0
  private var versionsNoted: Set<String> = []
  var progress: ((IngestProgress) -> Void)?

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

  /// What looks for doubtful records among those that are taken in; nil: nobody does. It may be handed from session to
  /// session.
  public var quality: QualityWatch? {
    get { admission.quality }
    set { admission.quality = newValue }
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
      var wanted: [String] = []
      for path in paths {
        if fileStatus(at: path)?.kind == .folder {
          wanted += try files(under: path).filter { SourceKind(name: $0) != nil }
        } else {
          wanted.append(path)
        }
      }
      sourceCount += wanted.count
      let sets = layout.repeats.isEmpty ? TableSets(names: [], areRows: []) : try TableSets(files: wanted)
      let ahead = SubmissionsAhead(wanted, work: submissionWork)
      defer { ahead.close() }
      var index = 0
      while index < wanted.count {
        if let count = ahead.chunk(at: index) {
          let end = index + count
          try takeIn(try ahead.next(), paths: wanted[index..<end], ahead, rest: wanted.count - end)
          index += count
          continue
        }
        try settleAhead()
        let path = wanted[index]
        index += 1
        if sets.main[path] != nil { continue }
        if let unplaced = sets.unplaced.first(where: { $0.name == path }) {
          try refuse(path, [unplaced.diagnostic])
        } else {
          try takeIn(path: path, rows: sets.rows(of: path))
        }
      }
      try settleAhead()
    }
  }

  /// Takes in a table of records with the tables of rows beside it, whatever their names.
  public func ingest(tableWithRows path: String) throws(StageFailure) -> IngestReport {
    try ingest(paths: [path] + TableSets.rows(beside: path))
  }

  /// The form as a table of the rows of a repeat sees it.
  func rowForm(_ repeated: Int) -> TableForm {
    if let known = rowForms[repeated] { return known }
    let made = tableForm.ofRows(repeated)
    rowForms[repeated] = made
    return made
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
      for submission in submissions {
        try takeInSubmission(submission.bytes, submission.label, dividesBulk: false)
      }
    }
  }

  /// Runs a body, ends what it began, and gives the report; a failure undoes the open transaction.
  private func guarded(_ body: () throws(StageFailure) -> Void) throws(StageFailure) -> IngestReport {
    do {
      try body()
      try closeGroup()
    } catch {
      if group != nil || !unsettled.isEmpty { writer.rollBack() }
      group = nil
      unsettled = []
      try log.finish()
      throw error
    }
    try log.finish()
    report.diagnostics = log.kept
    report.findingCounts = log.totals
    guard report.total.balances else { throw unbalanced(report.total) }
    return report
  }

  private func takeIn(path: String, rows: [String] = []) throws(StageFailure) {
    let kind = SourceKind(name: path)
    if kind == .table {
      try closeGroup()
      for file in [path] + rows where try open(file) == nil { return }
      try takeInTable(
        TableInput(source: .file(path), label: path), rows: rows.map { TableInput(source: .file($0), label: $0) })
    } else if kind == .submission {
      try takeInSubmission(at: path)
    } else {
      let bytes: [UInt8]
      do {
        bytes = try readFile(at: path)
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
      try takeInTable(TableInput(source: .memory(bytes), label: label))
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
    let labelled = readable.map { ($0, "\(label)!/\($0.name.printable)") }
    let sets = tableSets(labelled, archive)
    for (member, name) in labelled where sets.main[name] == nil {
      if let unplaced = sets.unplaced.first(where: { $0.name == name }) {
        try refuse(name, [unplaced.diagnostic])
        continue
      }
      guard let unpacked = try unpack(member, name, archive) else { continue }
      let others = labelled.filter { sets.main[$0.1] == name }
      if others.isEmpty {
        try takeIn(unpacked, label: name, kind: SourceKind(name: member.name))
      } else if let rows = try unpackRows(others, of: name, archive) {
        try closeGroup()
        try takeInTable(TableInput(source: .memory(unpacked), label: name), rows: rows)
      }
    }
  }

  // MARK: Submissions

  /// Takes in a file.
  ///
  /// - Parameter fetched: its bytes, or why they cannot be read; nil: it was not read yet.
  func takeInSubmission(at path: String, _ fetched: SubmissionWork.Fetched? = nil) throws(StageFailure) {
    switch fetched {
    case .success(let (bytes, sha256)?):
      return try takeInSubmission(bytes, path, SourceDescription(submission: path, bytes, sha256: sha256))
    case .failure(let failure): return try refuse(path, failure.diagnostics)
    case .success(nil), nil: break
    }
    if (fileStatus(at: path)?.byteCount ?? 0) > Self.largeSubmission, holdsMany(path) {
      return try takeInBulk(.file(path), path)
    }
    let bytes: [UInt8]
    do {
      bytes = try readFile(at: path, limit: options.submissionByteLimit)
    } catch {
      return try refuse(path, error.diagnostics)
    }
    try takeInSubmission(bytes, path)
  }

  /// Takes in a submission.
  ///
  /// - Parameter description: what the source is; nil: not yet known.
  private func takeInSubmission(
    _ bytes: [UInt8], _ label: String, _ description: SourceDescription? = nil, dividesBulk: Bool = true
  ) throws(StageFailure) {
    if group == nil {
      try writer.begin()
      group = SubmissionGroup(layout: layout)
    }
    let description = description ?? describe(bytes, label, .submission)
    guard options.revisions?.concern(description.sha256) ?? true else { return }
    if let known = try writer.accounting(ofSourceWithSHA256: description.sha256) {
      return try noteUnchanged(label, known)
    }
    let reading = submissions.read(bytes, label: label)
    let isWhole = reading.diagnostics.contains { $0.code == .submissionOtherForm }
    if !reading.isReadable, dividesBulk, holdsMany(bytes, isWhole: isWhole) {
      return try takeInBulk(.memory(bytes), label)
    }
    guard let position = group?.open(description) else { return }
    try note(reading.version, label)
    if reading.isReadable {
      group?.append(reading, of: submissions, bytes, at: (position, 1, 0, description.sha256))
    } else {
      group?.hold(reading, bytes, source: position, number: 1)
    }
    if group?.isFull ?? false { try closeGroup() }
  }

  /// Says once for each version that submissions are of another one than the form.
  func note(_ version: String?, _ label: String) throws(StageFailure) {
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
      try holdBack(group.held, &sources)
      group.finishColumns()
      try admission.admit(group.run, keepsOriginals: true, &sources, writer, &log)
      try close(sources)
      for copy in group.copies { try noteUnchanged(copy.label, sources.accountings[copy.of]) }
    } catch {
      writer.rollBack()
      throw error
    }
  }

  /// Counts submissions that cannot be typed, and keeps them.
  func holdBack(_ records: [HeldRecord], _ sources: inout OpenSources) throws(StageFailure) {
    let kept = try withoutErased(records, &sources)
    for record in kept {
      sources.accountings[record.sourceIndex].read += 1
      sources.accountings[record.sourceIndex].quarantined += 1
      for diagnostic in record.diagnostics { try log.add(diagnostic, key: record.key) }
    }
    if !kept.isEmpty { try writer.hold(kept) }
  }

  /// The held records without those whose person had them erased: they are counted as rejected and not kept.
  func withoutErased(
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
}
