import Diagnostics
import Responses

extension IngestSession {
  /// What threads do with files of submissions ahead of the session.
  var submissionWork: SubmissionWork {
    SubmissionWork(
      form: form, layout: layout, options: options, examiner: admission.examiner,
      byteLimit: min(Self.largeSubmission, options.submissionByteLimit))
  }

  /// Takes in files that were read ahead; some chunks share a transaction.
  ///
  /// - Parameter rest: how many sources follow.
  func takeIn(
    _ chunk: SubmissionWork.Chunk, paths: ArraySlice<String>, _ ahead: SubmissionsAhead, rest: Int
  ) throws(StageFailure) {
    if let group = chunk.group, let examined = chunk.examined, try takeIn(group, examined, chunk.versions) {
      ahead.isParsing = true
      try settleFullAhead(rest: rest)
      return
    }
    // Something in it is known already, or is no submission: one after the other.
    try settleAhead()
    let before = sourcesUnchanged
    for (path, fetched) in zip(paths, chunk.files) { try takeInSubmission(at: path, fetched) }
    for path in paths.dropFirst(chunk.files.count) { try takeInSubmission(at: path) }
    try closeGroup()
    // Of files that were all taken in before nothing need be parsed.
    ahead.isParsing = sourcesUnchanged - before < paths.count
  }

  /// Takes in submissions that were examined.
  ///
  /// - Returns: false, with nothing changed, when one of the files was taken in before.
  private func takeIn(
    _ group: SubmissionGroup, _ examined: ExaminedRun, _ versions: [(version: String, label: String)]
  ) throws(StageFailure) -> Bool {
    if unsettled.isEmpty {
      try closeGroup()
      try writer.begin()
      unsettledSince = .now
    }
    do {
      for digest in group.descriptions.map(\.sha256)
      where try writer.accounting(ofSourceWithSHA256: digest) != nil {
        if unsettled.isEmpty { writer.rollBack() }
        return false
      }
      for (version, label) in versions { try note(version, label) }
      try writer.openSources(group.descriptions)
      var sources = OpenSources(group.descriptions)
      try holdBack(group.held, &sources)
      try admission.admit(examined, keepsOriginals: true, &sources, writer, &log)
      try closeSources(sources)
      unsettled.append(UnsettledFiles(sources: sources, copies: group.copies, byteCount: group.byteCount))
    } catch {
      unsettled = []
      writer.rollBack()
      throw error
    }
    return true
  }

  /// Ends the transaction of files that were read ahead when it is large enough.
  private func settleFullAhead(rest: Int) throws(StageFailure) {
    let byteCount = unsettled.reduce(0) { $0 + $1.byteCount }
    let count = unsettled.reduce(0) { $0 + $1.sources.descriptions.count }
    // The last one is small, because nothing else is done while it is written.
    let isNearEnd = rest <= Self.settledFiles / 4 && count >= Self.settledFiles / 4
    // Other writers wait for it: where files come slowly, it does not wait for more of them.
    let isLong = ContinuousClock.now - unsettledSince > .seconds(1)
    if isNearEnd || isLong || count >= Self.settledFiles || byteCount >= Self.settledBytes { try settleAhead() }
  }

  /// Ends the transaction of files that were read ahead, if one is open, and only then reports what became of them.
  func settleAhead() throws(StageFailure) {
    guard !unsettled.isEmpty else { return }
    let files = unsettled
    unsettled = []
    do {
      try endTransaction()
    } catch {
      writer.rollBack()
      throw error
    }
    for files in files {
      addReports(of: files.sources)
      for copy in files.copies { try noteUnchanged(copy.label, files.sources.accountings[copy.of]) }
    }
  }

  /// As many files, or as many bytes of them, are one transaction: each writes anew what others before it wrote.
  private static let settledFiles = 8192
  private static let settledBytes = 32 << 20
}

/// Files that were taken in within the open transaction.
struct UnsettledFiles {
  var sources: OpenSources
  /// Files whose bytes are those of another one, by its position.
  var copies: [(label: String, of: Int)]
  var byteCount: Int
}
