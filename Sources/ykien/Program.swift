import CommandLineInterface
import Diagnostics

/// The program: its version, its table, and the way from words to a subcommand.
enum Program {
  static let version = "0.1.0"

  /// The program's name and version.
  static var title: String { "ykien \(version)" }

  /// Every subcommand, in the order in which help lists them.
  static let subcommands: [any Subcommand.Type] = [
    FormCheckCommand.self, FormBuildCommand.self, SimulateCommand.self, IngestCommand.self, StoreStatusCommand.self,
    StoreVerifyCommand.self, StoreBackupCommand.self, StoreCompactCommand.self, StoreDeidentifyCommand.self,
    StorePurgeCommand.self, StoreFreezeCommand.self, StoreUnfreezeCommand.self, ProblemsListCommand.self,
    ProblemsShowCommand.self, ProblemsExportCommand.self,
    ProblemsRejectCommand.self, ProblemsAcceptCommand.self, ProblemsImportCommand.self, ProblemsRetryCommand.self,
    ForgetCommand.self, ShowCommand.self, ExportCommand.self,
    EstimateCommand.self, TextsQuotesCommand.self, TextsSheetCommand.self, TextsKappaCommand.self,
    ConsultationSheetCommand.self,
    ReportCommand.self, ReportCheckCommand.self, RunCommand.self, ScheduleShowCommand.self, ScheduleCheckCommand.self,
    ScheduleInstallCommand.self, DoctorCommand.self,
    CompletionsCommand.self, ManualCommand.self,
  ]

  static let table = CommandTable(
    "ykien",
    BilingualText(
      vi: "thu thập ý kiến, tính mức độ đồng thuận và nhu cầu, lập báo cáo năm",
      en: "collect opinions, compute consensus and needs, write the annual report"),
    discussion: BilingualText(
      vi: """
        Phiếu hỏi nằm trong forms/, cách lập báo cáo trong pipelines/. Bắt đầu bằng `ykien form check` và \
        `ykien run pipelines/bao-cao-nam.yaml`. Câu trả lời không bao giờ xuất hiện trên màn hình hay trong nhật ký.
        """,
      en: """
        Forms lie in forms/, the way to a report in pipelines/. Begin with `ykien form check` and \
        `ykien run pipelines/bao-cao-nam.yaml`. An answer never appears on the terminal or in a log.
        """),
    options: [
      OptionTable("version", BilingualText(vi: "in phiên bản", en: "print the version"))
    ],
    subcommands: grouped())

  /// Puts subcommands of two words under their first.
  private static func grouped() -> [CommandTable] {
    var tables: [CommandTable] = []
    for subcommand in subcommands {
      guard subcommand.path.count == 2 else {
        let below = subcommands.filter { $0.path.count == 2 && $0.path[0] == subcommand.path[0] }
        tables.append(subcommand.table.adding(below.map { $0.table }))
        continue
      }
      let name = subcommand.path[0]
      let below = subcommands.filter { $0.path.count == 2 && $0.path[0] == name }
      if !tables.contains(where: { $0.name == name }) {
        tables.append(CommandTable(name, groupAbstract(name), subcommands: below.map { $0.table }))
      }
    }
    return tables
  }

  private static func groupAbstract(_ name: String) -> BilingualText {
    switch name {
    case "form": BilingualText(vi: "kiểm tra phiếu và tạo phiếu hỏi", en: "check forms and build questionnaires")
    case "store": BilingualText(vi: "xem, kiểm tra và giữ gìn kho phiếu", en: "look into a store, check and keep it")
    case "problems": BilingualText(vi: "quyết định về các phiếu giữ riêng", en: "decide on records that are held apart")
    case "texts": BilingualText(vi: "ý kiến mở: trích dẫn và mã hóa tay", en: "open answers: quotes and coding by hand")
    case "consultation": BilingualText(vi: "tiếp thu, giải trình ý kiến góp ý", en: "the answers to a consultation")
    case "schedule": BilingualText(vi: "lịch báo cáo", en: "the calendar of reports")
    default: BilingualText(vi: name, en: name)
    }
  }

  /// Understands a command line and does what it says.
  static func main(words: [String], style: TerminalStyle) -> ExitCode {
    var style = style
    if let language = requestedLanguage(words) { style.language = language }
    let output = TerminalOutput(style: style)
    let code = perform(words, output: output)
    guard let failure = output.resultFailure else { return code }
    output.diagnostics(failure.diagnostics)
    return failure.exitCode
  }

  private static func perform(_ words: [String], output: TerminalOutput) -> ExitCode {
    let style = output.style
    let command: ParsedCommand
    do {
      if words.first == "--version" {
        output.result("ykien \(version)\n")
        return .success
      }
      if words.isEmpty {
        output.result(help([], style))
        return .success
      }
      command = try table.parse(words)
    } catch {
      return refuse(error, words: words, output: output)
    }
    if command.has("help") {
      output.result(help(command.path, style))
      return .success
    }
    guard let subcommand = subcommands.first(where: { $0.path == command.path }) else { return .internalFault }
    do {
      return try subcommand.run(command, output: output)
    } catch {
      output.diagnostics(error.diagnostics)
      return error.exitCode
    }
  }

  private static func help(_ path: [String], _ style: TerminalStyle) -> String {
    HelpText(program: table, path: path, language: style.language, width: style.width).text
  }

  private static func refuse(_ problem: UsageProblem, words: [String], output: TerminalOutput) -> ExitCode {
    let called = words.prefix { !$0.hasPrefix("-") }
    var path: [String] = []
    for word in called where table.command(at: path + [word]) != nil { path.append(word) }
    let name = (["ykien"] + path).joined(separator: " ")
    let way = output.style.language == .english ? "see “\(name) --help”" : "xem “\(name) --help”"
    output.message("\(name): \(problem.message(in: output.style.language).printable); \(way)")
    return .usage
  }

  /// The language asked for, read before anything else so that even mistakes are told in it.
  private static func requestedLanguage(_ words: [String]) -> InterfaceLanguage? {
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--language=") { return InterfaceLanguage(rawValue: String(word.dropFirst(11))) }
      if word == "--language", index + 1 < words.count { return InterfaceLanguage(rawValue: words[index + 1]) }
    }
    return nil
  }
}
