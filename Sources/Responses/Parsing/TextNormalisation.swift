// The standard library composes Unicode itself but keeps the entrance to itself; Foundation's stays out of pure modules.
@_spi(_Unicode) import Swift

/// Whether UTF-8 text is certainly in composed form (NFC); false says nothing.
///
/// Characters before U+0300 compose with nothing that stands before them, and Vietnamese letters (U+1E80–U+1EFF, lead
/// bytes E1 BA and E1 BB) are composed already, as are dashes and quotation marks (U+2010–U+203F).
func isComposed(_ bytes: Span<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte >= 0xCC {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let isLetter = byte == 0xE1 && (next == 0xBA || next == 0xBB)
      let isMark = byte == 0xE2 && next == 0x80 && index + 2 < bytes.count && bytes[index + 2] >= 0x90
      guard isLetter || isMark else { return false }
    }
    index += 1
  }
  return true
}

/// Appends a text in composed form (NFC).
///
/// - Returns: false, with nothing appended, when the bytes are not UTF-8.
/// - Complexity: O(bytes); text that cannot change is copied.
func appendNormalised(_ bytes: Span<UInt8>, to column: inout TextColumn) -> Bool {
  if isComposed(bytes), isUTF8(bytes) {
    for index in bytes.indices { column.bytes.append(bytes[index]) }
    column.append(missing: .answered)
    return true
  }
  var copy: [UInt8] = []
  copy.reserveCapacity(bytes.count)
  for index in bytes.indices { copy.append(bytes[index]) }
  guard let text = String(validating: copy, as: UTF8.self) else { return false }
  column.append(Array(String(String.UnicodeScalarView(text._nfc)).utf8))
  return true
}

private func isUTF8(_ bytes: Span<UInt8>) -> Bool {
  do {
    _ = try UTF8Span(validating: bytes)
    return true
  } catch {
    return false
  }
}
