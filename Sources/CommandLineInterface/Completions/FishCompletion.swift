public import Diagnostics

/// The completion script for fish.
public func fishCompletion(of program: CommandTable, language: InterfaceLanguage) -> String {
  var lines = ["# fish completion for \(program.name)"]
  for entry in CompletionEntry.all(of: program) {
    var condition = entry.path.map { "__fish_seen_subcommand_from \($0)" }
    let below = entry.table.subcommands.map(\.name)
    if entry.path.isEmpty {
      condition.append("__fish_use_subcommand")
    } else if !below.isEmpty {
      condition.append("not __fish_seen_subcommand_from \(below.joined(separator: " "))")
    }
    let when = "-n " + condition.joined(separator: "; and ").shellQuoted
    for command in entry.table.subcommands {
      lines.append("complete -c \(program.name) -f \(when) -a \(command.name) -d \(quoted(command.abstract[language]))")
    }
    // The common options serve every command; the others stand with theirs.
    let common = entry.path.isEmpty ? OptionTable.common.map { (option: $0, when: "") } : []
    for (option, when) in entry.table.options.map({ (option: $0, when: " \(when)") }) + common {
      var line = "complete -c \(program.name)\(when)"
      line += " -l \(option.name)"
      if let letter = option.letter { line += " -s \(letter)" }
      switch option.kind {
      case .word(let allowed): line += " -x -a \(allowed.joined(separator: " ").shellQuoted)"
      case .folder: line += " -x -a '(__fish_complete_directories)'"
      case .file where option.placeholder != nil: line += " -r -F"
      default: line += option.placeholder == nil ? " -f" : " -x"
      }
      lines.append(line + " -d \(quoted(option.help[language]))")
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// A text between single quotes, where fish escapes by a backslash.
private func quoted(_ text: String) -> String {
  var escaped = ""
  for character in text {
    if character == "'" || character == "\\" { escaped.append("\\") }
    escaped.append(character)
  }
  return "'\(escaped)'"
}
