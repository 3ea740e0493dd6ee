public import Diagnostics
internal import Foundation
internal import Synchronization

/// Standard output and standard error of the process: results on the one, everything else on the other.
public final class TerminalOutput: Sendable {
  /// Language, colours and width.
  public let style: TerminalStyle
  private let progressIsShown = Mutex(false)

  /// Creates the outputs of the process.
  public init(style: TerminalStyle) { self.style = style }

  /// Writes a result to standard output; a reader that has gone away ends nothing.
  public func result(_ text: String) {
    clearProgress()
    try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
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
