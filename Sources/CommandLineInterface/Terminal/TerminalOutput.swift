public import Diagnostics
internal import Foundation
internal import Synchronization

/// Standard output and standard error of the process: results on the one, everything else on the other.
public final class TerminalOutput: Sendable {
  /// Language, colours and width.
  public let style: TerminalStyle
  private let progressIsShown = Mutex(false)
  private let failure = Mutex<StageFailure?>(nil)

  /// Creates the outputs of the process.
  public init(style: TerminalStyle) { self.style = style }

  /// Why a result could not be written, as when the disk behind a redirection is full; nil: all were written.
  ///
  /// A reader that has gone away, such as `head`, is no failure: it has read what it wanted.
  public var resultFailure: StageFailure? { failure.withLock { $0 } }

  /// Writes a result to standard output; see ``resultFailure``.
  public func result(_ text: String) {
    clearProgress()
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      let outer = error as NSError
      let reason = outer.userInfo[NSUnderlyingErrorKey] as? NSError ?? outer
      guard reason.domain != NSPOSIXErrorDomain || reason.code != Int(EPIPE) else { return }
      let finding = Diagnostic(
        .fileUnwritable, at: SourcePosition(file: "stdout"), ["reason": reason.localizedDescription])
      failure.withLock { $0 = StageFailure(finding, exitCode: .cannotWrite) }
    }
  }

  /// Writes a line to standard error.
  public func message(_ text: String) {
    clearProgress()
    write(text + "\n")
  }

  /// Writes findings to standard error, one a line.
  public func diagnostics(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    message(diagnostics.map(style.line(for:)).joined(separator: "\n"))
  }

  /// Shows how far long work has come, on a terminal only: it overwrites itself.
  public func progress(_ text: String) {
    guard style.showsProgress else { return }
    progressIsShown.withLock { $0 = true }
    write("\r\u{1B}[K" + text.printable.prefix(max(20, style.width - 1)))
  }

  private func clearProgress() {
    let wasShown = progressIsShown.withLock { shown in
      defer { shown = false }
      return shown
    }
    if wasShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
