public import Diagnostics

/// The completion script for zsh.
public func zshCompletion(of program: CommandTable, language: InterfaceLanguage) -> String {
  var cases = ""
  for entry in CompletionEntry.all(of: program) {
    let commands = entry.table.subcommands.map { "\($0.name):\(plain($0.abstract[language]))".shellQuoted }
    let options = entry.table.allOptions.map { "--\($0.name):\(plain($0.help[language]))".shellQuoted }
    cases += "    \(entry.path.joined(separator: " ").shellQuoted))\n"
    if !commands.isEmpty { cases += "      commands=(\(commands.joined(separator: " ")))\n" }
    cases += "      options=(\(options.joined(separator: " ")))\n      ;;\n"
  }
  let paths = CompletionEntry.all(of: program).map { $0.path.joined(separator: " ") }.filter { !$0.isEmpty }
  return """
    #compdef \(program.name)
    # zsh completion for \(program.name)
    _\(program.name)() {
      local path="" word
      local -a commands options
      for word in "${(@)words[2,CURRENT-1]}"; do
        case "${path:+$path }$word" in
        \(paths.map(\.shellQuoted).joined(separator: "|"))) path="${path:+$path }$word" ;;
        esac
      done
      case "$path" in
    \(cases)  esac
      if [[ $PREFIX == -* ]]; then
        _describe -o option options
      elif (( ${#commands} )); then
        _describe command commands
      else
        _files
      fi
    }
    _\(program.name) "$@"

    """
}

/// Colons end a term in zsh's lists.
private func plain(_ text: String) -> String {
  text.split(separator: ":", omittingEmptySubsequences: false).joined(separator: "\\:")
}
