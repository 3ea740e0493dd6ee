/// Up to seven bytes of a text as one word, the first byte the lowest, zeros behind them.
///
/// - Parameters:
///   - offset: where the bytes begin.
///   - count: how many they are; all of them must lie in the text.
/// - Complexity: O(1); a few instructions.
@inlinable
@inline(__always)
public func shortWord(_ bytes: Span<UInt8>, at offset: Int, count: Int) -> UInt64 {
  precondition(offset >= 0 && count >= 0 && count <= 7 && bytes.count - offset >= count, "the bytes lie in the text")
  if bytes.count - offset < 8 { return wordAtEnd(bytes, at: offset, count: count) }
  let word = unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
  return UInt64(littleEndian: word) & ((1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1)
}

/// The word of bytes at the end of a text.
@usableFromInline
func wordAtEnd(_ bytes: Span<UInt8>, at offset: Int, count: Int) -> UInt64 {
  var word: UInt64 = 0
  for index in 0..<count { word |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
  return word
}
