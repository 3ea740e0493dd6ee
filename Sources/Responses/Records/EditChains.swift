/// Which records replace which: every version of a record leads to the one that replaced it, the last to none.
///
/// A version is named before it is there when its edit comes first, so a chain may have links whose records are unknown.
public struct EditChains: Sendable, Hashable {
  /// What becomes of a new record among the versions known so far.
  public struct Placement: Sendable, Hashable {
    /// Accepted in one of its ways, or ``RecordOutcome/editedAlready``.
    public var outcome: RecordOutcome
    /// The keys of the records, known before, that it replaces.
    public var replaced: [String] = []
  }

  /// By the key of a version that was replaced, the key of the one that replaced it.
  public private(set) var successors: [String: String] = [:]
  /// The replaced versions whose link is a guess: the record that replaced them named their first version only, and what
  /// lies between is unknown.
  public private(set) var guessed: Set<String> = []
  /// By the key of an edit that is held because what it edits has another edit, the version that it names. What edits
  /// one of these is of the same doubtful branch, and would count its person twice.
  public private(set) var refused: [String: String] = [:]

  /// No versions.
  public init() {}

  /// Whether nothing was ever replaced.
  public var isEmpty: Bool { successors.isEmpty }

  /// Notes that a version was replaced.
  public mutating func link(_ replaced: String, to replacing: String, isGuess: Bool = false) {
    successors[replaced] = replacing
    if isGuess { guessed.insert(replaced) } else { guessed.remove(replaced) }
  }

  /// Notes that an edit of a version is held because the version has another edit.
  public mutating func refuse(_ key: String, of version: String) { refused[key] = version }

  /// Finds the place of a record that is not there yet, and links it to what it replaces.
  ///
  /// A record that was replaced before it came counts no more than one replaced later: ``RecordOutcome/superseded``. A
  /// version that another record has replaced already cannot be replaced again. Where the version named is unknown, the
  /// latest known one of the same first version is replaced, and a version that comes later finds its place between.
  /// A second edit of one version is refused, with all that edit it in turn; when such a one is counted already, because
  /// it came first, the second edit joins it to the latest version instead, so that one of them is counted.
  /// - Parameter isKnown: whether a record with a key is there.
  /// - Complexity: O(versions of the record).
  public mutating func place(_ key: String, _ edit: RecordEdit?, isKnown: (String) -> Bool) -> Placement {
    guard let edit else { return Placement(outcome: successor(of: key) == nil ? .accepted : .superseded) }
    var replaced: [String] = []
    let version = spelled(edit.replaces, isKnown)
    if !version.isEmpty {
      let next = successors[version]
      let trunk = trunk(of: version, isKnown)
      let isFree = trunk == version && (next == nil || next == key || guessed.contains(version))
      guard !leads(from: key, to: version) else {
        refuse(key, of: version)
        return Placement(outcome: .editedAlready)
      }
      guard isFree else { return branch(key, of: version, at: trunk, isKnown: isKnown) }
      refused[key] = nil
      link(version, to: key)
      replaced.append(version)
      // What a guess put behind the version stands behind this record now.
      let end = last(from: key)
      if let next, next != key, end != next, !leads(from: next, to: key), !leads(from: key, to: next) {
        link(end, to: next, isGuess: true)
        if end != key { replaced.append(end) }
      }
    }
    if !edit.root.isEmpty, !isKnown(version) {
      let latest = last(from: spelled(edit.root, isKnown))
      if latest != key, !leads(from: key, to: latest) {
        link(latest, to: key, isGuess: true)
        replaced.append(latest)
      }
    }
    let known = replaced.filter(isKnown)
    let outcome: RecordOutcome =
      successor(of: key) != nil ? .superseded : known.isEmpty ? .acceptedWithoutOriginal : .accepted
    return Placement(outcome: outcome, replaced: known)
  }

