import Diagnostics
import Dispatch
import FileSystem
import Hashing

/// Reads small submissions ahead of the session, on a thread of its own.
struct SubmissionFetch {
  /// A file that was read: its bytes with their SHA-256, nil when it is large and not read ahead; or why it cannot be.
  typealias Fetched = Result<(bytes: [UInt8], sha256: String)?, StageFailure>

  /// Files from which a thread is worth its start.
  private static let leastFiles = 64
  /// What is handed over at once: as many files, or bytes.
  private static let batchFiles = 32
  private static let batchByteCount = 1 << 20

  private let conveyor: Conveyor<[Fetched]>
  private var batch: ArraySlice<Fetched> = []

  /// Begins to read files ahead; nil when there are too few.
  ///
  /// - Parameter byteLimit: larger files are left to the session.
  init?(_ paths: [String], byteLimit: Int) {
    guard paths.count >= Self.leastFiles else { return nil }
    let conveyor = Conveyor<[Fetched]>(capacity: 8)
    self.conveyor = conveyor
    DispatchQueue(label: "submissions").async {
      Self.fetch(paths, byteLimit: byteLimit, to: conveyor)
      conveyor.finish()
    }
  }

  /// The next file, in the order of the paths.
  mutating func next() -> Fetched {
    if batch.isEmpty { batch = conveyor.take()?[...] ?? [] }
    return batch.popFirst() ?? .success(nil)
  }

  /// Ends the reading.
  func close() { conveyor.close() }

  private static func fetch(_ paths: [String], byteLimit: Int, to conveyor: Conveyor<[Fetched]>) {
    var hasher = SHA256()
    var batch: [Fetched] = []
    var byteCount = 0
    for path in paths {
      do throws(StageFailure) {
        let bytes = try readFile(at: path, unless: byteLimit)
        batch.append(
          .success(
            bytes.map { bytes in
              hasher.update(bytes)
              byteCount += bytes.count
              return (bytes, hexadecimal(hasher.finish()))
            }))
      } catch {
        batch.append(.failure(error))
      }
      if batch.count >= batchFiles || byteCount >= batchByteCount {
        guard conveyor.give(batch) else { return }
        batch = []
        byteCount = 0
      }
    }
    if !batch.isEmpty { _ = conveyor.give(batch) }
  }
}
