public import Diagnostics
internal import Responses

extension SQLiteRecordSource {
  /// How many accepted records are of a wave; those without a date are of none.
  ///
  /// - Complexity: O(records); only the column of dates is read.
  public func recordCount(of wave: WaveSelection) throws(StageFailure) -> Int {
    guard let field = wave.field else { return try recordCount }
    guard let place = layout.index(of: field) else { return 0 }
    var count = 0
    try forEachAnonymousBatch(fields: [place]) { (batch) throws(StageFailure) in
      for day in wave.days(of: batch) { if let day, wave.contains(day) { count += 1 } }
    }
    return count
  }
}
