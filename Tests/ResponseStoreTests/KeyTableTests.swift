import Compression
import Responses
import Testing

@testable import ResponseStore

/// Requirements: a key is found by its digest, equal answers are told from others, and growing loses nothing.
@Suite("Table of keys")
struct KeyTableTests {
  private func bytes(_ words: [UInt64]) -> [UInt8] {
    words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } }
  }

  @Test("Keys in batches of any size get the outcomes of a dictionary", arguments: 1...3 as ClosedRange<UInt64>)
  func likeDictionary(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    var table = KeyTable()
    var known: [[UInt64]: UInt64] = [:]
    for size in [1, 7, 5000, 1, 30_000, 12_000] {
      var keys: [UInt64] = []
      var answers: [UInt64] = []
      var expected: [RecordOutcome] = []
      for _ in 0..<size {
        // Some keys come again, with the same answers or others; keys of zeros are keys too.
        let isKnown = Bool.random(using: &random) && Bool.random(using: &random)
        let old = isKnown ? known.randomElement(using: &random) : nil
        let isZero = Int.random(in: 0..<1000, using: &random) == 0
        let key = old?.key ?? (isZero ? [0, 0] : [UInt64.random(in: 0...UInt64.max, using: &random), random.next()])
        let answer = Bool.random(using: &random) ? old?.value ?? random.next() : isZero ? 0 : random.next()
        keys += key
        answers += [answer, random.next()]
        if let before = known[key] {
          expected.append(before & 0xFFFF_FFFF_FFFF == answer & 0xFFFF_FFFF_FFFF ? .identical : .conflicting)
        } else {
          known[key] = answer
          expected.append(.accepted)
        }
      }
      #expect(table.add(keyDigests: bytes(keys), answerDigests: bytes(answers), count: size) == expected)
    }
    #expect(table.count == known.count)
    for (key, answer) in known.prefix(100) {
      #expect(table.outcome(keyDigest: bytes(key)[...], answerDigest: bytes([answer, 0])[...]) == .identical)
      table.renew(keyDigests: bytes(key), answerDigests: bytes([answer ^ 1, 0]))
      #expect(table.outcome(keyDigest: bytes(key)[...], answerDigest: bytes([answer, 0])[...]) == .conflicting)
    }
    #expect(table.outcome(keyDigest: bytes([1, 2])[...], answerDigest: bytes([3, 4])[...]) == .accepted)
    #expect(table.add(keyDigests: [1], answerDigests: [2], count: 1) == nil)
  }

  @Test("Texts lie by their lengths and come back; lengths that do not fit are refused")
  func lengths() throws {
    let definition = field("t", .text)
    var column = TextColumn()
    for text in ["", "một", "hai ba", "", "x"] { column.append(Array(text.utf8)) }
    column.append(missing: .notShown)
    let (encoding, data) = ColumnEncoding.encode(.text(column))
    #expect(encoding == .lengths)
    #expect(encoding.decode(data, field: definition, count: 6) == .text(column))
    #expect(encoding.decode(data, field: definition, count: 5) == nil)
    #expect(encoding.decode(data, field: definition, count: 7) == nil)
    #expect(encoding.decode(data, field: field("i", .integer), count: 6) == nil)
    var parts = ColumnEncoding.lengthParts(of: column)
    parts[6] = 255
    parts[9] = 255
    #expect(ColumnEncoding.texts(fromLengths: parts, count: 6) == nil)
    #expect(ColumnEncoding.texts(fromLengths: [], count: 0) == TextColumn())
    // As earlier versions of the store have them.
    let old = ColumnEncoding.compressed.decode(
      Compression.compressed(ColumnEncoding.parts(of: .text(column))), field: definition, count: 6)
    #expect(old == .text(column))
  }
}
