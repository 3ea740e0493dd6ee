internal import FileSystem
public import Diagnostics

/// Keeps a second run of a pipeline waiting outside until the first is done.
public final class PipelineLock {
  private var lock: FileLock?

  init(path: String, name: String) throws(StageFailure) {
    do {
      try createFolders(at: parentFolder(of: path), mode: 0o700)
      lock = try FileLock(at: path)
    } catch {
      guard error.exitCode == .locked else { throw error }
      throw StageFailure(
        Diagnostic(.pipelineLocked, at: SourcePosition(file: path), ["name": name]), exitCode: .locked)
    }
  }

  /// Lets others in.
  public func release() { lock = nil }
}

extension PipelineRun {
  /// Takes the pipeline for this process, until the lock is released or the process ends.
  ///
  /// - Throws: ``ExitCode/locked`` when another process runs it.
  public func lock() throws(StageFailure) -> PipelineLock {
    try PipelineLock(path: definition.path(definition.store) + ".lock", name: definition.name)
  }
}
