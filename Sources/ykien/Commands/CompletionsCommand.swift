import CommandLineInterface
import Diagnostics

/// `ykien completions`: the completion script of a shell.
enum CompletionsCommand: Subcommand {
  static let path = ["completions"]

  static let table = CommandTable(
    "completions", BilingualText(vi: "in phần gợi ý lệnh cho một shell", en: "print the completion script of a shell"),
    arguments: [
      ArgumentTable(
        "SHELL", BilingualText(vi: "bash, zsh hoặc fish", en: "bash, zsh or fish"),
        kind: .word(["bash", "zsh", "fish"]))
    ],
    examples: [
      CommandExample(
        "ykien completions bash > ~/.local/share/bash-completion/completions/ykien",
        BilingualText(vi: "cài gợi ý lệnh cho bash", en: "install completions for bash"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    switch command.arguments[0] {
    case "bash": output.result(bashCompletion(of: Program.table))
    case "zsh": output.result(zshCompletion(of: Program.table, language: output.style.language))
    case "fish": output.result(fishCompletion(of: Program.table, language: output.style.language))
    default: throw usageFailure("SHELL", value: command.arguments[0], expected: "bash, zsh, fish")
    }
    return .success
  }
}
