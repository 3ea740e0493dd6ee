internal import Compression
internal import Responses

/// The keys of all records of a form, by their 16-byte digests.
///
/// Memory: 16 bytes a slot, with 1.2 to 1.5 slots a record. A key is known by 86 bits of its digest, and 48 bits of the
/// answers' digest tell whether they are the same: among ten million records two keys are taken for one with a
/// probability of 10⁻¹².
struct KeyTable: Sendable {
  private var shards: [KeyShard]
  /// The number of keys.
  var count: Int { shards.reduce(0) { $0 + $1.count } }

  /// By the highest bits of the second word: a table of a part lies in a cache, and growing copies only that part.
  private static let shardBits: UInt64 = 6

  init() { shards = Array(repeating: KeyShard(), count: 1 << Int(Self.shardBits)) }

  private static func shard(of second: UInt64) -> Int { Int(truncatingIfNeeded: second >> (64 - shardBits)) }

  /// What would become of a key with the digest of its answers, by the first 6 bytes; it is not added.
  func outcome(keyDigest: ArraySlice<UInt8>, answerDigest: ArraySlice<UInt8>) -> RecordOutcome? {
    guard let key = littleEndianNumbers(keyDigest, as: UInt64.self), key.count == 2,
      let answer = littleEndianNumbers(answerDigest, as: UInt64.self), let digest = answer.first
    else { return nil }
    return shards[Self.shard(of: key[1])].outcome(KeyEntry(key[0], key[1], digest)) ?? .accepted
  }

  /// Adds the keys of many records, one after the other; nil when there are not 16 bytes of each digest for each.
  ///
  /// A key that is there already is not added.
  mutating func add(keyDigests: [UInt8], answerDigests: [UInt8], count: Int) -> [RecordOutcome]? {
    guard let keys = littleEndianNumbers(keyDigests[...], as: UInt64.self),
      let answers = littleEndianNumbers(answerDigests[...], as: UInt64.self),
      keys.count == answers.count, keys.count % 2 == 0, keys.count / 2 == count
    else { return nil }
    // Part by part, in each in the order of the records.
    var starts = [Int](repeating: 0, count: shards.count + 1)
    for record in 0..<count { starts[Self.shard(of: keys[2 * record + 1]) + 1] += 1 }
    for shard in shards.indices { starts[shard + 1] += starts[shard] }
    var order = [Int](repeating: 0, count: count)
    var next = starts
    for record in 0..<count {
      let shard = Self.shard(of: keys[2 * record + 1])
      order[next[shard]] = record
      next[shard] += 1
    }
    var outcomes = [RecordOutcome](repeating: .accepted, count: count)
    for shard in shards.indices where starts[shard] < starts[shard + 1] {
      shards[shard].add(order[starts[shard]..<starts[shard + 1]], keys, answers, &outcomes)
    }
    return outcomes
  }

  /// Gives keys that are there other digests of answers: what they belonged to was replaced.
  mutating func renew(keyDigests: [UInt8], answerDigests: [UInt8]) {
    guard let sought = littleEndianNumbers(keyDigests[...], as: UInt64.self),
      let digests = littleEndianNumbers(answerDigests[...], as: UInt64.self), sought.count == digests.count
    else { return }
    for place in stride(from: 0, to: sought.count - 1, by: 2) {
      shards[Self.shard(of: sought[place + 1])].renew(KeyEntry(sought[place], sought[place + 1], digests[place]))
    }
  }
}

/// A key with its answers in two words, of which the first is never zero.
struct KeyEntry {
  /// The first half of the key's digest.
  let key: UInt64
  /// 16 bits more of it, above 48 bits of the answers' digest.
  let rest: UInt64

  init(_ first: UInt64, _ second: UInt64, _ answers: UInt64) {
    rest = second << 48 | answers & 0xFFFF_FFFF_FFFF
    key = first == 0 ? 1 : first
  }
}

/// Keys by open addressing with linear probing; the first word of an empty slot is zero.
struct KeyShard: Sendable {
  /// Two words a slot: ``KeyEntry/key`` and ``KeyEntry/rest``.
  private var words: [UInt64] = [UInt64](repeating: 0, count: 32)
  private(set) var count = 0

  /// What became of a record with an entry; nil when its key is not there.
  func outcome(_ entry: KeyEntry) -> RecordOutcome? {
    let slot = Self.slot(of: entry, in: words.span)
    if words[2 * slot] == 0 { return nil }
    return words[2 * slot + 1] == entry.rest ? .identical : .conflicting
  }

  /// Gives a key that is there other answers.
  mutating func renew(_ entry: KeyEntry) {
    guard outcome(entry) != nil else { return }
    words[2 * Self.slot(of: entry, in: words.span) + 1] = entry.rest
  }

  /// Adds the records at places among all.
  mutating func add(
    _ records: ArraySlice<Int>, _ keys: [UInt64], _ answers: [UInt64], _ outcomes: inout [RecordOutcome]
  ) {
    reserve(count + records.count)
    var words = words
    self.words = []
    defer { self.words = words }
    var slots = words.mutableSpan
    for record in records {
      let entry = KeyEntry(keys[2 * record], keys[2 * record + 1], answers[2 * record])
      let slot = Self.slot(of: entry, in: slots.span)
      if slots[2 * slot] == 0 {
        slots[2 * slot] = entry.key
        slots[2 * slot + 1] = entry.rest
        count += 1
      } else {
        outcomes[record] = slots[2 * slot + 1] == entry.rest ? .identical : .conflicting
      }
    }
  }

  /// Where a key lies, or the empty slot where it would.
  @inline(__always)
  private static func slot(of entry: KeyEntry, in words: Span<UInt64>) -> Int {
    let capacity = words.count / 2
    var slot = Int(truncatingIfNeeded: entry.key.multipliedFullWidth(by: UInt64(capacity)).high)
    while words[2 * slot] != entry.key || (words[2 * slot + 1] ^ entry.rest) >> 48 != 0 {
      if words[2 * slot] == 0 { break }
      slot += 1
      if slot == capacity { slot = 0 }
    }
    return slot
  }

  /// Makes room for so many keys: at most 85 of a hundred slots are taken.
  private mutating func reserve(_ wanted: Int) {
    guard wanted * 100 > words.count / 2 * 85 else { return }
    let capacity = max(wanted * 100 / 85 + 1, words.count / 2 * 5 / 4)
    var larger = [UInt64](repeating: 0, count: 2 * capacity)
    var slots = larger.mutableSpan
    for index in stride(from: 0, to: words.count, by: 2) where words[index] != 0 {
      var slot = Int(truncatingIfNeeded: words[index].multipliedFullWidth(by: UInt64(capacity)).high)
      while slots[2 * slot] != 0 {
        slot += 1
        if slot == capacity { slot = 0 }
      }
      slots[2 * slot] = words[index]
      slots[2 * slot + 1] = words[index + 1]
    }
    words = larger
  }
}
