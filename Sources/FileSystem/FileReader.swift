public import Diagnostics
import Glibc

/// An open file that is read from its beginning to its end in chunks.
@safe
public struct FileReader: ~Copyable {
  private let descriptor: Int32
  private let path: String
  /// The size in bytes when it was opened; 0 for pipes and devices.
  public let byteCount: Int

  /// Opens a file (`open(2)` with `O_RDONLY`).
  ///
  /// - Throws: ``ExitCode/missingInput`` when it is not there or may not be read.
  public init(at path: String) throws(StageFailure) {
    try checkPath(path)
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fileFailure(.reading, path) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let failure = fileFailure(.reading, path)
      close(descriptor)
      throw failure
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw fileFailure(.reading, path, error: EISDIR)
    }
    self.descriptor = descriptor
    self.path = path
    byteCount = Int(status.st_size)
    // Of a small file the first read takes everything: advice would only cost a call.
    if byteCount > 1 << 17 { _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL) }
  }

  deinit { close(descriptor) }

  /// Reads up to `limit` further bytes and appends them to a buffer.
  ///
  /// - Returns: the number of bytes appended; 0 at the end of the file.
  public mutating func append(to buffer: inout [UInt8], limit: Int) throws(StageFailure) -> Int {
    let start = buffer.count
    var received = 0
    var failed: Int32 = 0
    // The array grows by uninitialised room that read(2) fills: no byte is written twice.
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: limit) { room, count in
      guard let base = room.baseAddress else { return }
      while true {
        received = unsafe read(descriptor, base, limit)
        if received >= 0 || errno != EINTR { break }
      }
      if received < 0 {
        failed = errno
        received = 0
      }
      count = received
    }
    if failed != 0 { throw fileFailure(.reading, path, error: failed) }
    if start == 0 { buffer = chunk } else { buffer.append(contentsOf: chunk) }
    return received
  }

  /// Reads the next bytes; fewer than `limit` only at the end of the file.
  ///
  /// - Returns: the bytes; empty at the end of the file.
  public mutating func next(_ limit: Int) throws(StageFailure) -> [UInt8] {
    var chunk: [UInt8] = []
    while chunk.count < limit {
      if try append(to: &chunk, limit: limit - chunk.count) == 0 { break }
    }
    return chunk
  }
}

/// Reads a whole file into memory.
///
/// - Parameter limit: the longest file that is read; a longer one throws ``ExitCode/unusableInput``.
public func readFile(at path: String, limit: Int = Int(Int32.max)) throws(StageFailure) -> [UInt8] {
  if let bytes = try readFile(at: path, unless: limit) { return bytes }
  throw StageFailure(
    Diagnostic(.fileTooLarge, at: SourcePosition(file: path), ["limit": String(limit)]), exitCode: .unusableInput)
}

/// Reads a whole file into memory; nil when it is larger than a limit.
///
/// - Parameter byteLimit: what the file may hold, or come to hold while it is read.
public func readFile(at path: String, unless byteLimit: Int) throws(StageFailure) -> [UInt8]? {
  var reader = try FileReader(at: path)
  if reader.byteCount > byteLimit { return nil }
  var bytes: [UInt8] = []
  // One byte more than the size: a file that has not grown ends with one call. Pipes and devices tell no size.
  var wanted = (reader.byteCount > 0 ? reader.byteCount : 4096) + 1
  while true {
    let received = try reader.append(to: &bytes, limit: min(wanted, byteLimit + 1 - bytes.count))
    if bytes.count > byteLimit { return nil }
    // Pipes give less than was asked for before they end.
    if received == 0 || (bytes.count == reader.byteCount && received < wanted) { return bytes }
    wanted = max(wanted - received, 65536)
  }
}
