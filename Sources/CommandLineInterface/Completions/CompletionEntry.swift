internal import Diagnostics

/// One command with its path, as the writers of completions need it.
struct CompletionEntry {
  let path: [String]
  let table: CommandTable

  /// Every command of a program, itself first.
  static func all(of program: CommandTable) -> [CompletionEntry] {
    func visit(_ table: CommandTable, path: [String]) -> [CompletionEntry] {
      [CompletionEntry(path: path, table: table)]
        + table.subcommands.flatMap { visit($0, path: path + [$0.name]) }
    }
    return visit(program, path: [])
  }

  /// The words that may follow: subcommands and options.
  var words: [String] {
    table.subcommands.map(\.name) + table.allOptions.map { "--\($0.name)" }
  }
}

extension String {
  /// The text between single quotes, for a POSIX shell or zsh.
  var shellQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
