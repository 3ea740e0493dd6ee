internal import Ingest

/// What a person decided about held records, by their numbers.
struct ProblemDecisions: Sendable {
  /// Corrected answers, by the question as findings name it.
  var answers: [Int: [String: String]] = [:]
  /// New keys.
  var keys: [Int: String] = [:]
  /// The records that are taken in although their answers break rules.
  var accepted: Set<Int> = []
  /// Those among them that wait because the store has another record with their key: they take its place.
  var replacing: Set<Int> = []
  /// The records that are not taken in.
  var rejected: Set<Int> = []
  /// Why records are accepted, for the journal; nil when nobody said it.
  var reason: String?

  /// The records with corrections.
  var corrected: Set<Int> { Set(answers.keys).union(keys.keys) }

  /// The records that are read again.
  var readAgain: Set<Int> { corrected.union(accepted).subtracting(rejected) }

  /// What the ingest is told about a record.
  func revision(of problem: Int) -> RecordRevisions.Revision {
    var revision = RecordRevisions.Revision()
    revision.answers = answers[problem] ?? [:]
    revision.key = keys[problem]
    revision.isAccepted = accepted.contains(problem)
    revision.replacesSame = revision.isAccepted && replacing.contains(problem) && keys[problem] == nil
    return revision
  }

  /// What the journal says about each record: which questions were corrected and why it was accepted, never an answer.
  var notes: [Int: String] {
    var notes: [Int: String] = [:]
    for problem in readAgain {
      var parts: [String] = []
      var names = (answers[problem] ?? [:]).keys.sorted()
      if keys[problem] != nil { names.insert("key", at: 0) }
      if !names.isEmpty { parts.append("corrected \(names.joined(separator: ", "))") }
      if accepted.contains(problem) { parts.append("as it is" + (reason.map { ": \($0)" } ?? "")) }
      notes[problem] = parts.joined(separator: "; ")
    }
    return notes
  }
}
