internal import Compression
internal import Responses

extension ColumnEncoding {
  /// The parts of a column one after the other; their lengths follow from the number of records and the field.
  static func parts(of column: AnswerColumn) -> [UInt8] {
    switch column {
    case .coded(let codes): codes
    case .wideCoded(let codes): littleEndianBytes(codes)
    case .multiple(let column): column.states + littleEndianBytes(column.words)
    case .ranking(let column): column.states + column.places
    case .integer(let column): column.states + littleEndianBytes(column.values)
    case .decimal(let column): column.states + littleEndianBytes(column.values.map(\.bitPattern))
    case .dateTime(let column):
      column.states + littleEndianBytes(column.milliseconds) + littleEndianBytes(column.offsetMinutes)
    case .text(let column): column.states + littleEndianBytes(column.ends) + column.bytes
    }
  }

  /// The parts of a column of these texts; none of them is copied twice.
  static func parts(ofTexts texts: [[UInt8]]) -> [UInt8] {
    var ends: [UInt32] = []
    ends.reserveCapacity(texts.count)
    var end = 0
    for text in texts {
      end += text.count
      ends.append(UInt32(end))
    }
    var parts: [UInt8] = []
    parts.reserveCapacity(texts.count * 5 + end)
    parts.append(contentsOf: repeatElement(AnswerState.answered.rawValue, count: texts.count))
    parts.append(contentsOf: littleEndianBytes(ends))
    for text in texts { parts.append(contentsOf: text) }
    return parts
  }

  /// The column that parts make up; nil when their lengths do not fit.
  static func column(from bytes: [UInt8], field: Field, count: Int) -> AnswerColumn? {
    if field.storage == .coded {
      guard field.choices.count > ChoiceCode.longestNarrowList,
        let codes = littleEndianNumbers(bytes[...], as: UInt16.self), codes.count == count
      else { return nil }
      return .wideCoded(codes)
    }
    guard bytes.count >= count else { return nil }
    let states = Array(bytes[..<count])
    let rest = bytes[count...]
    switch field.storage {
    case .coded: return nil
    case .multiple:
      let words = (field.choices.count + 63) / 64
      guard rest.count == count * words * 8, let values = littleEndianNumbers(rest, as: UInt64.self) else { return nil }
      return .multiple(MultipleColumn(states: states, wordsPerRecord: words, words: values))
    case .ranking:
      guard rest.count == count * field.choices.count else { return nil }
      return .ranking(RankingColumn(states: states, width: field.choices.count, places: Array(rest)))
    case .integer, .date, .time:
      guard rest.count == count * 8, let values = littleEndianNumbers(rest, as: Int64.self) else { return nil }
      return .integer(IntegerColumn(states: states, values: values))
    case .decimal:
      guard rest.count == count * 8, let values = littleEndianNumbers(rest, as: UInt64.self) else { return nil }
      return .decimal(DecimalColumn(states: states, values: values.map { Double(bitPattern: $0) }))
    case .dateTime:
      guard rest.count == count * 10 else { return nil }
      let cut = rest.startIndex + count * 8
      guard let moments = littleEndianNumbers(rest[..<cut], as: Int64.self),
        let offsets = littleEndianNumbers(rest[cut...], as: Int16.self)
      else { return nil }
      return .dateTime(DateTimeColumn(states: states, milliseconds: moments, offsetMinutes: offsets))
    case .text:
      guard let column = textColumn(states: states, rest: rest) else { return nil }
      return .text(column)
    }
  }

  /// A text column out of its compressed parts; nil when they do not hold one of this length.
  static func texts(compressed data: [UInt8], count: Int) -> TextColumn? {
    guard let parts = decompressed(data, limit: Int(Int32.max)), parts.count >= count else { return nil }
    return textColumn(states: Array(parts[..<count]), rest: parts[count...])
  }

  /// The parts of texts by their lengths.
  static func lengthParts(of column: TextColumn) -> [UInt8] {
    var lengths = column.ends
    var start: UInt32 = 0
    for index in lengths.indices {
      let end = lengths[index]
      lengths[index] = end &- start
      start = end
    }
    return column.states + littleEndianBytes(lengths) + column.bytes
  }

  /// A text column out of its parts by lengths; nil unless these add up to the bytes that are there.
  static func texts(fromLengths bytes: [UInt8], count: Int) -> TextColumn? {
    guard count >= 0, bytes.count / 5 >= count,
      var ends = littleEndianNumbers(bytes[count..<(5 * count)], as: UInt32.self)
    else { return nil }
    var end = 0
    let room = bytes.count - 5 * count
    for index in ends.indices {
      end += Int(ends[index])
      guard end <= room else { return nil }
      ends[index] = UInt32(truncatingIfNeeded: end)
    }
    guard end == room else { return nil }
    return TextColumn(states: Array(bytes[..<count]), ends: ends, bytes: Array(bytes[(5 * count)...]))
  }

  /// A text column out of its ends and bytes; nil unless the ends rise to the number of bytes.
  static func textColumn(states: [UInt8], rest: ArraySlice<UInt8>) -> TextColumn? {
    let cut = rest.startIndex + states.count * 4
    guard rest.endIndex >= cut, let ends = littleEndianNumbers(rest[..<cut], as: UInt32.self) else { return nil }
    let bytes = Array(rest[cut...])
    guard Int(ends.last ?? 0) == bytes.count else { return nil }
    var previous: UInt32 = 0
    for end in ends {
      guard end >= previous else { return nil }
      previous = end
    }
    return TextColumn(states: states, ends: ends, bytes: bytes)
  }
}
