import Diagnostics
import Dispatch
import FileSystem
import Hashing
import Synchronization
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

  /// Bytes from which the digest is worth a thread of its own.
  private static let threadedByteCount = 4 << 20

  /// Reads a table once.
  init(_ source: TableSource, hasher: inout SHA256) throws(StageFailure) {
    let hashing = (source.status?.byteCount ?? 0) >= Self.threadedByteCount ? DigestThread() : nil
    // Ends the thread when the reading fails.
    defer { hashing?.chunks.finish() }
    var feed = try source.open()
    var look = FirstLook()
    while true {
      let chunk = try feed.next(FirstLook.chunkByteCount)
      if chunk.isEmpty { break }
      if let hashing { _ = hashing.chunks.give(chunk) } else { hasher.update(chunk) }
      look.add(chunk)
    }
    self.init(look, sha256: hexadecimal(hashing?.finish() ?? hasher.finish()))
  }

  init(_ look: FirstLook, sha256: String) {
    self.sha256 = sha256
    byteCount = look.byteCount
    encoding = look.encoding
    hasLoneReturns = look.hasLoneReturns
  }
}

/// What the bytes of a table say about how it is written, chunk by chunk.
struct FirstLook: Sendable {
  /// How long all chunks but the last are.
  static let chunkByteCount = 1 << 17
  /// Chunks with letters beyond ASCII that are looked at: enough words for any verdict, and little time in large files.
  static let chunkLimit = 8

  private(set) var byteCount = 0
  private var detector = EncodingDetector()
  private var looked = 0
  private var returns = 0
  private var pairs = 0
  private var endsInReturn = false

  /// Looks at the next chunk.
  mutating func add(_ chunk: [UInt8]) {
    byteCount += chunk.count
    let marks = ByteMarks(chunk, follows: endsInReturn)
    endsInReturn = chunk.last == Bytes.carriageReturn
    returns += marks.returns
    pairs += marks.pairs
    if looked < Self.chunkLimit, !marks.isPlain {
      detector.add(chunk)
      looked += 1
    }
  }

  /// The encoding, or the likely ones.
  var encoding: EncodingDetector.Verdict { detector.verdict() }
  /// Whether carriage returns stand where no line feed follows.
  var hasLoneReturns: Bool { returns > pairs }
  /// Whether the table can be read as it lies: UTF-8 with usual line ends.
  var isPlain: Bool { encoding == .certain(.utf8) && !hasLoneReturns }
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

/// Looks at the bytes of a table while others read it: so large tables are read once.
final class TableObserver: Sendable {
  private let digest = DigestThread()
  private let look = Mutex(FirstLook())

  /// Notes the next chunk.
  func add(_ chunk: [UInt8]) {
    _ = digest.chunks.give(chunk)
    look.withLock { $0.add(chunk) }
  }

  /// What all bytes say; asked for once.
  func finish() -> TableProbe {
    let sha256 = hexadecimal(digest.finish())
    return TableProbe(look.withLock { $0 }, sha256: sha256)
  }

  /// What the beginning of a large table says; nil when it must be looked at as a whole before it is read.
  static func provisional(_ source: TableSource, byteCount: Int) throws(StageFailure) -> TableProbe? {
    var feed = try source.open()
    var look = FirstLook()
    for _ in 0..<FirstLook.chunkLimit {
      let chunk = try feed.next(FirstLook.chunkByteCount)
      if chunk.isEmpty { break }
      look.add(chunk)
    }
    guard look.isPlain else { return nil }
    var probe = TableProbe(look, sha256: "")
    probe.byteCount = byteCount
    return probe
  }

  /// Ends the work on a table that is not read to its end.
  func close() { digest.chunks.finish() }
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
