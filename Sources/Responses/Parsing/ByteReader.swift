/// Bytes of a cell read one after the other.
struct ByteReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ span: Span<UInt8>) {
    var copy: [UInt8] = []
    copy.reserveCapacity(span.count)
    for index in span.indices { copy.append(span[index]) }
    bytes = copy
  }

  var isAtEnd: Bool { index == bytes.count }

  /// The digits that follow.
  var digitsAhead: Int { bytes[index...].prefix { $0 &- 0x30 <= 9 }.count }

  /// A number of at most so many digits; nil when there is none or it is longer.
  mutating func number(_ limit: Int) -> (value: Int, digits: Int)? {
    let count = digitsAhead
    guard (1...limit).contains(count) else { return nil }
    let value = bytes[index..<(index + count)].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    index += count
    return (value, count)
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func skipAny(_ wanted: [UInt8]) -> Bool { next(among: wanted) != nil }

  /// The next byte if it is one of these.
  mutating func next(among wanted: [UInt8]) -> UInt8? {
    guard index < bytes.count, wanted.contains(bytes[index]) else { return nil }
    index += 1
    return bytes[index - 1]
  }

  mutating func skipText(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  /// The half of the day: AM or SA (sáng), PM or CH (chiều); true for the afternoon, nil when none is written.
  mutating func half() -> Bool? {
    for (mark, isAfternoon) in [("AM", false), ("am", false), ("SA", false), ("PM", true), ("pm", true), ("CH", true)]
    where skipText(mark) {
      return isAfternoon
    }
    return nil
  }
}
