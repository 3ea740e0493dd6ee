import CFreeXL
import Glibc

/// FreeXL at work on one workbook in a process of its own: what a damaged file does to it stays there.
enum LegacyProcess {
  /// What came back of a workbook.
  struct Result {
    /// The stream of marks and values.
    var stream: [UInt8]
    /// Whether the process ended as it should.
    var isComplete: Bool
  }

  /// Reads a workbook; nil when no process can be started.
  ///
  /// - Parameter byteLimit: reading ends when the stream is longer.
  static func read(_ bytes: [UInt8], byteLimit: Int) -> Result? {
    // FreeXL opens paths only: the bytes are lent to it as a file that has no name.
    guard let file = UnnamedFile(bytes) else { return nil }
    var pipe: Int32 = -1
    // The new process begins with the memory of this one.
    let memory = UInt64(usedMemory() + (768 << 20))
    let process = unsafe yk_start_reading(file.path, memory, 20, &pipe)
    guard process > 0 else { return nil }
    var stream: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while stream.count <= byteLimit {
      let count = unsafe piece.withUnsafeMutableBytes { unsafe Glibc.read(pipe, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      stream.append(contentsOf: piece[..<count])
    }
    // A process that still writes ends with its pipe.
    close(pipe)
    let endedWell = yk_ended_well(process) != 0
    return Result(stream: stream, isComplete: endedWell && stream.last == UInt8(yk_mark_end))
  }

  /// The bytes of address space in use.
  private static func usedMemory() -> Int {
    let file = unsafe open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return 1 << 40 }
    defer { close(file) }
    var text = [UInt8](repeating: 0, count: 64)
    let count = unsafe text.withUnsafeMutableBytes { unsafe Glibc.read(file, $0.baseAddress, $0.count) }
    let pages = text.prefix(max(count, 0)).prefix { (0x30...0x39).contains($0) }
    return (Int(String(decoding: pages, as: UTF8.self)) ?? 1 << 28) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}

/// A file in memory that other code can open by a path as long as this lives.
private struct UnnamedFile: ~Copyable {
  private let descriptor: Int32

  /// The path under which the file can be opened.
  var path: String { "/proc/self/fd/\(descriptor)" }

  init?(_ bytes: [UInt8]) {
    let descriptor = yk_memory_file()
    guard descriptor >= 0 else { return nil }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      guard count > 0 else {
        close(descriptor)
        return nil
      }
      written += count
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
