internal import CivilCalendar

/// The offset taken for a moment written without one: Indochina Time, UTC+7 all year round.
public let assumedOffsetMinutes = 420

/// A date `2026-12-15` as days from 1970-01-01.
func parseDate(_ bytes: Span<UInt8>) -> Int64? {
  var index = 0
  guard let day = scanDate(bytes, &index), index == bytes.count else { return nil }
  return Int64(day)
}

/// A time of day `07:30`, `07:30:15`, `07:30:15.250`, with or without an offset, as milliseconds since midnight.
func parseTime(_ bytes: Span<UInt8>) -> Int64? {
  var index = 0
  guard let time = scanTime(bytes, &index) else { return nil }
  if index < bytes.count, scanOffset(bytes, &index) == nil { return nil }
  return index == bytes.count ? Int64(time) : nil
}

/// A moment `2026-12-15T07:30:00.000+07:00` as milliseconds since 1970-01-01 UTC and its offset in minutes.
func parseDateTime(_ bytes: Span<UInt8>) -> (milliseconds: Int64, offsetMinutes: Int16)? {
  var index = 0
  guard let day = scanDate(bytes, &index), index < bytes.count, bytes[index] == 0x54 || bytes[index] == 0x20 else {
    return nil
  }
  index += 1
  guard let time = scanTime(bytes, &index) else { return nil }
  var offset = assumedOffsetMinutes
  if index < bytes.count {
    guard let written = scanOffset(bytes, &index) else { return nil }
    offset = written
  }
  guard index == bytes.count else { return nil }
  return (Int64(day) * 86_400_000 + Int64(time) - Int64(offset) * 60_000, Int16(offset))
}

private func scanDigits(_ count: Int, _ bytes: Span<UInt8>, _ index: inout Int) -> Int? {
  guard index + count <= bytes.count else { return nil }
  var value = 0
  for _ in 0..<count {
    let digit = bytes[index] &- 0x30
    guard digit <= 9 else { return nil }
    value = value * 10 + Int(digit)
    index += 1
  }
  return value
}

private func skip(_ byte: UInt8, _ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
  guard index < bytes.count, bytes[index] == byte else { return false }
  index += 1
  return true
}

private func scanDate(_ bytes: Span<UInt8>, _ index: inout Int) -> Int? {
  guard let year = scanDigits(4, bytes, &index), skip(0x2D, bytes, &index),
    let month = scanDigits(2, bytes, &index), skip(0x2D, bytes, &index), let day = scanDigits(2, bytes, &index)
  else { return nil }
  return CivilDay(year: year, month: month, day: day)?.number
}

private func scanTime(_ bytes: Span<UInt8>, _ index: inout Int) -> Int? {
  guard let hour = scanDigits(2, bytes, &index), hour < 24, skip(0x3A, bytes, &index),
    let minute = scanDigits(2, bytes, &index), minute < 60
  else { return nil }
  var milliseconds = (hour * 60 + minute) * 60_000
  if skip(0x3A, bytes, &index) {
    guard let second = scanDigits(2, bytes, &index), second < 60 else { return nil }
    milliseconds += second * 1000
    if skip(0x2E, bytes, &index) {
      var weight = 100
      let start = index
      while index < bytes.count, bytes[index] &- 0x30 <= 9 {
        milliseconds += Int(bytes[index] &- 0x30) * weight
        weight /= 10
        index += 1
      }
      guard index > start else { return nil }
    }
  }
  return milliseconds
}

/// `Z`, `+07`, `+0700` or `+07:00` as minutes.
private func scanOffset(_ bytes: Span<UInt8>, _ index: inout Int) -> Int? {
  if skip(0x5A, bytes, &index) { return 0 }
  let isNegative = index < bytes.count && bytes[index] == 0x2D
  guard isNegative || (index < bytes.count && bytes[index] == 0x2B) else { return nil }
  index += 1
  guard let hours = scanDigits(2, bytes, &index), hours <= 18 else { return nil }
  var minutes = 0
  if index < bytes.count {
    _ = skip(0x3A, bytes, &index)
    guard let written = scanDigits(2, bytes, &index), written < 60 else { return nil }
    minutes = written
  }
  return isNegative ? -(hours * 60 + minutes) : hours * 60 + minutes
}
