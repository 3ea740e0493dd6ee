public import Diagnostics
import Glibc

/// The absolute path of what a path leads to, symbolic links followed.
///
/// - Throws: ``ExitCode/missingInput`` when there is nothing.
public func absolutePath(of path: String) throws(StageFailure) -> String {
  guard let resolved = unsafe realpath(path, nil) else {
    throw StageFailure(Diagnostic(.fileMissing, at: SourcePosition(file: path)), exitCode: .missingInput)
  }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// The absolute path of the program that runs.
///
/// - Throws: ``ExitCode/missingInput`` where the system does not tell.
public func pathOfThisProgram() throws(StageFailure) -> String { try absolutePath(of: "/proc/self/exe") }
