import CommandLineInterface
import Diagnostics

/// `ykien manual`: the manual page.
enum ManualCommand: Subcommand {
  static let path = ["manual"]

  static let table = CommandTable(
    "manual", BilingualText(vi: "in trang hướng dẫn (man)", en: "print the manual page"),
    examples: [
      CommandExample("ykien manual | man -l -", BilingualText(vi: "đọc trang hướng dẫn", en: "read the manual page"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    output.result(manualPage(of: Program.table, version: Program.version, language: output.style.language))
    return .success
  }
}
