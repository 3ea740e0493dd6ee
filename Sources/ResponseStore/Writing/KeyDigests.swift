internal import Hashing
internal import Responses

/// The first 16 bytes of each key's SHA-256.
enum KeyDigests {
  /// The digests of keys, one after the other.
  static func of(_ keys: TextColumn) -> [UInt8] {
    var hasher = SHA256()
    return of(keys, &hasher)
  }

  /// The digests of keys by a hasher that is kept: making one costs more than hashing a key.
  static func of(_ keys: TextColumn, _ hasher: inout SHA256) -> [UInt8] {
    var digests: [UInt8] = []
    digests.reserveCapacity(keys.count * 16)
    let bytes = keys.bytes.span
    var start = 0
    for end in keys.ends {
      hasher.update(bytes.extracting(start..<Int(end)))
      hasher.finish(appending: 16, to: &digests)
      start = Int(end)
    }
    return digests
  }
}

extension String {
  /// What the keys of de-identified records begin with, behind the mark of simulated ones.
  static let deidentifiedMark = "deidentified:"

  /// Whether it is the key of a record that was cut off from its person.
  var isDeidentifiedKey: Bool { hasPrefix(Self.deidentifiedMark) || hasPrefix("simulated:" + Self.deidentifiedMark) }
}
