import CommandLineInterface
import Diagnostics
import Estimation
import Pipeline

/// `ykien report`: the report of a pipeline, from what the store holds.
enum ReportCommand: Subcommand {
  static let path = ["report"]

  static let table = CommandTable(
    "report", BilingualText(vi: "lập báo cáo từ kho", en: "write the report from the store"),
    discussion: BilingualText(
      vi: "Chỉ đọc kho. In đường dẫn các tệp đã ghi: báo cáo, rồi bảng ước lượng.",
      en: "Only reads the store. Prints the paths written: the report, then the estimates."),
    arguments: [SharedOption.pipeline], options: [SharedOption.asOf],
    examples: [
      CommandExample(
        "ykien report pipelines/bao-cao-nam.yaml --as-of 2026-12-01",
        BilingualText(vi: "báo cáo đề ngày 01/12/2026", en: "a report dated 1 December 2026"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let run = try PipelineRun(path: command.arguments[0], asOf: try command.asOf())
    try run.checkReport()
    let result = try run.estimate()
    let outdated = try run.outdatedReport(isReplaced: true)
    let report = try run.writeReport(of: result)
    output.diagnostics(outdated + result.diagnostics + report.diagnostics)
    output.result(report.paths.joined(separator: "\n") + "\n")
    return .success
  }
}
