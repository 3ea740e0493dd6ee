internal import Compression
internal import Responses

/// How a column lies in its blob. Numbers are never reused.
enum ColumnEncoding: Int64 {
  /// One byte for all records.
  case constant = 0
  /// A byte per record.
  case raw = 1
  /// Half a byte per record, the first record in the low half; 15 stands for ``ChoiceCode/notShown``.
  case packed = 2
  /// The column's parts one after the other, compressed.
  case compressed = 3
  /// Texts: their states, their lengths in 32 bits, their bytes, compressed. Ends grow from text to text and compress
  /// badly; lengths are alike.
  case lengths = 4

  /// The bytes of one column.
  static func encode(_ column: AnswerColumn) -> (encoding: ColumnEncoding, data: [UInt8]) {
    if case .text(let texts) = column { return (.lengths, Compression.compressed(lengthParts(of: texts))) }
    guard case .coded(let codes) = column else { return (.compressed, Compression.compressed(parts(of: column))) }
    let highest = highestCode(codes)
    if let first = codes.first, highest.isConstant { return (.constant, [first]) }
    return highest.code < 15 ? (.packed, packed(codes)) : (.raw, codes)
  }

  /// The checksum of a blob of a field in this encoding.
  func checksum(of data: [UInt8], field: Int) -> Int64 {
    let seed = UInt64(truncatingIfNeeded: field) << 8 | UInt64(truncatingIfNeeded: rawValue)
    return Int64(bitPattern: Compression.checksum(of: data, seed: seed))
  }

  /// The column a blob holds; nil when it does not hold one of this field and length.
  func decode(_ data: [UInt8], field: Field, count: Int) -> AnswerColumn? {
    guard let column = column(data, field: field, count: count), column.isSound(for: field) else { return nil }
    return column
  }

  private func column(_ data: [UInt8], field: Field, count: Int) -> AnswerColumn? {
    if self == .compressed {
      guard let bytes = decompressed(data, limit: Int(Int32.max)) else { return nil }
      return Self.column(from: bytes, field: field, count: count)
    }
    if self == .lengths {
      guard field.storage == .text, let bytes = decompressed(data, limit: Int(Int32.max)) else { return nil }
      return Self.texts(fromLengths: bytes, count: count).map(AnswerColumn.text)
    }
    guard field.storage == .coded, field.choices.count <= ChoiceCode.longestNarrowList else { return nil }
    switch self {
    case .constant where data.count == 1: return .coded([UInt8](repeating: data[0], count: count))
    case .raw where data.count == count: return .coded(data)
    case .packed where data.count == (count + 1) / 2: return .coded(Self.unpacked(data, count: count))
    default: return nil
    }
  }

  /// The highest code other than "not shown", and whether all codes are the same.
  private static func highestCode(_ codes: [UInt8]) -> (code: UInt8, isConstant: Bool) {
    let span = codes.span
    var highest: UInt8 = 0
    var differences: UInt8 = 0
    let first = codes.first ?? 0
    for index in 0..<span.count {
      let code = span[index]
      let answer = code == ChoiceCode.notShown ? 0 : code
      highest = highest > answer ? highest : answer
      differences |= code ^ first
    }
    return (highest, differences == 0)
  }

  private static func packed(_ codes: [UInt8]) -> [UInt8] {
    let span = codes.span
    var data = [UInt8](repeating: 0, count: (codes.count + 1) / 2)
    var target = data.mutableSpan
    for index in 0..<codes.count / 2 {
      // "Not shown", 255, becomes 15 by losing its high half; the other codes are below 15.
      target[index] = (span[2 * index] & 15) | (span[2 * index + 1] << 4)
    }
    if codes.count % 2 == 1 { target[codes.count / 2] = span[codes.count - 1] & 15 }
    return data
  }

  private static func unpacked(_ data: [UInt8], count: Int) -> [UInt8] {
    let span = data.span
    var codes = [UInt8](repeating: 0, count: count)
    var target = codes.mutableSpan
    for index in 0..<count / 2 {
      let low = span[index] & 15
      let high = span[index] >> 4
      target[2 * index] = low == 15 ? ChoiceCode.notShown : low
      target[2 * index + 1] = high == 15 ? ChoiceCode.notShown : high
    }
    if count % 2 == 1 {
      let low = span[count / 2] & 15
      target[count - 1] = low == 15 ? ChoiceCode.notShown : low
    }
    return codes
  }
}
