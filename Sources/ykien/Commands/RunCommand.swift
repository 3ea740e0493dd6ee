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
      vi: """
        Chạy lại bất kỳ lúc nào: phiếu đã có được đếm là trùng; khâu nào không có gì thay đổi thì được bỏ qua. Mỗi báo cáo \
        nằm trong một thư mục theo ngày cùng biên bản manifest.json; báo cáo cũ không bị ghi đè, `latest` chỉ bản mới nhất.
        """,
      en: """
        Run it whenever you like: records that are there already count as identical, and a stage of which nothing has \
        changed is skipped. Each report lies in a folder of its day with a manifest.json; earlier ones are never written \
        over, and `latest` leads to the newest.
        """),
    arguments: [SharedOption.pipeline],
    options: [
      SharedOption.asOf,
      OptionTable(
        "dry-run",
        BilingualText(
          vi: "chỉ cho biết khâu nào sẽ chạy, vì sao, và sẽ nhận những phiếu nào",
          en: "only say which stages would run and why, and which answers would be taken in")),
      OptionTable("force", BilingualText(vi: "chạy mọi khâu", en: "run every stage")),
      OptionTable(
        "if-due",
        BilingualText(
          vi: "chỉ chạy khi đã đến giờ hẹn (schedule.run_at) mà chưa có báo cáo",
          en: "only run when the planned time (schedule.run_at) is over and no report was written since")),
      OptionTable(
        "verify", placeholder: "MANIFEST",
        BilingualText(
          vi: "lập lại báo cáo của biên bản này và so từng byte, không ghi gì",
          en: "make the report of this manifest again and compare it byte for byte; writes nothing"),
        kind: .file(["json"])),
      SharedOption.wait,
    ],
    examples: [
      CommandExample(
        "ykien run pipelines/bao-cao-nam.yaml", BilingualText(vi: "lập báo cáo năm", en: "make the annual report")),
      CommandExample(
        "ykien run pipelines/bao-cao-nam.yaml --verify reports/output/bao-cao-nam/latest/manifest.json",
        BilingualText(vi: "lập lại có ra đúng như cũ không", en: "does it come out the same again")),
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let language = output.style.language
    if let manifest = command.value(of: "verify") { return try verify(manifest, command, output) }
    let run = try PipelineRun(path: command.arguments[0], asOf: try command.asOf())
    if command.has("if-due"), try !run.isRunOwed() { return .success }
    try run.checkReport()
    let lock = try run.lock()
    defer { lock.release() }
    var staged = try StagedRun(run, program: Program.title, isForced: command.has("force"))
    if command.has("dry-run") { return try tryOut(&staged, command, output) }

    let ingest = try staged.ingestDecision()
    let intake = try staged.takeIn(ingest, wait: try command.wait()) {
      output.progress("\($0.sourcesDone)/\($0.sourceCount) – \($0.recordsRead)")
    }
    if let intake {
      output.diagnostics(intake.diagnostics)
      output.message(intake.accountingTable(in: language))
    } else {
      output.message(ingest.text(in: language))
    }
    output.diagnostics(try run.freezeWhenDue(wait: try command.wait()))
    let decision = try staged.reportDecision()
    guard !run.definition.reports.isEmpty else {
      let result = try staged.estimate(decision)
      output.diagnostics(result.diagnostics)
      output.result(result.table.text(language: language))
      return .success
    }
    guard decision.runs else {
      output.message(decision.text(in: language))
      output.result(staged.newestPaths.joined(separator: "\n") + "\n")
      return .success
    }
    let result = try staged.estimate(decision)
    output.diagnostics(result.diagnostics)
    let outdated = try run.outdatedReport(isReplaced: true)
    let report = try staged.writeReport(of: result, decision)
    output.diagnostics(outdated + report.diagnostics)
    output.message(language == .english ? "The report lies at:" : "Báo cáo nằm ở:")
    output.result(report.paths.joined(separator: "\n") + "\n")
    return .success
  }

  /// Says what would run and why, and what would become of the answers.
  private static func tryOut(
    _ staged: inout StagedRun, _ command: ParsedCommand, _ output: TerminalOutput
  ) throws(StageFailure) -> ExitCode {
    let language = output.style.language
    let ingest = try staged.ingestDecision()
    var report = try staged.reportDecision()
    output.result(ingest.text(in: language) + "\n")
    if let intake = try staged.takeIn(ingest, isDryRun: true, wait: try command.wait()) {
      output.diagnostics(intake.diagnostics)
      output.result(intake.accountingTable(in: language))
      if !report.runs, intake.bringsRecords { report.reason = .answers }
    }
    output.diagnostics(try staged.run.freezeWhenDue(isDryRun: true))
    output.result(report.text(in: language) + "\n")
    for line in staged.run.definition.reports where report.runs {
      output.result("  \(line.name): \(line.template) → \(line.formats.map(\.rawValue).joined(separator: ", "))\n")
    }
    return .success
  }

  /// Makes the report of a manifest again and compares.
  private static func verify(
    _ manifest: String, _ command: ParsedCommand, _ output: TerminalOutput
  ) throws(StageFailure) -> ExitCode {
    let day = try PipelineRun.day(ofManifestAt: manifest)
    let run = try PipelineRun(path: command.arguments[0], asOf: day)
    let verification = try run.verify(manifestAt: manifest, program: Program.title)
    output.diagnostics(verification.diagnostics)
    output.result(verification.text(in: output.style.language))
    return verification.isSame ? .success : .findings
  }
}
