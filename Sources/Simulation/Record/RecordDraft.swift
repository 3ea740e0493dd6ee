/// A record while it is made: the answers' bytes one after the other, and where each field's lie.
struct RecordDraft: Sendable {
  /// The bytes of all answers, in the order of their making; may hold remains of answers taken back.
  var bytes: [UInt8] = []
  private(set) var starts: [Int]
  private(set) var ends: [Int]

  init(fieldCount: Int) {
    starts = Array(repeating: 0, count: fieldCount)
    ends = starts
  }

  /// Forgets everything.
  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    for field in starts.indices {
      starts[field] = 0
      ends[field] = 0
    }
  }

  /// Gives a field the bytes from a position to the end.
  mutating func close(_ field: Int, from start: Int) {
    starts[field] = start
    ends[field] = bytes.count
  }

  /// Takes a field's answer back.
  mutating func clear(_ field: Int) {
    starts[field] = 0
    ends[field] = 0
  }

  /// Gives a field an answer.
  mutating func set(_ field: Int, _ answer: some Collection<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: answer)
    close(field, from: start)
  }

  func isBlank(_ field: Int) -> Bool { starts[field] == ends[field] }

  /// The bytes of a field's answer.
  func answer(_ field: Int) -> ArraySlice<UInt8> { bytes[starts[field]..<ends[field]] }

  /// The answer as text.
  func text(_ field: Int) -> String { String(decoding: answer(field), as: UTF8.self) }
}
