import Dispatch
import Synchronization

/// What is made of the numbers 0..<count, in their order; made on the machine's cores side by side.
func madeSideBySide<Made: Sendable>(_ count: Int, _ make: @Sendable (Int) -> Made) -> [Made] {
  if count < 2 { return (0..<max(0, count)).map(make) }
  let found = Mutex([Made?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { number in
    let made = make(number)
    found.withLock { $0[number] = made }
  }
  return found.withLock { $0.compactMap(\.self) }
}

/// The bytes of many rows, written in parts side by side and put together in their order.
func writtenSideBySide(rows count: Int, _ write: @Sendable (Range<Int>) -> [UInt8]) -> [UInt8] {
  let partSize = 4096
  let parts = madeSideBySide((count + partSize - 1) / partSize) { part in
    write(part * partSize..<min(count, (part + 1) * partSize))
  }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
  for part in parts { bytes += part }
  return bytes
}
