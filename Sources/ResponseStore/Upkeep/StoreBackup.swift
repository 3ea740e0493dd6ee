public import Diagnostics
internal import FileSystem
internal import Responses
internal import SQLite

extension SQLiteResponseStore {
  /// Writes a copy of the store (mode 0600) as of one moment, while others may read and write.
  ///
  /// The copy is made under another name, verified, and only then gets its own: there is a whole backup or none.
  /// - Parameter file: a path at which nothing lies yet.
  /// - Returns: what was verified in the copy.
  /// - Throws: ``ExitCode/cannotWrite`` when there is a file or the copy cannot be written;
  ///   ``ExitCode/unusableInput`` when the copy is not sound, which it cannot be of a damaged store.
  public func backUp(to file: String) throws(StageFailure) -> StoreVerification {
    guard fileStatus(at: file) == nil else {
      throw StageFailure(
        Diagnostic(.storeBackupExists, at: SourcePosition(file: file), ["file": file]), exitCode: .cannotWrite)
    }
    try createFolders(at: parentFolder(of: file), mode: 0o700)
    let temporary = "\(file).\(UInt32.random(in: 0...UInt32.max)).tmp"
    // SQLite would create the file readable by others; it takes an empty one as it is.
    try createEmptyFile(at: temporary, mode: 0o600)
    do throws(StageFailure) {
      try inStore(path, .writing) { () throws(SQLiteFailure) in
        let copying = try database.prepare("VACUUM INTO ?")
        try copying.bind(1, temporary.hasPrefix("/") ? temporary : "./" + temporary)
        try copying.run()
      }
      let verified = try verifyCopy(at: temporary, named: file)
      try takePath(file, from: temporary)
      return verified
    } catch {
      for suffix in ["", "-journal", "-wal", "-shm"] { try? removeFile(at: temporary + suffix) }
      throw error
    }
  }

  private func verifyCopy(at copy: String, named file: String) throws(StageFailure) -> StoreVerification {
    guard let store = try Self.openForReading(path: copy) else { throw .damaged("backup", at: file) }
    let verified = try store.verify()
    let errors = verified.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      let failure = Diagnostic(.storeBackupFailed, at: SourcePosition(file: file), ["file": file])
      throw StageFailure([failure] + errors, exitCode: .unusableInput)
    }
    return verified
  }
}
