internal import Diagnostics
internal import Dispatch
internal import Synchronization

/// Does two works at the same time, the first on a thread of its own, and waits for both.
///
/// - Throws: what the second throws, else what the first throws: a failure does not depend on which is faster.
func sideBySide<First: Sendable, Second>(
  _ first: @escaping @Sendable () throws(StageFailure) -> First, _ second: () throws(StageFailure) -> Second
) throws(StageFailure) -> (First, Second) {
  let apart = WorkApart(first)
  let own: Result<Second, StageFailure>
  do throws(StageFailure) { own = .success(try second()) } catch { own = .failure(error) }
  let other = apart.outcome()
  let made = try own.get()
  return (try other.get(), made)
}

/// A work on a thread of its own.
private final class WorkApart<Made: Sendable>: Sendable {
  private let made = Mutex<Result<Made, StageFailure>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws(StageFailure) -> Made) {
    DispatchQueue(label: "apart").async { [self] in
      let outcome: Result<Made, StageFailure>
      do throws(StageFailure) { outcome = .success(try work()) } catch { outcome = .failure(error) }
      made.withLock { $0 = outcome }
      isDone.signal()
    }
  }

  /// What came of it, waiting for it; to be asked for once.
  func outcome() -> Result<Made, StageFailure> {
    while true {
      isDone.wait()
      if let outcome = made.withLock({ $0 }) { return outcome }
    }
  }
}
