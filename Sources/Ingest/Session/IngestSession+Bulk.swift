import Diagnostics
import FileSystem
import FormDefinition
import Hashing
import Responses

extension IngestSession {
  /// The size from which a file of submissions is looked at before it is read whole.
  static let largeSubmission = 1 << 20

  /// Whether bytes hold more than one submission alone.
  ///
  /// - Parameter isWhole: whether they are well-formed, so that what stands around a single submission wraps it; around
  ///   one in a damaged file stands the rest of the damage, which is kept with it.
  func holdsMany(_ bytes: [UInt8], isWhole: Bool) -> Bool {
    BulkScanner.holdsMany(bytes, form: form, options, isWhole: isWhole)
  }

  /// Whether a file holds more than one submission; it is read until that shows.
  ///
  /// - Complexity: O(bytes) for a file of one; the memory is that of the longest submission.
  func holdsMany(_ path: String) -> Bool {
    guard var reader = try? FileReader(at: path) else { return false }
    var scanner = BulkScanner(form: form.identifier, limit: options.submissionByteLimit)
    while let bytes = try? reader.next(options.blockByteCount) {
      scanner.append(bytes)
      if scanner.findsMany() { return true }
      if bytes.isEmpty { break }
    }
    return false
  }

  /// Takes in a file of many submissions, as one source and one transaction; each is a record of its own.
  func takeInBulk(_ source: TableSource, _ label: String) throws(StageFailure) {
    try closeGroup()
    let status = source.status
    let description = try describe(source, label)
    try writer.begin()
    do {
      if let known = try writer.accounting(ofSourceWithSHA256: description.sha256) {
        writer.rollBack()
        return try noteUnchanged(label, known)
      }
      try writer.openSource(description)
      var sources = OpenSources([description])
      try readBulk(source, description, &sources)
      guard source.status == status else {
        writer.rollBack()
        admission.quality?.forget()
        return try refuse(label, [Diagnostic(.sourceChanged, at: SourcePosition(file: label))])
      }
      try close(sources)
    } catch {
      writer.rollBack()
      throw error
    }
  }

  private func describe(_ source: TableSource, _ label: String) throws(StageFailure) -> SourceDescription {
    var feed = try source.open()
    var count = 0
    while true {
      let chunk = try feed.next(1 << 20)
      if chunk.isEmpty { break }
      count += chunk.count
      hasher.update(chunk)
    }
    return SourceDescription(
      label: label, sha256: hexadecimal(hasher.finish()), byteCount: count, kind: SourceKind.bulkName)
  }

  private func readBulk(
    _ source: TableSource, _ description: SourceDescription, _ sources: inout OpenSources
  ) throws(StageFailure) {
    var feed = try source.open()
    var scanner = BulkScanner(form: form.identifier, limit: options.submissionByteLimit)
    var group = SubmissionGroup(layout: layout)
    _ = group.open(description)
    var number = 0
    while true {
      switch scanner.next() {
      case .needsMore: scanner.append(try feed.next(options.blockByteCount))
      case .end: return try admit(&group, &sources)
      case .submission(let bytes, let line):
        number += 1
        let reading = submissions.read(bytes, label: description.label)
        try note(reading.version, description.label)
        if reading.isReadable {
          hasher.update(bytes)
          let place = (source: 0, number: number, line: line, sha256: hexadecimal(hasher.finish()))
          group.append(reading, of: submissions, bytes, at: place)
        } else {
          group.hold(reading, bytes, source: 0, number: number, line: line)
        }
        group.byteCount += bytes.count
      case .rest(let bytes, let line, let submissionCount):
        number += 1
        var reading = SubmissionReader.Reading()
        let facts = ["bytes": String(bytes.count), "count": String(submissionCount)]
        reading.diagnostics = [Diagnostic(.bulkRest, at: SourcePosition(file: description.label, line: 1), facts)]
        group.hold(reading, bytes, source: 0, number: number, line: line)
        group.byteCount += bytes.count
      }
      guard group.byteCount >= 8 << 20 || group.run.count + group.held.count >= 4096 else { continue }
      try admit(&group, &sources)
      group = SubmissionGroup(layout: layout)
      _ = group.open(description)
    }
  }

  /// Hands the submissions gathered on.
  private func admit(_ group: inout SubmissionGroup, _ sources: inout OpenSources) throws(StageFailure) {
    try holdBack(group.held, &sources)
    group.finishColumns()
    try admission.admit(group.run, keepsOriginals: true, &sources, writer, &log)
  }
}

extension BulkScanner {
  /// Whether the bytes handed in show more than one submission.
  ///
  /// - Parameter countsWrapper: whether one submission inside another element is enough.
  mutating func findsMany(countsWrapper: Bool = true) -> Bool {
    while countsWrapper ? !isBulk : submissionCount < 2 {
      switch next() {
      case .submission: continue
      case .rest, .needsMore, .end: return countsWrapper ? isBulk : submissionCount > 1
      }
    }
    return true
  }
}

extension BulkScanner {
  /// Whether bytes hold more than one submission alone.
  ///
  /// - Parameter isWhole: whether they are well-formed, so that what stands around a single submission wraps it.
  static func holdsMany(_ bytes: [UInt8], form: Form, _ options: IngestOptions, isWhole: Bool) -> Bool {
    guard !bytes.isEmpty else { return false }
    var scanner = BulkScanner(form: form.identifier, limit: options.submissionByteLimit)
    scanner.append(bytes)
    scanner.append([])
    return scanner.findsMany(countsWrapper: isWhole)
  }
}
