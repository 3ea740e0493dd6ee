// The standard library composes Unicode itself but keeps the entrance to itself; Foundation's stays out of pure modules.
@_spi(_Unicode) import Swift

/// Appends a text in composed form (NFC).
///
/// - Returns: false, with nothing appended, when the bytes are not UTF-8.
/// - Complexity: O(bytes); text that cannot change is copied.
func appendNormalised(_ bytes: Span<UInt8>, to column: inout TextColumn) -> Bool {
  var copy: [UInt8] = []
  copy.reserveCapacity(bytes.count)
  var isPlain = true
  for index in bytes.indices {
    let byte = bytes[index]
    copy.append(byte)
    // Characters before U+0300 compose with nothing that stands before them, and Vietnamese letters (U+1E80–U+1EFF,
    // lead bytes E1 BA and E1 BB) are composed already.
    if byte >= 0xCC {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte != 0xE1 || (next != 0xBA && next != 0xBB) { isPlain = false }
    }
  }
  guard let text = String(validating: copy, as: UTF8.self) else { return false }
  if isPlain {
    column.append(copy)
  } else {
    column.append(Array(String(String.UnicodeScalarView(text._nfc)).utf8))
  }
  return true
}
