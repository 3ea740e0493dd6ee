internal import CByteMasks

/// What kind of bytes a text holds.
public struct ByteKinds: Sendable, Hashable {
  /// Whether all bytes are below 128.
  public let isASCII: Bool
  /// Whether one of them is zero.
  public let hasZero: Bool
  /// Whether UTF-8 with these lead bytes is certainly in composed form (NFC); false says nothing.
  ///
  /// Characters before U+0300 compose with nothing that stands before them, and Vietnamese letters (U+1E80–U+1EFF, lead
  /// bytes E1 BA and E1 BB) are composed already, as are dashes and quotation marks (U+2010–U+203F).
  public let isComposed: Bool

  /// Looks at all bytes.
  ///
  /// - Complexity: O(bytes), some ten gigabytes a second.
  public init(_ bytes: Span<UInt8>) {
    let kinds = unsafe bytes.withUnsafeBufferPointer { buffer -> yk_byte_kinds in
      guard let base = buffer.baseAddress else { return yk_byte_kinds(all: 0, lowest: 255, is_composed: 1) }
      return unsafe yk_find_kinds(base, buffer.count)
    }
    isASCII = kinds.all < 0x80
    hasZero = kinds.lowest == 0
    isComposed = kinds.is_composed != 0
  }
}
