import Compression
import Testing

@Suite("Compression, checksums and numbers as bytes")
struct CompressionTests {
  /// Bytes that repeat more or less.
  private func bytes(_ count: Int, _ alphabet: UInt64) -> [UInt8] {
    var state = UInt64(count) &+ alphabet
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: (state >> 40) % alphabet)
    }
  }

  @Test("What is compressed is decompressed", arguments: [0, 1, 7, 100, 65_536, 1_000_000])
  func roundTrip(count: Int) {
    for alphabet: UInt64 in [1, 6, 256] {
      for level: Int32 in [1, 3, 19] where count <= 65_536 || level == 1 {
        let message = bytes(count, alphabet)
        #expect(decompressed(compressed(message, level: level), limit: count) == message)
      }
    }
  }

  @Test("A limit below the number of bytes refuses the frame")
  func limit() {
    let frame = compressed([UInt8](repeating: 0, count: 1_000_000))
    #expect(frame.count < 200)
    #expect(decompressed(frame, limit: 999_999) == nil)
    #expect(decompressed(frame, limit: 0) == nil)
    #expect(decompressed(frame, limit: 1_000_000)?.count == 1_000_000)
  }

  @Test("Frames cut short, lengthened or garbage are nil")
  func damaged() {
    let frame = compressed(bytes(2000, 20))
    for length in 0..<frame.count { #expect(decompressed(Array(frame[..<length]), limit: 1 << 20) == nil) }
    #expect(decompressed(frame + [0], limit: 1 << 20) == nil)
    for count in 0..<200 { #expect(decompressed(bytes(count, 256), limit: 1 << 20) == nil) }
  }

  @Test("Any flipped bit of a frame's contents is found by its checksum")
  func flipped() {
    let message = bytes(600, 256)
    let frame = compressed(message)
    for position in frame.indices {
      var damaged = frame
      damaged[position] ^= 16
      let read = decompressed(damaged, limit: 1 << 20)
      // Some bits of the header mean nothing; then the bytes are whole.
      #expect(read == nil || read == message)
    }
  }

  @Test("Numbers become bytes, least significant first, and come back")
  func numbers() {
    #expect(littleEndianBytes([UInt32(0x0102_0304)]) == [4, 3, 2, 1])
    #expect(littleEndianNumbers([0, 4, 3, 2, 1][1...], as: UInt32.self) == [0x0102_0304])
    let numbers: [Int64] = [.min, -1, 0, 1, .max]
    #expect(littleEndianNumbers(littleEndianBytes(numbers)[...], as: Int64.self) == numbers)
    #expect(littleEndianNumbers([1, 2, 3][...], as: UInt16.self) == nil)
    #expect(littleEndianNumbers([][...], as: UInt16.self) == [])
    #expect(littleEndianBytes([UInt16]()).isEmpty)
  }

  @Test("A checksum tells every flipped bit, the length and the seed apart", arguments: [1, 8, 31, 32, 33, 100])
  func checksums(count: Int) {
    let message = bytes(count, 256)
    var seen: Set<UInt64> = [checksum(of: message, seed: 0)]
    #expect(checksum(of: message, seed: 0) == checksum(of: message, seed: 0))
    for position in message.indices {
      for bit in 0..<8 {
        var damaged = message
        damaged[position] ^= 1 << UInt8(bit)
        #expect(seen.insert(checksum(of: damaged, seed: 0)).inserted)
      }
    }
    #expect(seen.insert(checksum(of: message + [0], seed: 0)).inserted)
    #expect(seen.insert(checksum(of: Array(message.dropLast()), seed: 0)).inserted)
    #expect(seen.insert(checksum(of: message, seed: 1)).inserted)
  }
}
