import CLibCrypto

/// SHA-256 (FIPS 180-4) of messages that arrive in pieces, one message after the other.
@safe
public struct SHA256: ~Copyable {
  /// The length of a digest in bytes.
  public static let byteCount = 32

  private let context: OpaquePointer
  private let algorithm: OpaquePointer

  /// Begins the first message.
  ///
  /// Keep one hasher for many messages: finding the algorithm costs more than hashing a short message.
  public init() {
    // Both fail only when memory is exhausted or libcrypto is broken: there is no way to go on.
    guard let algorithm = unsafe EVP_MD_fetch(nil, "SHA256", nil), let context = unsafe EVP_MD_CTX_new() else {
      preconditionFailure("libcrypto offers no SHA-256")
    }
    unsafe self.algorithm = algorithm
    unsafe self.context = context
    begin()
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
    unsafe EVP_MD_free(algorithm)
  }

  private func begin() {
    precondition(unsafe EVP_DigestInit_ex(context, algorithm, nil) == 1, "libcrypto cannot begin a digest")
  }

  /// Adds a piece of the message.
  public mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      precondition(
        unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count) == 1, "libcrypto cannot continue a digest")
    }
  }

  /// Adds a piece of the message.
  public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

  /// Ends the message and begins the next.
  ///
  /// - Returns: 32 bytes.
  public mutating func finish() -> [UInt8] {
    let digest = unsafe [UInt8](unsafeUninitializedCapacity: SHA256.byteCount) { buffer, count in
      precondition(unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1, "libcrypto cannot end a digest")
      count = SHA256.byteCount
    }
    begin()
    return digest
  }

  /// Ends the message, appends the first bytes of its digest, and begins the next.
  public mutating func finish(appending count: Int, to bytes: inout [UInt8]) {
    precondition(count <= SHA256.byteCount, "a digest has 32 bytes")
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SHA256.byteCount) { buffer in
      precondition(unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1, "libcrypto cannot end a digest")
      unsafe bytes.append(contentsOf: buffer[..<count])
    }
    begin()
  }

  /// The digest of one message, 32 bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(bytes.span)
    return hasher.finish()
  }
}

/// Bytes as lower-case hexadecimal digits.
public func hexadecimal(_ bytes: [UInt8]) -> String {
  unsafe String(unsafeUninitializedCapacity: bytes.count * 2) { text in
    for (place, byte) in bytes.enumerated() {
      unsafe text.initializeElement(at: place * 2, to: digit(byte >> 4))
      unsafe text.initializeElement(at: place * 2 + 1, to: digit(byte & 15))
    }
    return bytes.count * 2
  }
}

private func digit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
}
