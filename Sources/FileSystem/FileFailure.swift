import Diagnostics
import Glibc

/// What was being done when the system refused.
enum FileOperation {
  case reading, writing
}

/// The failure for the error number of the last system call.
func fileFailure(_ operation: FileOperation, _ path: String, error: Int32 = errno) -> StageFailure {
  let position = SourcePosition(file: path)
  switch (error, operation) {
  case (ENOENT, .reading), (ENOTDIR, .reading):
    return StageFailure(Diagnostic(.fileMissing, at: position), exitCode: .missingInput)
  case (EACCES, .reading), (EPERM, .reading):
    return StageFailure(Diagnostic(.fileForbidden, at: position), exitCode: .missingInput)
  case (_, .reading):
    return StageFailure(
      Diagnostic(.fileUnreadable, at: position, ["reason": reason(error)]), exitCode: .inputOutput)
  case (_, .writing):
    return StageFailure(
      Diagnostic(.fileUnwritable, at: position, ["reason": reason(error)]), exitCode: .cannotWrite)
  }
}

/// The system's short text for an error number.
private func reason(_ error: Int32) -> String {
  guard let text = unsafe strerror(error) else { return "errno \(error)" }
  return unsafe String(cString: text)
}

/// Refuses paths that the system would cut short.
func checkPath(_ path: String) throws(StageFailure) {
  if path.isEmpty || path.utf8.contains(0) {
    throw StageFailure(
      Diagnostic(
        .pathUnusable, at: SourcePosition(file: path.printable), ["reason": path.isEmpty ? "\"\"" : "NUL"]),
      exitCode: .missingInput)
  }
}
