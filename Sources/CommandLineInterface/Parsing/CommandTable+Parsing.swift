internal import Diagnostics

extension CommandTable {
  /// Understands a command line, GNU style: `--name=value`, `--name value`, `-n value`, `-nvalue`, `-abc`, `--`.
  ///
  /// Asking for help ends the checks: `ykien ingest --help` is understood although arguments are missing.
  /// - Parameter words: the command line without the program's name.
  /// - Throws: the first ``UsageProblem``.
  public func parse(_ words: [String]) throws(UsageProblem) -> ParsedCommand {
    var table = self
    var parsed = ParsedCommand(path: [])
    var rest = words[...]
    var onlyArguments = false
    while let word = rest.popFirst() {
      if onlyArguments || word == "-" || !word.hasPrefix("-") {
        if parsed.arguments.isEmpty, let next = table.subcommands.first(where: { $0.name == word }) {
          table = next
          parsed.path.append(word)
        } else if table.actsItself {
          parsed.arguments.append(word)
        } else {
          throw .unknownCommand(word, nearest: nearestName(to: word, among: table.subcommands.map(\.name)))
        }
      } else if word == "--" {
        onlyArguments = true
      } else if word.hasPrefix("--") {
        try table.parseLong(word, &rest, into: &parsed)
      } else {
        try table.parseLetters(word, &rest, into: &parsed)
      }
    }
    if !parsed.has("help") { try table.checkCounts(of: parsed) }
    return parsed
  }

  /// The command a path leads to; nil when there is none.
  public func command(at path: some Sequence<String>) -> CommandTable? {
    var table = self
    for name in path {
      guard let next = table.subcommands.first(where: { $0.name == name }) else { return nil }
      table = next
    }
    return table
  }

  private func parseLong(
    _ word: String, _ rest: inout ArraySlice<String>, into parsed: inout ParsedCommand
  ) throws(UsageProblem) {
    let pieces = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(pieces[0])
    guard let option = allOptions.first(where: { $0.name == name }) else {
      let nearest = nearestName(to: name, among: allOptions.map(\.name)).map { "--\($0)" }
      throw .unknownOption("--\(name)", nearest: nearest)
    }
    try store(option, spelled: "--\(name)", given: pieces.count > 1 ? String(pieces[1]) : nil, &rest, into: &parsed)
  }

  private func parseLetters(
    _ word: String, _ rest: inout ArraySlice<String>, into parsed: inout ParsedCommand
  ) throws(UsageProblem) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = allOptions.first(where: { $0.letter == letter }) else {
        throw .unknownOption("-\(letter)", nearest: nil)
      }
      if option.placeholder == nil {
        try store(option, spelled: "-\(letter)", given: nil, &rest, into: &parsed)
      } else {
        let attached = letters.isEmpty ? nil : String(letters)
        try store(option, spelled: "-\(letter)", given: attached, &rest, into: &parsed)
        return
      }
    }
  }

  private func store(
    _ option: OptionTable, spelled: String, given: String?, _ rest: inout ArraySlice<String>,
    into parsed: inout ParsedCommand
  ) throws(UsageProblem) {
    guard option.placeholder != nil else {
      guard given == nil else { throw .unexpectedValue(option: spelled) }
      parsed.options[option.name, default: []].append("")
      return
    }
    guard let value = given ?? rest.popFirst() else { throw .missingValue(option: spelled) }
    if case .word(let words) = option.kind, !words.contains(value) {
      throw .badValue(option: spelled, value: value, expected: words.joined(separator: ", "))
    }
    parsed.options[option.name, default: []].append(value)
  }

  private func checkCounts(of parsed: ParsedCommand) throws(UsageProblem) {
    guard actsItself else { throw .missingSubcommand(subcommands.map(\.name)) }
    for option in options where option.isRequired && !parsed.has(option.name) {
      throw .missingOption("--\(option.name)")
    }
    var remaining = parsed.arguments.count
    for argument in arguments {
      switch argument.count {
      case .one:
        guard remaining > 0 else { throw .missingArgument(argument.placeholder) }
        remaining -= 1
      case .optional: remaining = max(0, remaining - 1)
      case .atLeastOne:
        guard remaining > 0 else { throw .missingArgument(argument.placeholder) }
        remaining = 0
      case .any: remaining = 0
      }
    }
    guard remaining == 0 else { throw .surplusArgument(parsed.arguments[parsed.arguments.count - remaining]) }
  }
}
