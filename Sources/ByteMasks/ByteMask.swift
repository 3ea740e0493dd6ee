public import CByteMasks

/// Which of 64 bytes equal one of three bytes, as bits: the first byte is the lowest bit.
///
/// - Parameters:
///   - bytes: the text.
///   - offset: where the 64 bytes begin, 0 or more and below the text's length; what lies behind its end equals none.
/// - Complexity: O(1); a few instructions for each 16 bytes.
@inlinable
@inline(__always)
public func byteMask(
  _ bytes: Span<UInt8>, at offset: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8
) -> UInt64 {
  precondition(offset >= 0 && offset < bytes.count, "the 64 bytes begin in the text")
  if bytes.count - offset < 64 { return shortByteMask(bytes, at: offset, first, second, third) }
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return 0 }
    return unsafe yk_byte_mask(base + offset, first, second, third)
  }
}

/// The mask of fewer than 64 bytes at the end of a text.
@usableFromInline
func shortByteMask(
  _ bytes: Span<UInt8>, at offset: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8
) -> UInt64 {
  var mask: UInt64 = 0
  for index in offset..<bytes.count {
    let byte = bytes[index]
    if byte == first || byte == second || byte == third { mask |= 1 << UInt64(index - offset) }
  }
  return mask
}
