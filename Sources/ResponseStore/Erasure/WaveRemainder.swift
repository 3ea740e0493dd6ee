public import Diagnostics
internal import Responses
internal import SQLite

extension SQLiteResponseStore {
  /// The records of a wave that are still there, counted or earlier versions.
  ///
  /// - Parameter identified: whether only those that were not cut off from their people count.
  /// - Complexity: O(records × fields); nothing is written.
  public func remaining(of wave: WaveSelection, identified: Bool) throws(StageFailure) -> Int {
    guard try inStore(path, .reading, { () throws(SQLiteFailure) in try hasTables }) else { return 0 }
    let layouts = try layouts(ofForm: wave.form)
    var count = 0
    for segment in try segments(ofForm: wave.form) {
      let batch = try contents(of: segment, layouts).batch
      for (row, day) in wave.days(of: batch).enumerated() {
        guard let day, wave.contains(day) else { continue }
        if !identified || !batch.keys[row].isDeidentifiedKey { count += 1 }
      }
    }
    return count
  }
}
