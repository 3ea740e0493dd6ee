import Hashing
import Testing

@Suite("SHA-256")
struct HashingTests {
  @Test(
    "Known messages have the digests of FIPS 180-4's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func known(message: String, digest: String) {
    #expect(hexadecimal(SHA256.digest(of: Array(message.utf8))) == digest)
  }

  @Test("Pieces make the same digest as the whole, message after message")
  func pieces() {
    let message = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var hasher = SHA256()
    for size in [1, 63, 64, 65, 9_999, 10_000] {
      var start = 0
      while start < message.count {
        let end = min(start + size, message.count)
        hasher.update(Array(message[start..<end]))
        start = end
      }
      #expect(hasher.finish() == SHA256.digest(of: message))
    }
  }

  @Test(
    "Keyed hashes are those of RFC 4231, test cases 1, 2 and 6",
    arguments: [
      (
        [UInt8](repeating: 0x0B, count: 20), "Hi There",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), "what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ])
  func keyed(key: [UInt8], message: String, code: String) {
    var mac = HMACSHA256(key: key)
    for _ in 0..<2 { #expect(hexadecimal(mac.code(of: Array(message.utf8))) == code) }
  }
}
