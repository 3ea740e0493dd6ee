import Diagnostics
import Responses

extension IngestSession {
  /// What threads do with files of submissions ahead of the session.
  var submissionWork: SubmissionWork {
    SubmissionWork(
      form: form, layout: layout, options: options, examiner: admission.examiner,
      byteLimit: min(Self.largeSubmission, options.submissionByteLimit))
  }

  /// Takes in files that were read ahead, as one transaction.
  func takeIn(
    _ chunk: SubmissionWork.Chunk, paths: ArraySlice<String>, _ ahead: SubmissionsAhead
  ) throws(StageFailure) {
    try closeGroup()
    if let group = chunk.group, let examined = chunk.examined, try takeIn(group, examined, chunk.versions) {
      ahead.isParsing = true
      return
    }
    // Something in it is known already, or is no submission: one after the other.
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
    try writer.begin()
    do {
      for description in group.descriptions
      where try writer.accounting(ofSourceWithSHA256: description.sha256) != nil {
        writer.rollBack()
        return false
      }
      for (version, label) in versions { try note(version, label) }
      try writer.openSources(group.descriptions)
      var sources = OpenSources(group.descriptions)
      try holdBack(group.held, &sources)
      try admission.admit(examined, keepsOriginals: true, &sources, writer, &log)
      try close(sources)
      for copy in group.copies { try noteUnchanged(copy.label, sources.accountings[copy.of]) }
      return true
    } catch {
      writer.rollBack()
      throw error
    }
  }
}
