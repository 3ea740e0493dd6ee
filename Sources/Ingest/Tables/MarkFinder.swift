import ByteMasks
import Responses

/// Finds separators, line feeds and quotes, 64 bytes at a time.
struct MarkFinder {
  private let separator: UInt8
  /// The marks of the 64 bytes looked at last, and where they begin.
  private var mask: UInt64 = 0
  private var base = -1

  init(separator: UInt8) { self.separator = separator }

  /// The next mark at a place or behind it; the length of the text when there is none.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>, from index: Int) -> Int {
    let count = bytes.count
    if index >= count { return count }
    var start = index & ~63
    if start != base { load(bytes, start) }
    var rest = mask & (~0 << UInt64(truncatingIfNeeded: index & 63))
    while rest == 0 {
      start += 64
      if start >= count { return count }
      load(bytes, start)
      rest = mask
    }
    return start + rest.trailingZeroBitCount
  }

  /// The next separator or line feed: the end of a cell without quotes, or of what follows a closing quote.
  @inline(__always)
  mutating func nextEnd(_ bytes: Span<UInt8>, from index: Int) -> Int {
    var place = next(bytes, from: index)
    while place < bytes.count, bytes[place] == Bytes.quote { place = next(bytes, from: place + 1) }
    return place
  }

  @inline(__always)
  private mutating func load(_ bytes: Span<UInt8>, _ start: Int) {
    base = start
    mask = byteMask(bytes, at: start, separator, Bytes.lineFeed, Bytes.quote)
  }
}
