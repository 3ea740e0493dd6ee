internal import Diagnostics
internal import SQLite

extension StageFailure {
  /// Tells a failure of SQLite in the store's words.
  init(_ failure: SQLiteFailure, at path: String) {
    let position = SourcePosition(file: path)
    let detail = ["detail": failure.message]
    switch failure.kind {
    case .busy: self.init(Diagnostic(.storeLocked, at: position), exitCode: .locked)
    case .damaged: self.init(Diagnostic(.storeDamaged, at: position, detail), exitCode: .unusableInput)
    case .full, .denied: self.init(Diagnostic(.storeNotWritten, at: position, detail), exitCode: .cannotWrite)
    case .inputOutput: self.init(Diagnostic(.storeNotRead, at: position, detail), exitCode: .inputOutput)
    case .constraint, .other: self.init(Diagnostic(.storeDamaged, at: position, detail), exitCode: .internalFault)
    }
  }

  /// Tells that stored bytes are not what was written.
  static func damaged(_ detail: String, at path: String) -> StageFailure {
    StageFailure(
      Diagnostic(.storeDamaged, at: SourcePosition(file: path), ["detail": detail]), exitCode: .unusableInput)
  }
}

/// Runs work on a database and tells its failures in the store's words.
func inStore<Result>(
  _ path: String, _ body: () throws(SQLiteFailure) -> Result
) throws(StageFailure) -> Result {
  do throws(SQLiteFailure) {
    return try body()
  } catch {
    throw StageFailure(error, at: path)
  }
}
