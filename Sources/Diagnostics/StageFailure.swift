/// An operation that could not be done, with the reasons and the exit code that tells a script so.
public struct StageFailure: Error, Sendable {
  /// Why, at least one; the first is the cause.
  public let diagnostics: [Diagnostic]
  /// What the process reports when this failure ends it.
  public let exitCode: ExitCode

  /// Creates a failure from its reasons.
  public init(_ diagnostics: [Diagnostic], exitCode: ExitCode) {
    self.diagnostics = diagnostics
    self.exitCode = exitCode
  }

  /// Creates a failure from one reason.
  public init(_ diagnostic: Diagnostic, exitCode: ExitCode) {
    self.init([diagnostic], exitCode: exitCode)
  }
}

/// What the process tells its caller (after sysexits.h).
public enum ExitCode: Int32, Sendable, CaseIterable {
  /// Done.
  case success = 0
  /// Done, with findings: a form with errors, records quarantined under `--strict`.
  case findings = 1
  /// Wrong usage of the command line.
  case usage = 64
  /// Unusable input.
  case unusableInput = 65
  /// Missing input.
  case missingInput = 66
  /// A needed program is missing.
  case missingProgram = 69
  /// A fault of ours.
  case internalFault = 70
  /// The output cannot be written.
  case cannotWrite = 73
  /// Reading or writing failed on the way.
  case inputOutput = 74
  /// The store is locked by another process; try again.
  case locked = 75
}
