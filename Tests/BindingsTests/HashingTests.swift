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
}