  /// Finds the place of a second edit of a version.
  private mutating func branch(
    _ key: String, of version: String, at trunk: String, isKnown: (String) -> Bool
  ) -> Placement {
    let latest = last(from: trunk)
    guard successor(of: key) != nil, latest != key, !leads(from: key, to: latest) else {
      refuse(key, of: version)
      return Placement(outcome: .editedAlready)
    }
    refused[key] = nil
    link(latest, to: key, isGuess: true)
    return Placement(outcome: .superseded, replaced: [latest].filter(isKnown))
  }

  /// The version that is not held from which a branch of held edits starts.
  private func trunk(of version: String, _ isKnown: (String) -> Bool) -> String {
    var trunk = version
    for _ in 0..<refused.count {
      guard let next = refused[trunk] ?? refused[Self.otherSpelling(of: trunk)] else { break }
      trunk = next
    }
    return trunk == version ? version : spelled(trunk, isKnown)
  }

  /// What becomes of a record of a batch, whether or not one with its key is there.
  ///
  /// A record sent again with the same answers changes nothing, except that it may now name what it replaces.
  /// - Parameter hasSameAnswers: whether the record with this key has these answers; nil when there is none.
  public mutating func outcome(
    ofRecord key: String, _ edit: RecordEdit?, hasSameAnswers: Bool?, isKnown: (String) -> Bool
  ) -> Placement {
    switch hasSameAnswers {
    case nil: return place(key, edit, isKnown: isKnown)
    case false?: return Placement(outcome: .conflicting)
    case true?:
      guard let edit else { return Placement(outcome: .identical) }
      let replaced = place(key, edit, isKnown: isKnown).replaced
      return Placement(outcome: .identical, replaced: replaced)
    }
  }

  /// Corrects the outcomes of a batch once all its records are known: what one edits, or what replaces it, may stand
  /// behind it.
  public static func settle(
    _ outcomes: inout [RecordOutcome], _ batch: RecordBatch, _ replaced: Set<String>, isKnown: (String) -> Bool
  ) {
    guard !batch.edits.isEmpty else { return }
    for row in outcomes.indices {
      switch outcomes[row] {
      case .accepted where replaced.contains(batch.keys[row]): outcomes[row] = .superseded
      case .acceptedWithoutOriginal:
        if replaced.contains(batch.keys[row]) {
          outcomes[row] = .superseded
        } else if batch.edits[row]?.named.contains(where: { isKnown($0) || isKnown(otherSpelling(of: $0)) }) ?? false {
          outcomes[row] = .accepted
        }
      default: continue
      }
    }
  }

  /// All keys of the versions of a record, whichever of them is asked for.
  ///
  /// - Complexity: O(links).
  public func versions(of keys: Set<String>) -> Set<String> {
    guard !successors.isEmpty else { return keys }
    var predecessors: [String: [String]] = [:]
    for (replaced, replacing) in successors { predecessors[replacing, default: []].append(replaced) }
    var found = keys
    var waiting = Array(keys)
    while let key = waiting.popLast() {
      let neighbours = (predecessors[key] ?? []) + (successors[key].map { [$0] } ?? [])
      for neighbour in neighbours where found.insert(neighbour).inserted { waiting.append(neighbour) }
    }
    return found
  }

  /// The key that replaced a key, in either spelling.
  func successor(of key: String) -> String? { successors[key] ?? successors[Self.otherSpelling(of: key)] }

  /// A key as records write it: programs leave out the `uuid:` before it, or add it.
  static func otherSpelling(of key: String) -> String {
    key.hasPrefix("uuid:") ? String(key.dropFirst(5)) : "uuid:" + key
  }

  private func spelled(_ key: String, _ isKnown: (String) -> Bool) -> String {
    let other = Self.otherSpelling(of: key)
    return !isKnown(key) && (isKnown(other) || successors[other] != nil) ? other : key
  }

  private func last(from key: String) -> String {
    var last = key
    // Links never lead round in a circle; a damaged store's might.
    for _ in 0..<successors.count {
      guard let next = successors[last] else { break }
      last = next
    }
    return last
  }

  private func leads(from key: String, to other: String) -> Bool {
    var place = key
    for _ in 0..<successors.count {
      guard let next = successors[place] else { return false }
      if next == other { return true }
      place = next
    }
    return false
  }
}
