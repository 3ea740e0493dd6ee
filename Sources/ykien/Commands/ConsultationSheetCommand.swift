import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien consultation sheet`: the sheet in which an official records the drafting agency's answers.
enum ConsultationSheetCommand: Subcommand {
  static let path = ["consultation", "sheet"]

  static let table = CommandTable(
    "sheet",
    BilingualText(vi: "lập bảng tiếp thu, giải trình", en: "write the sheet for the drafting agency's answers"),
    discussion: BilingualText(
      vi: """
        Ghi mỗi điều, khoản một dòng với số ý kiến và lý do của người đồng ý cho trích dẫn, vào tệp chỉ riêng bạn đọc được \
        (0600). Cán bộ điền các cột response (taken_up, partly, explained, noted), explanation, agency, responded_on; \
        pipeline đọc lại qua proceedings: consultation: responses. Chạy lại không mất nội dung đã điền.
        """,
      en: """
        Writes one row per clause with the numbers of opinions and the reasons of those who agreed to be quoted, to a \
        file only you can read (0600). An official fills in the columns response (taken_up, partly, explained, noted), \
        explanation, agency, responded_on; the pipeline reads it by proceedings: consultation: responses. Running it \
        again loses nothing that was filled in.
        """),
    arguments: [SharedOption.pipeline], options: [SharedOption.outputFile],
    examples: [
      CommandExample(
        "ykien consultation sheet pipelines/pks-02.yaml -o tiep-thu.csv",
        BilingualText(vi: "ghi bảng ra tiep-thu.csv", en: "write the sheet to tiep-thu.csv"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let file = command.value(of: "output") ?? ""
    let run = try PipelineRun(path: command.arguments[0], asOf: .today)
    output.diagnostics(try run.writeConsultationSheet(to: file))
    output.result(file + "\n")
    return .success
  }
}
