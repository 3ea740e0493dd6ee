import Testing

@testable import ResponseStore

/// Requirement: a key is found in a text wherever it stands, in any case, and nowhere else.
@Suite("Keys in texts")
struct TraceSearchTests {
  @Test("Keys are found as a plain comparison finds them, in texts made of pieces of them")
  func plain() {
    var random = SeededGenerator(state: 5)
    let letters = Array("abAB-1:é".utf8)
    func text(_ count: Int) -> [UInt8] { (0..<count).map { _ in letters.randomElement(using: &random) ?? 0 } }
    func lower(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.map { (65...90).contains($0) ? $0 + 32 : $0 } }
    var foundCount = 0
    for _ in 0..<2000 {
      let keys = (0..<Int.random(in: 0...2, using: &random)).map { _ in text(Int.random(in: 1...4, using: &random)) }
      let bytes = text(Int.random(in: 0...20, using: &random))
      let expected = keys.contains { key in
        bytes.count >= key.count
          && (0...(bytes.count - key.count)).contains { lower(bytes[$0..<($0 + key.count)]) == lower(key) }
      }
      #expect(TraceSearch(Set(keys)).finds(in: bytes) == expected, "\(keys) in \(bytes)")
      if expected { foundCount += 1 }
    }
    #expect(foundCount > 200 && foundCount < 1900)
  }
}
