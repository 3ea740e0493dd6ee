internal import Compression
internal import FormDefinition
internal import Responses

/// The key by which a person names their record: as it is stored, or the code of the questionnaire.
public struct PersonKey: Sendable, Hashable {
  /// The keys a record may have: an instance identifier is written in several ways.
  let candidates: Set<String>
  /// What a file name or a submission would contain; none when the keys are too short to be looked for in other text.
  let traces: Set<[UInt8]>

  /// Reads what a person wrote.
  public init(written: String) {
    guard
      let code = WithdrawalCode(reading: written) ?? WithdrawalCode(instanceID: written)
        ?? WithdrawalCode(instanceID: "uuid:" + written)
    else {
      // Records without a key have no person who could be named by nothing.
      candidates = written.contains { !$0.isWhitespace } ? [written] : []
      traces = written.utf8.count >= 16 ? [Array(written.utf8)] : []
      return
    }
    let bare = String(code.instanceID.dropFirst(5))
    candidates = Set(["uuid:", ""].flatMap { [$0 + bare, $0 + bare.uppercased()] } + [written])
    traces = [Array(bare.utf8)]
  }

  /// Names records by their keys just as they are stored.
  init(exactly keys: Set<String>) {
    candidates = keys
    traces = []
  }

  private init(candidates: Set<String>, traces: Set<[UInt8]>) {
    self.candidates = candidates
    self.traces = traces
  }

  /// The key with other keys of the same person's record.
  func joined(with keys: Set<String>) -> PersonKey {
    keys.subtracting(candidates).reduce(into: self) { person, key in
      let other = PersonKey(written: key)
      person = PersonKey(
        candidates: person.candidates.union(other.candidates), traces: person.traces.union(other.traces))
    }
  }

  /// The digests of the keys as segments hold them: two words of 64 bits each.
  var digests: Set<[UInt64]> {
    var texts = TextColumn()
    for candidate in candidates { texts.append(Array(candidate.utf8)) }
    let words = littleEndianNumbers(KeyDigests.of(texts)[...], as: UInt64.self) ?? []
    return Set(stride(from: 0, to: words.count, by: 2).map { [words[$0], words[$0 + 1]] })
  }

  /// Whether a text contains the key, in any case.
  func isNamed(in bytes: [UInt8]) -> Bool { search.finds(in: bytes) }

  /// Looks for the key in many texts.
  var search: TraceSearch { TraceSearch(traces) }
}
