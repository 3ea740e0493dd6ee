internal import Compression
internal import Responses

/// The keys of all records of a form, by their 16-byte digests: open addressing with linear probing.
///
/// Memory: 24 bytes a record and 4 a slot, with at least 1.5 slots a record.
struct KeyTable {
  private var slots: [UInt32]
  private var keys: [UInt64] = []
  private var answers: [UInt64] = []
  private(set) var count = 0

  init() { slots = [UInt32](repeating: 0, count: 1024) }

  /// What would become of a key with the digest of its answers, by the first 8 bytes; it is not added.
  func outcome(keyDigest: ArraySlice<UInt8>, answerDigest: ArraySlice<UInt8>) -> RecordOutcome? {
    guard let key = littleEndianNumbers(keyDigest, as: UInt64.self), key.count == 2,
      let answer = littleEndianNumbers(answerDigest, as: UInt64.self), let digest = answer.first
    else { return nil }
    var slot = Int(truncatingIfNeeded: key[0]) & (slots.count - 1)
    while slots[slot] != 0 {
      let record = Int(slots[slot]) - 1
      if keys[2 * record] == key[0], keys[2 * record + 1] == key[1] {
        return answers[record] == digest ? .identical : .conflicting
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return .accepted
  }

  /// Adds a key with the digest of its answers unless it is there already.
  ///
  /// Digests are 16 bytes; of the answers' digest 8 bytes are compared with a key that is equal in 16.
  private mutating func add(key: (UInt64, UInt64), answers digest: UInt64) -> RecordOutcome {
    if (count + 1) * 3 > slots.count * 2 { grow() }
    var slot = Int(truncatingIfNeeded: key.0) & (slots.count - 1)
    while slots[slot] != 0 {
      let record = Int(slots[slot]) - 1
      if keys[2 * record] == key.0, keys[2 * record + 1] == key.1 {
        return answers[record] == digest ? .identical : .conflicting
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    keys.append(key.0)
    keys.append(key.1)
    answers.append(digest)
    count += 1
    slots[slot] = UInt32(count)
    return .accepted
  }

  /// Adds the keys of many records; nil when there are not 16 bytes of each digest for each.
  mutating func add(keyDigests: [UInt8], answerDigests: [UInt8], count: Int) -> [RecordOutcome]? {
    guard let keys = littleEndianNumbers(keyDigests[...], as: UInt64.self),
      let answers = littleEndianNumbers(answerDigests[...], as: UInt64.self),
      keys.count == answers.count, keys.count % 2 == 0, keys.count / 2 == count
    else { return nil }
    var outcomes: [RecordOutcome] = []
    outcomes.reserveCapacity(count)
    for record in 0..<count {
      outcomes.append(add(key: (keys[2 * record], keys[2 * record + 1]), answers: answers[2 * record]))
    }
    return outcomes
  }

  /// Gives keys that are there other digests of answers: what they belonged to was replaced.
  mutating func renew(keyDigests: [UInt8], answerDigests: [UInt8]) {
    guard let sought = littleEndianNumbers(keyDigests[...], as: UInt64.self),
      let digests = littleEndianNumbers(answerDigests[...], as: UInt64.self), sought.count == digests.count
    else { return }
    for place in stride(from: 0, to: sought.count - 1, by: 2) {
      var slot = Int(truncatingIfNeeded: sought[place]) & (slots.count - 1)
      while slots[slot] != 0 {
        let record = Int(slots[slot]) - 1
        if keys[2 * record] == sought[place], keys[2 * record + 1] == sought[place + 1] {
          answers[record] = digests[place]
          break
        }
        slot = (slot + 1) & (slots.count - 1)
      }
    }
  }

  private mutating func grow() {
    let size = slots.count * 2
    var larger = [UInt32](repeating: 0, count: size)
    for record in 0..<count {
      var slot = Int(truncatingIfNeeded: keys[2 * record]) & (size - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
      larger[slot] = UInt32(record + 1)
    }
    slots = larger
  }
}
