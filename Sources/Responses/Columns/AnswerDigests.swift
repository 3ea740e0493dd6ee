/// Digests of the typed answers of a run of records: equal answers have equal digests, on every machine and run.
///
/// Two lanes of 64 bits, each mixed with every answer by an exclusive or, an odd multiplier and a shift (both can be
/// undone, so one differing answer always gives a differing lane). They tell edited records from repeated ones; they
/// are no protection against someone who makes two records collide on purpose.
public enum AnswerDigests {
  /// The length of one digest.
  public static let byteCount = 16

  /// The digests of all records, one after the other; nil columns are skipped.
  ///
  /// - Complexity: O(records × columns).
  public static func of(_ columns: [AnswerColumn?], count: Int) -> [UInt8] {
    var first = [UInt64](repeating: 0x243F_6A88_85A3_08D3, count: count)
    var second = [UInt64](repeating: 0x1319_8A2E_0370_7344, count: count)
    for column in columns {
      guard let column else { continue }
      precondition(column.count == count, "columns of one length")
      mix(column, into: &first, &second)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * byteCount)
    for index in 0..<count {
      append(first[index] ^ second[index] >> 29, to: &bytes)
      append(second[index] ^ first[index] >> 31, to: &bytes)
    }
    return bytes
  }

  private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
  }

  private static func mix(_ column: AnswerColumn, into first: inout [UInt64], _ second: inout [UInt64]) {
    switch column {
    case .coded(let codes):
      for index in codes.indices { step(UInt64(codes[index]), &first[index], &second[index]) }
    case .wideCoded(let codes):
      for index in codes.indices { step(UInt64(codes[index]), &first[index], &second[index]) }
    case .multiple(let column):
      for index in column.states.indices {
        step(UInt64(column.states[index]), &first[index], &second[index])
        for word in 0..<column.wordsPerRecord {
          step(column.words[index * column.wordsPerRecord + word], &first[index], &second[index])
        }
      }
    case .ranking(let column):
      for index in column.states.indices {
        step(UInt64(column.states[index]), &first[index], &second[index])
        for place in 0..<column.width {
          step(UInt64(column.places[index * column.width + place]), &first[index], &second[index])
        }
      }
    case .integer(let column):
      for index in column.states.indices {
        step(UInt64(column.states[index]), &first[index], &second[index])
        step(UInt64(bitPattern: column.values[index]), &first[index], &second[index])
      }
    case .decimal(let column):
      for index in column.states.indices {
        step(UInt64(column.states[index]), &first[index], &second[index])
        // Adding zero makes −0 and 0 the same answer.
        step((column.values[index] + 0).bitPattern, &first[index], &second[index])
      }
    case .dateTime(let column):
      for index in column.states.indices {
        step(UInt64(column.states[index]), &first[index], &second[index])
        step(UInt64(bitPattern: column.milliseconds[index]), &first[index], &second[index])
        step(UInt64(bitPattern: Int64(column.offsetMinutes[index])), &first[index], &second[index])
      }
    case .text(let column):
      var start = 0
      for index in column.states.indices {
        let end = Int(column.ends[index])
        step(UInt64(column.states[index]) | UInt64(end - start) << 8, &first[index], &second[index])
        var word: UInt64 = 0
        for position in start..<end {
          word = word << 8 | UInt64(column.bytes[position])
          if (position - start) & 7 == 7 { step(word, &first[index], &second[index]) }
        }
        if (end - start) & 7 != 0 { step(word, &first[index], &second[index]) }
        start = end
      }
    }
  }

  @inline(__always)
  private static func step(_ value: UInt64, _ first: inout UInt64, _ second: inout UInt64) {
    first = (first ^ value) &* 0x9E37_79B9_7F4A_7C15
    first ^= first >> 32
    second = (second ^ value) &* 0xD6E8_FEB8_6659_FD93
    second ^= second >> 29
  }
}
