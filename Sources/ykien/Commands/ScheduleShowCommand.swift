import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien schedule show`: what is due when, and what is ready.
enum ScheduleShowCommand: Subcommand {
  static let path = ["schedule", "show"]

  static let table = CommandTable(
    "show",
    BilingualText(
      vi: "các mốc, số ngày còn lại đến 15 tháng 12 và mức sẵn sàng",
      en: "milestones, days left to 15 December, and readiness"),
    discussion: BilingualText(
      vi: "Ngày tính theo giờ Việt Nam. Không nêu pipeline nào thì xem mọi tệp trong pipelines/.",
      en: "Days are those of Vietnam. Without a pipeline, every file in pipelines/ is shown."),
    arguments: [
      ArgumentTable(
        "PIPELINE", BilingualText(vi: "các tệp pipeline", en: "pipeline files"), count: .any, kind: .file(["yaml"]))
    ],
    options: [
      SharedOption.asOf,
      OptionTable(
        "format", placeholder: "text|json|ics",
        BilingualText(
          vi: "in dạng chữ (mặc định), JSON, hoặc lịch cho Outlook, điện thoại (ics)",
          en: "print text (default), JSON, or a calendar for Outlook and telephones (ics)"),
        kind: .word(["text", "json", "ics"])),
    ],
    examples: [
      CommandExample(
        "ykien schedule show", BilingualText(vi: "lịch của mọi báo cáo", en: "the calendar of every report")),
      CommandExample(
        "ykien schedule show --format ics",
        BilingualText(vi: "lịch để nhập vào Outlook", en: "a calendar to be opened in Outlook")),
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let paths = command.arguments.isEmpty ? try pipelineFiles() : command.arguments
    let (table, failures) = scheduleTable(ofPipelines: paths, asOf: try command.asOf())
    output.diagnostics(failures.flatMap(\.diagnostics))
    let language = output.style.language
    let text =
      switch command.value(of: "format") {
      case "json": table.json()
      case "ics": table.calendar(language: language)
      default: table.text(language: language)
      }
    output.result(text)
    return failures.first?.exitCode ?? .success
  }
}
