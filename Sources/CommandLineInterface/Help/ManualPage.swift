public import Diagnostics

/// The manual page (roff, section 1) of a program, made from its table.
public func manualPage(of program: CommandTable, version: String, language: InterfaceLanguage) -> String {
  let english = language == .english
  var page = [
    ".TH \(program.name.uppercased()) 1 \"\" \"\(program.name) \(version)\"",
    ".SH \(english ? "NAME" : "TÊN")",
    "\(program.name) \\- \(escaped(program.abstract[language]))",
    ".SH \(english ? "SYNOPSIS" : "CÚ PHÁP")",
  ]
  let commands = CompletionEntry.all(of: program).filter { $0.table.actsItself && !$0.path.isEmpty }
  for entry in commands {
    let help = HelpText(program: program, path: entry.path, language: language, width: 80)
    page += [".B \(escaped(help.usageLine))", ".br"]
  }
  page += [".SH \(english ? "DESCRIPTION" : "MÔ TẢ")", escaped(program.discussion[language])]
  page.append(".SH \(english ? "COMMANDS" : "CÁC LỆNH")")
  for entry in commands {
    page += [".SS \(escaped(entry.path.joined(separator: " ")))", escaped(entry.table.abstract[language]) + "."]
    if !entry.table.discussion[language].isEmpty { page += [".PP", escaped(entry.table.discussion[language])] }
    for argument in entry.table.arguments {
      page += [".TP", ".I \(escaped(argument.placeholder))", escaped(argument.help[language])]
    }
    for option in entry.table.options {
      page += [".TP", ".B \(escaped(option.spelling))", escaped(option.help[language])]
    }
    for example in entry.table.examples {
      page += [".TP", ".B \(escaped(example.line))", escaped(example.explanation[language])]
    }
  }
  page.append(".SH \(english ? "OPTIONS OF EVERY COMMAND" : "TÙY CHỌN CHUNG")")
  for option in OptionTable.common {
    page += [".TP", ".B \(escaped(option.spelling))", escaped(option.help[language])]
  }
  page.append(".SH \(english ? "EXIT STATUS" : "MÃ KẾT THÚC")")
  for code in ExitCode.allCases { page += [".TP", ".B \(code.rawValue)", escaped(code.meaning[language])] }
  return page.joined(separator: "\n") + "\n"
}

/// Text as roff reads it: backslashes, dashes and quotes escaped, no line beginning with a control character.
private func escaped(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    var result = ""
    for character in line {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      // A macro takes bare quotes for its own, and typesetting would bend the others: commands must survive copying.
      case "\"": result += "\\(dq"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "~": result += "\\(ti"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }.joined(separator: "\n")
}
