/// Keyed hashes by HMAC-SHA256 (RFC 2104): who lacks the key can neither compute nor confirm one.
public struct HMACSHA256: ~Copyable {
  private static let blockSize = 64

  private var hasher = SHA256()
  private let inner: [UInt8]
  private let outer: [UInt8]

  /// Prepares a key; one longer than 64 bytes is hashed first.
  public init(key: [UInt8]) {
    var block = key.count > Self.blockSize ? SHA256.digest(of: key) : key
    block += [UInt8](repeating: 0, count: Self.blockSize - block.count)
    inner = block.map { $0 ^ 0x36 }
    outer = block.map { $0 ^ 0x5C }
  }

  /// The keyed hash of a message, 32 bytes.
  public mutating func code(of message: [UInt8]) -> [UInt8] {
    hasher.update(inner)
    hasher.update(message)
    let digest = hasher.finish()
    hasher.update(outer)
    hasher.update(digest)
    return hasher.finish()
  }
}
