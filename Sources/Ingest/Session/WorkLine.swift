import Diagnostics
import Dispatch
import Synchronization

/// Work on values that one thread gives, done by several, with the results in the order of the giving.
///
/// As many values are under way as there are workers, and some more: whoever gives waits, so memory does not grow.
final class WorkLine<Value: Sendable, Made: Sendable>: Sendable {
  /// A place in the order: what was made of a value, the end, or why there is no more.
  private enum Place: Sendable {
    case made(Made)
    case failed(StageFailure)
    case end
  }

  private struct Contents {
    var places: [Int: Place] = [:]
    var next = 0
  }

  private let workers: Int
  private let values: Conveyor<(place: Int, value: Value)>
  private let contents = Mutex(Contents())
  private let arrived = DispatchSemaphore(value: 0)
  // Begun at 0 and raised: a semaphore must not end below the value it was begun with.
  private let room = DispatchSemaphore(value: 0)
  private let isClosed = Atomic(false)

  /// Creates a line.
  ///
  /// - Parameter waiting: how many of the values made may wait to be taken.
  init(workers: Int, waiting: Int = 1) {
    self.workers = max(workers, 1)
    values = Conveyor(capacity: self.workers)
    for _ in 0..<(self.workers + max(waiting, 1)) { room.signal() }
  }

  /// Begins the giving and the work, each on threads of their own.
  ///
  /// - Parameters:
  ///   - giving: hands every value to its argument, until that is false.
  ///   - work: makes what one thread does with each of its values.
  func begin(
    _ giving: @escaping @Sendable ((Value) throws(StageFailure) -> Bool) throws(StageFailure) -> Void,
    work: @escaping @Sendable () -> ((Value) throws(StageFailure) -> Made)
  ) {
    DispatchQueue(label: "giving").async { [self] in
      var count = 0
      do throws(StageFailure) {
        try giving { (value) throws(StageFailure) in
          room.wait()
          guard !isClosed.load(ordering: .acquiring), values.give((count, value)) else { return false }
          count += 1
          return true
        }
        put(.end, at: count)
      } catch {
        put(.failed(error), at: count)
      }
      values.finish()
    }
    for number in 0..<workers {
      DispatchQueue(label: "work \(number)").async { [self] in
        let make = work()
        while let (place, value) = values.take() {
          do throws(StageFailure) {
            put(.made(try make(value)), at: place)
          } catch {
            put(.failed(error), at: place)
          }
        }
      }
    }
  }

  /// What was made of the next value, waiting for it; nil at the end.
  func next() throws(StageFailure) -> Made? {
    while true {
      let found = contents.withLock { contents in
        let place = contents.places.removeValue(forKey: contents.next)
        if place != nil { contents.next += 1 }
        return place
      }
      switch found {
      case .made(let made):
        room.signal()
        return made
      case .failed(let failure): throw failure
      case .end: return nil
      case nil: arrived.wait()
      }
    }
  }

  /// Ends giving and working; what is under way is dropped.
  func close() {
    isClosed.store(true, ordering: .releasing)
    room.signal()
    values.close()
  }

  private func put(_ made: Place, at place: Int) {
    contents.withLock { $0.places[place] = made }
    arrived.signal()
  }
}
