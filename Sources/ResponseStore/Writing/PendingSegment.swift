internal import Dispatch
internal import Responses
internal import Synchronization

/// A segment that is encoded beside the work on the next one.
final class PendingSegment: Sendable {
  private let encoded = Mutex<EncodedSegment?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Records from which a thread is worth its start.
  private static let threadedCount = 1024

  /// Begins to encode a segment.
  init(_ contents: SegmentContents) {
    guard contents.batch.count >= Self.threadedCount else {
      finish(contents)
      return
    }
    DispatchQueue(label: "segment").async { [self] in finish(contents) }
  }

  private func finish(_ contents: SegmentContents) {
    let segment = EncodedSegment(contents)
    encoded.withLock { $0 = segment }
    isDone.signal()
  }

  /// The segment, once it is encoded; asked for once.
  func take() -> EncodedSegment? {
    isDone.wait()
    return encoded.withLock { $0.take() }
  }
}
