import Diagnostics
import Dispatch
import FileSystem
import Hashing
import TextEncoding

/// What a first look at all bytes of a table says: their digest, and how the text is written.
struct TableProbe: Sendable {
  /// The SHA-256, lower-case hexadecimal.
  var sha256: String
  /// The number of bytes.
  var byteCount: Int
  /// The encoding, or the likely ones.
  var encoding: EncodingDetector.Verdict
  /// Whether carriage returns stand where no line feed follows.
  var hasLoneReturns: Bool

  /// Chunks with letters beyond ASCII that are looked at: enough words for any verdict, and little time in large files.
  private static let chunkLimit = 8

  /// Bytes from which the digest is worth a thread of its own.
  private static let threadedByteCount = 4 << 20

  /// Reads a table once.
  init(_ source: TableSource, hasher: inout SHA256) throws(StageFailure) {
    let hashing = (source.status?.byteCount ?? 0) >= Self.threadedByteCount ? DigestThread() : nil
    // Ends the thread when the reading fails.
    defer { hashing?.chunks.finish() }
    var feed = try source.open()
    var detector = EncodingDetector()
    var looked = 0
    var returns = 0
    var pairs = 0
    var endsInReturn = false
    byteCount = 0
    while true {
      let chunk = try feed.next(1 << 20)
      if chunk.isEmpty { break }
      byteCount += chunk.count
      if let hashing { _ = hashing.chunks.give(chunk) } else { hasher.update(chunk) }
      let marks = ByteMarks(chunk, follows: endsInReturn)
      endsInReturn = chunk.last == Bytes.carriageReturn
      returns += marks.returns
      pairs += marks.pairs
      if looked < Self.chunkLimit, !marks.isPlain {
        detector.add(chunk)
        looked += 1
      }
    }
    sha256 = hexadecimal(hashing?.finish() ?? hasher.finish())
    encoding = detector.verdict()
    hasLoneReturns = returns > pairs
  }
}

/// What is counted in a chunk: one quick look, and a second one only where there are carriage returns.
private struct ByteMarks {
  /// Carriage returns.
  var returns = 0
  /// Line feeds after carriage returns.
  var pairs = 0
  /// Whether there is nothing but ASCII, and no zero byte.
  var isPlain: Bool

  init(_ chunk: [UInt8], follows: Bool) {
    // A loop that the compiler turns into vector instructions.
    var all: UInt8 = 0
    var lowest: UInt8 = 255
    var nearestToReturn: UInt8 = 255
    for byte in chunk {
      all |= byte
      lowest = min(lowest, byte)
      nearestToReturn = min(nearestToReturn, byte ^ Bytes.carriageReturn)
    }
    isPlain = all < 0x80 && lowest > 0
    guard follows || nearestToReturn == 0 else { return }
    var wasReturn = follows
    for byte in chunk {
      let isReturn = byte == Bytes.carriageReturn
      returns &+= isReturn ? 1 : 0
      pairs &+= wasReturn && byte == Bytes.lineFeed ? 1 : 0
      wasReturn = isReturn
    }
  }
}

/// Works out a SHA-256 beside the reading.
private final class DigestThread: Sendable {
  let chunks = Conveyor<[UInt8]>(capacity: 4)
  private let digest = Conveyor<[UInt8]>(capacity: 1)

  init() {
    DispatchQueue(label: "digest").async { [chunks, digest] in
      var hasher = SHA256()
      while let chunk = chunks.take() { hasher.update(chunk) }
      _ = digest.give(hasher.finish())
    }
  }

  /// The digest of all chunks.
  func finish() -> [UInt8] {
    chunks.finish()
    return digest.take() ?? []
  }
}
