/// Turns bytes of any known encoding into composed (NFC) UTF-8, chunk by chunk.
///
/// A byte order mark at the beginning is left out. Bytes that mean nothing come out as 0xFF, which no UTF-8 has: whoever
/// reads on finds the place. Memory is that of one chunk and one word.
public struct TextDecoder: Sendable {
  private let decoder: PieceDecoder
  private var pending: [UInt8] = []
  private var isAtStart = true

  /// The bytes after which a word without an end is cut nevertheless.
  static let longestWord = 1 << 16

  /// Creates a decoder.
  public init(_ encoding: TextEncoding) { decoder = PieceDecoder(encoding: encoding) }

  /// Decodes the next bytes; what may belong to a word that goes on is kept for the next call.
  ///
  /// - Parameter isLast: whether the text ends with these bytes.
  /// - Complexity: O(bytes).
  public mutating func decode(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    pending += bytes
    if isAtStart {
      if pending.count < 3, !isLast { return [] }
      isAtStart = false
      pending.removeFirst(markLength)
    }
    if isLast {
      defer { pending = [] }
      return decoder.decode(pending[...])
    }
    var end = lastWordEnd
    if end == 0, pending.count > Self.longestWord { end = forcedEnd }
    guard end > 0 else { return [] }
    let piece = decoder.decode(pending[..<end])
    pending.removeFirst(end)
    return piece
  }

  private var markLength: Int {
    switch decoder.encoding.charset {
    case .utf16LittleEndian: pending.starts(with: [0xFF, 0xFE]) ? 2 : 0
    case .utf16BigEndian: pending.starts(with: [0xFE, 0xFF]) ? 2 : 0
    default: pending.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
  }

  /// The end of the last character that no letter or mark may continue: a line end, blank, digit or sign of ASCII.
  private var lastWordEnd: Int {
    switch decoder.encoding.charset {
    case .utf16LittleEndian, .utf16BigEndian:
      let low = decoder.encoding.charset == .utf16LittleEndian ? 0 : 1
      var index = pending.count & ~1
      while index >= 2 {
        if pending[index - 2 + 1 - low] == 0, Self.endsWord(pending[index - 2 + low]) { return index }
        index -= 2
      }
      return 0
    default: return pending.lastIndex(where: Self.endsWord).map { $0 + 1 } ?? 0
    }
  }

  /// An end within a word that at least divides no character.
  private var forcedEnd: Int {
    switch decoder.encoding.charset {
    case .utf16LittleEndian, .utf16BigEndian: return (pending.count & ~3)
    default: break
    }
    guard decoder.encoding.charset == .utf8 || decoder.encoding.isMisread else { return pending.count }
    var end = pending.count
    while end > 1, end > pending.count - 4, pending[end - 1] & 0xC0 == 0x80 { end -= 1 }
    return pending[end - 1] >= 0xC0 ? end - 1 : pending.count
  }

  private static func endsWord(_ byte: UInt8) -> Bool { byte == 0x0A || (byte >= 0x20 && byte <= 0x40) }
}
