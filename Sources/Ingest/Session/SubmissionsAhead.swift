import Diagnostics
import FileSystem
import Synchronization

/// Files of submissions that are worked on ahead of the session, chunk by chunk.
final class SubmissionsAhead: Sendable {
  /// Where each chunk begins among the sources, and how many files it has.
  private let counts: [Int: Int]
  private let line: WorkLine<[String], SubmissionWork.Chunk>?
  private let parses = Atomic(true)

  /// Files from which threads are worth their start.
  private static let leastFiles = 64
  /// The most files of a chunk, and about how many bytes it has: as many as a transaction should.
  private static let mostFiles = 2048
  /// The fewest of a chunk at the end, where they grow smaller so that all threads end together.
  private static let fewestFiles = 512
  private static let chunkByteCount = 8 << 20

  /// Begins to work on the files of submissions among sources; where there are only few, nothing is done.
  init(_ sources: [String], work: SubmissionWork) {
    var chunks: [Range<Int>] = []
    var start = 0
    while start < sources.count {
      var end = start
      while end < sources.count, SourceKind(name: sources[end]) == .submission { end += 1 }
      if end - start >= Self.leastFiles {
        chunks += Self.chunks(of: sources, start..<end)
      }
      start = end + 1
    }
    counts = Dictionary(uniqueKeysWithValues: chunks.map { ($0.lowerBound, $0.count) })
    // Whoever takes them in waits for the disk now and then: the work goes on meanwhile.
    line = chunks.isEmpty ? nil : WorkLine(workers: work.options.threadCount, waiting: 3)
    let taken = chunks
    line?.begin { (give) throws(StageFailure) in
      for chunk in taken {
        if try !give(Array(sources[chunk])) { return }
      }
    } work: { [self] in
      let body = work.begin { [self] in parses.load(ordering: .relaxed) }
      return { (paths) throws(StageFailure) in body(paths) }
    }
  }

  /// How many files the chunk that begins at a source has; nil when none does.
  func chunk(at index: Int) -> Int? { counts[index] }

  /// The next chunk.
  func next() throws(StageFailure) -> SubmissionWork.Chunk { try line?.next() ?? SubmissionWork.Chunk() }

  /// Whether files are parsed once they are read.
  var isParsing: Bool {
    get { parses.load(ordering: .relaxed) }
    set { parses.store(newValue, ordering: .relaxed) }
  }

  /// Ends the work.
  func close() { line?.close() }

  /// Chunks of so many files that their bytes make a transaction, as far as some of them tell.
  private static func chunks(of sources: [String], _ range: Range<Int>) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let rest = range.upperBound - start
      let most = min(mostFiles, max(rest / 4, fewestFiles), rest)
      let sample = [start, start + most / 2, start + most - 1]
      let byteCount = sample.reduce(0) { $0 + (fileStatus(at: sources[$1])?.byteCount ?? 0) } / sample.count
      let count = min(most, max(16, chunkByteCount / max(byteCount, 1)))
      chunks.append(start..<(start + count))
      start += count
    }
    return chunks
  }
}
