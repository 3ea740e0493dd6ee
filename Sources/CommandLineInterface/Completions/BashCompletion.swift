/// The completion script for bash.
public func bashCompletion(of program: CommandTable) -> String {
  let entries = CompletionEntry.all(of: program)
  var words = ""
  for entry in entries {
    words +=
      "    \(entry.path.joined(separator: " ").shellQuoted)) words=\(entry.words.joined(separator: " ").shellQuoted) ;;\n"
  }
  let paths = entries.map { $0.path.joined(separator: " ") }.filter { !$0.isEmpty }
  var values = ""
  var seen: Set<String> = []
  for option in entries.flatMap(\.table.allOptions) where seen.insert(option.name).inserted {
    let names = ["--\(option.name)"] + (option.letter.map { ["-\($0)"] } ?? [])
    switch option.kind {
    case .word(let allowed):
      values +=
        "    \(names.joined(separator: "|"))) COMPREPLY=($(compgen -W \(allowed.joined(separator: " ").shellQuoted) -- \"$current\")); return ;;\n"
    case .folder:
      values += "    \(names.joined(separator: "|"))) COMPREPLY=($(compgen -d -- \"$current\")); return ;;\n"
    case .file where option.placeholder != nil:
      values += "    \(names.joined(separator: "|"))) COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n"
    default: break
    }
  }
  return """
    # bash completion for \(program.name)
    _\(program.name)() {
      local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" path="" word words=""
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "${path:+$path }$word" in
        \(paths.map(\.shellQuoted).joined(separator: "|"))) path="${path:+$path }$word" ;;
        esac
      done
      case "$previous" in
    \(values)    esac
      case "$path" in
    \(words)    esac
      COMPREPLY=($(compgen -W "$words" -- "$current"))
      if [[ $current != -* ]]; then COMPREPLY+=($(compgen -f -- "$current")); fi
    }
    complete -o filenames -F _\(program.name) \(program.name)

    """
}
