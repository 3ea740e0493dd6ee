public import Diagnostics

/// The help of a command, made from its table.
public struct HelpText: Sendable {
  private let table: CommandTable
  private let path: [String]
  private let language: InterfaceLanguage
  private let width: Int

  /// Prepares the help of the command at a path below a program.
  public init(program: CommandTable, path: [String], language: InterfaceLanguage, width: Int) {
    table = program.command(at: path) ?? program
    self.path = [program.name] + path
    self.language = language
    self.width = max(40, min(width, 100))
  }

  /// The whole help, ending in a newline.
  public var text: String {
    var sections = [wrapped(capitalised(table.abstract[language]) + ".", width: width, indent: 0), usage]
    if !table.discussion[language].isEmpty {
      sections.append(wrapped(table.discussion[language], width: width, indent: 0))
    }
    if !table.subcommands.isEmpty { sections.append(section("Các lệnh", "Commands", commandRows)) }
    if !table.arguments.isEmpty { sections.append(section("Tham số", "Arguments", argumentRows)) }
    sections.append(section("Tùy chọn", "Options", optionRows))
    if !table.examples.isEmpty { sections.append(examples) }
    sections.append(section("Mã kết thúc", "Exit codes", Self.exitCodeRows(in: language, of: table)))
    return sections.joined(separator: "\n\n") + "\n"
  }

  /// One line that says how the command is called.
  public var usageLine: String {
    var line = path.joined(separator: " ")
    if !table.actsItself { line += language == .english ? " COMMAND" : " LỆNH" }
    for option in table.options where option.isRequired { line += " --\(option.name) \(option.placeholder ?? "")" }
    line += language == .english ? " [OPTION…]" : " [TÙY CHỌN…]"
    for argument in table.arguments {
      switch argument.count {
      case .one: line += " \(argument.placeholder)"
      case .optional: line += " [\(argument.placeholder)]"
      case .any: line += " [\(argument.placeholder)…]"
      case .atLeastOne: line += " \(argument.placeholder)…"
      }
    }
    return line
  }

  private var usage: String { (language == .english ? "Usage: " : "Cách dùng: ") + usageLine }

  private var commandRows: [(term: String, explanation: String)] {
    table.subcommands.flatMap { command in
      (command.actsItself ? [(command.name, command.abstract[language])] : [])
        + command.subcommands.map { ("\(command.name) \($0.name)", $0.abstract[language]) }
    }
  }

  private var argumentRows: [(term: String, explanation: String)] {
    table.arguments.map { ($0.placeholder, $0.help[language]) }
  }

  private var optionRows: [(term: String, explanation: String)] {
    table.allOptions.map { ($0.spelling, $0.help[language]) }
  }

  private var examples: String {
    let title = language == .english ? "Examples:" : "Ví dụ:"
    let rows = table.examples.map { "  \($0.line)\n" + wrapped($0.explanation[language], width: width, indent: 6) }
    return title + "\n" + rows.joined(separator: "\n")
  }

  private func section(_ vi: String, _ en: String, _ rows: [(term: String, explanation: String)]) -> String {
    (language == .english ? en : vi) + ":\n" + definitionList(rows, width: width)
  }

  private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// What the exit codes mean; a command's own help lists the common ones, the program's help all of them.
  static func exitCodeRows(
    in language: InterfaceLanguage, of table: CommandTable
  ) -> [(term: String, explanation: String)] {
    let all = ExitCode.allCases.map { ("\($0.rawValue)", $0.meaning[language]) }
    return table.subcommands.isEmpty ? all.filter { ["0", "1", "64", "65", "66", "73", "75"].contains($0.0) } : all
  }
}

extension OptionTable {
  /// How help spells the option: `-o, --output FILE`.
  var spelling: String {
    (letter.map { "-\($0), " } ?? "") + "--\(name)" + (placeholder.map { " \($0)" } ?? "")
  }
}

extension ExitCode {
  /// What the code tells the caller.
  public var meaning: BilingualText {
    switch self {
    case .success: BilingualText(vi: "xong", en: "done")
    case .findings:
      BilingualText(
        vi: "xong nhưng có điều phải xem: phiếu hỏi có lỗi, hoặc có phiếu bị cách ly khi dùng --strict",
        en: "done, with findings: a form with errors, or records quarantined under --strict")
    case .usage: BilingualText(vi: "lệnh viết sai", en: "wrong usage")
    case .unusableInput: BilingualText(vi: "dữ liệu vào không dùng được", en: "unusable input")
    case .missingInput: BilingualText(vi: "không tìm thấy dữ liệu vào", en: "input missing")
    case .missingProgram: BilingualText(vi: "thiếu một chương trình cần thiết", en: "a needed program is missing")
    case .internalFault: BilingualText(vi: "lỗi của chính ykien", en: "a fault of ykien itself")
    case .cannotWrite: BilingualText(vi: "không ghi được kết quả", en: "the output cannot be written")
    case .inputOutput: BilingualText(vi: "lỗi đọc hoặc ghi giữa chừng", en: "reading or writing failed on the way")
    case .locked:
      BilingualText(vi: "kho đang bận vì tiến trình khác, hãy thử lại", en: "the store is locked, try again")
    }
  }
}
