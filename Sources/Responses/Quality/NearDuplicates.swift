/// Finds records under different keys whose substantive answers are all the same.
///
/// Memory: 24 bytes for each record with enough answers.
public struct NearDuplicates: Sendable {
  private let answers: SubstantiveAnswers
  private let least: Int
  private var seen: [(first: UInt64, second: UInt64, record: Int)] = []
  private var count = 0

  /// Begins without records.
  public init(_ answers: SubstantiveAnswers, rules: QualityRules) {
    self.answers = answers
    least = rules.duplicateAnswers
  }

  /// Adds the next records; those with fewer answers than the rules ask for are like others by chance, and left out.
  ///
  /// - Complexity: O(answers).
  public mutating func add(_ batch: RecordBatch) {
    let digests = answers.digests(of: batch)
    let counts = answers.answerCounts(of: batch)
    for row in counts.indices where counts[row] >= least {
      let digest = digests[(row * AnswerDigests.byteCount)..<((row + 1) * AnswerDigests.byteCount)]
      seen.append((word(digest.prefix(8)), word(digest.dropFirst(8)), count + row))
    }
    count += batch.count
  }

  /// The groups of records alike, each in the order of the records, ordered by their first; positions count from 0 over
  /// all batches.
  ///
  /// - Complexity: O(records × log records).
  public var groups: [[Int]] {
    let sorted = seen.sorted { ($0.first, $0.second, $0.record) < ($1.first, $1.second, $1.record) }
    var groups: [[Int]] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].first == sorted[start].first, sorted[end].second == sorted[start].second {
        end += 1
      }
      if end - start > 1 { groups.append(sorted[start..<end].map(\.record)) }
      start = end
    }
    return groups.sorted { $0[0] < $1[0] }
  }

  private func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
}
