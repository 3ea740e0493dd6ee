public import Diagnostics
internal import Foundation

/// What the environment says about speaking to the user.
public struct TerminalStyle: Sendable {
  /// The language of everything printed.
  public var language: InterfaceLanguage
  /// Whether standard error is a terminal: progress is shown only there.
  public var showsProgress: Bool
  /// Whether messages are coloured.
  public var usesColour: Bool
  /// Columns of the terminal.
  public var width: Int

  /// Reads the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`, `NO_COLOR`, `TERM`, `COLUMNS`).
  ///
  /// Vietnamese is spoken unless the locale names English; an unset locale, `C` and `POSIX` say nothing.
  public init(environment: [String: String], isErrorTerminal: Bool) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    language = locale.lowercased().hasPrefix("en") ? .english : .vietnamese
    showsProgress = isErrorTerminal && environment["TERM"] != "dumb"
    usesColour = showsProgress && (environment["NO_COLOR"] ?? "").isEmpty
    width = environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }

  /// The style of this process.
  public static var ofThisProcess: TerminalStyle {
    TerminalStyle(environment: ProcessInfo.processInfo.environment, isErrorTerminal: isatty(STDERR_FILENO) == 1)
  }

  /// A finding as printed on a terminal: its severity coloured.
  public func line(for diagnostic: Diagnostic) -> String {
    let line = diagnostic.line(in: language)
    guard usesColour else { return line }
    let word = "\(diagnostic.severity.name(in: language)):"
    guard let range = line.firstRange(of: word) else { return line }
    let colour = diagnostic.severity == .error ? "31" : diagnostic.severity == .warning ? "33" : "36"
    return line.replacingCharacters(in: range, with: "\u{1B}[1;\(colour)m\(word)\u{1B}[0m")
  }
}
