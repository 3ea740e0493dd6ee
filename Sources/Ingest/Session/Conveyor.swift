import Dispatch
import Synchronization

/// Hands values from one thread to another in their order, some at a time: whoever is ahead waits.
final class Conveyor<Value: Sendable>: Sendable {
  private struct Contents {
    var values: [Value] = []
    var isClosed = false
  }

  private let contents = Mutex(Contents())
  // Begun at 0 and raised: a semaphore must not end below the value it was begun with.
  private let places = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  /// Creates a conveyor.
  ///
  /// - Parameter capacity: values that may wait.
  init(capacity: Int) { for _ in 0..<capacity { places.signal() } }

  /// Hands a value on, waiting for a place.
  ///
  /// - Returns: false when nobody takes any more: the giver should end.
  func give(_ value: Value) -> Bool {
    places.wait()
    let isTaken = contents.withLock { contents in
      if contents.isClosed { return false }
      contents.values.append(value)
      return true
    }
    // Whoever waits for a place next must not wait for ever.
    if isTaken { filled.signal() } else { places.signal() }
    return isTaken
  }

  /// The next value, waiting for it; nil when the giver has ended and nothing is left.
  func take() -> Value? {
    filled.wait()
    let value = contents.withLock { contents in contents.values.isEmpty ? nil : contents.values.removeFirst() }
    if value == nil { filled.signal() } else { places.signal() }
    return value
  }

  /// Ends the giving.
  func finish() { filled.signal() }

  /// Ends the taking: what waits is dropped, and the giver is told.
  func close() {
    contents.withLock { contents in
      contents.isClosed = true
      contents.values = []
    }
    places.signal()
  }
}
