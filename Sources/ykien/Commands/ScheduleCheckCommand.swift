import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien schedule check`: whether a step is overdue or the data are not ready, by exit code.
enum ScheduleCheckCommand: Subcommand {
  static let path = ["schedule", "check"]

  static let table = CommandTable(
    "check",
    BilingualText(
      vi: "kiểm tra: có mốc quá hạn hay số liệu chưa sẵn sàng không (mã 1)",
      en: "check whether a step is overdue or the data are not ready (exit code 1)"),
    discussion: BilingualText(
      vi: """
        Không in gì và kết thúc bằng mã 0 khi mọi việc đúng lịch. Trước ngày chốt số liệu, số liệu chưa đủ không phải là \
        lỗi; tệp dân số, tệp ánh xạ hay mẫu báo cáo bị thiếu thì lúc nào cũng là lỗi.
        """,
      en: """
        Prints nothing and exits with 0 when all is on time. Before the data cut-off, data that are not complete are no \
        fault; a missing frame, mapping or template always is.
        """),
    arguments: [
      ArgumentTable(
        "PIPELINE", BilingualText(vi: "các tệp pipeline", en: "pipeline files"), count: .any, kind: .file(["yaml"]))
    ],
    options: [SharedOption.asOf, SharedOption.format],
    examples: [
      CommandExample(
        "ykien schedule check pipelines/bao-cao-nam.yaml",
        BilingualText(vi: "mã 1 nếu có việc quá hạn", en: "exit code 1 when something is overdue"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let paths = command.arguments.isEmpty ? try pipelineFiles() : command.arguments
    let (table, failures) = scheduleTable(ofPipelines: paths, asOf: try command.asOf())
    output.diagnostics(failures.flatMap(\.diagnostics))
    let findings = table.findings
    if command.value(of: "format") == "json" {
      output.result(table.findingsJSON)
    } else if !findings.isEmpty {
      output.result(findings.map { $0.text(in: output.style.language) + "\n" }.joined())
    }
    if let failure = failures.first { return failure.exitCode }
    return findings.isEmpty ? .success : .findings
  }
}
