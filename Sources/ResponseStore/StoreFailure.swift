internal import Diagnostics
internal import SQLite

/// What was being done with a store.
enum StoreAccess {
  case reading, writing
}

extension StageFailure {
  /// Tells a failure of SQLite in the store's words.
  init(_ failure: SQLiteFailure, at path: String, _ access: StoreAccess) {
    let position = SourcePosition(file: path)
    let detail = ["detail": failure.message]
    switch (failure.kind, access) {
    case (.busy, _): self.init(Diagnostic(.storeLocked, at: position), exitCode: .locked)
    case (.foreign, _): self.init(Diagnostic(.storeForeign, at: position), exitCode: .unusableInput)
    case (.damaged, _): self.init(Diagnostic(.storeDamaged, at: position, detail), exitCode: .unusableInput)
    case (.full, _), (.denied, .writing):
      self.init(Diagnostic(.storeNotWritten, at: position, detail), exitCode: .cannotWrite)
    case (.inputOutput, .writing): self.init(Diagnostic(.storeNotWritten, at: position, detail), exitCode: .inputOutput)
    case (.denied, .reading), (.inputOutput, .reading):
      self.init(Diagnostic(.storeNotRead, at: position, detail), exitCode: .inputOutput)
    case (.constraint, _), (.other, _):
      self.init(Diagnostic(.storeRefused, at: position, detail), exitCode: .internalFault)
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
  _ path: String, _ access: StoreAccess, _ body: () throws(SQLiteFailure) -> Result
) throws(StageFailure) -> Result {
  do throws(SQLiteFailure) {
    return try body()
  } catch {
    throw StageFailure(error, at: path, access)
  }
}
