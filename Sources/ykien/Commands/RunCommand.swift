import CommandLineInterface
import Diagnostics
import Estimation
import Ingest
import Pipeline

/// `ykien run`: everything a pipeline says, from the answers to the report.
enum RunCommand: Subcommand {
  static let path = ["run"]

  static let table = CommandTable(
    "run",
    BilingualText(
      vi: "chạy cả dây chuyền: nhận phiếu, ước lượng, lập báo cáo", en: "run a whole pipeline: ingest, estimate, report"
    ),
    discussion: BilingualText(
      vi: "Chạy lại bất kỳ lúc nào: phiếu đã có được đếm là trùng, báo cáo được lập lại từ kho.",
      en: "Run it whenever you like: records that are there already count as identical, the report is made anew."),
    arguments: [SharedOption.pipeline],
    options: [
      SharedOption.asOf,
      OptionTable(
        "dry-run",
        BilingualText(vi: "chỉ cho biết sẽ nhận những phiếu nào", en: "only say which answers would be taken in")),
      OptionTable(
        "if-due",
        BilingualText(
          vi: "chỉ chạy khi đã đến giờ hẹn (schedule.run_at) mà chưa có báo cáo",
          en: "only run when the planned time (schedule.run_at) is over and no report was written since")),
      SharedOption.wait,
    ],
    examples: [
      CommandExample(
        "ykien run pipelines/bao-cao-nam.yaml", BilingualText(vi: "lập báo cáo năm", en: "make the annual report"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let language = output.style.language
    let run = try PipelineRun(path: command.arguments[0], asOf: try command.asOf())
    if command.has("if-due"), try !run.isRunOwed() { return .success }
    try run.checkReport()
    let lock = try run.lock()
    defer { lock.release() }
    let intake = try run.takeIn(isDryRun: command.has("dry-run"), wait: try command.wait()) {
      output.progress("\($0.sourcesDone)/\($0.sourceCount) – \($0.recordsRead)")
    }
    output.diagnostics(intake.diagnostics)
    let accounting = intake.accountingTable(in: language)
    if command.has("dry-run") {
      output.result(accounting)
      return .success
    }
    output.message(accounting)
    let result = try run.estimate()
    output.diagnostics(result.diagnostics)
    guard run.definition.report != nil else {
      output.result(result.table.text(language: language))
      return .success
    }
    let outdated = try run.outdatedReport(isReplaced: true)
    let report = try run.writeReport(of: result)
    output.diagnostics(outdated + report.diagnostics)
    output.message(language == .english ? "The report lies at:" : "Báo cáo nằm ở:")
    output.result(report.paths.joined(separator: "\n") + "\n")
    return .success
  }
}
