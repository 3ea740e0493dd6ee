import CommandLineInterface
import Diagnostics
import Estimation
import FileSystem
import Pipeline

/// `ykien report`: the report of a pipeline, from what the store holds.
enum ReportCommand: Subcommand {
  static let path = ["report"]

  static let table = CommandTable(
    "report", BilingualText(vi: "lập báo cáo từ kho", en: "write the report from the store"),
    discussion: BilingualText(
      vi: """
        Chỉ đọc kho. In đường dẫn các tệp đã ghi: báo cáo, rồi bảng ước lượng. Với --explain, không ghi báo cáo mà cho \
        biết từng con số trong báo cáo lấy từ dòng nào của bảng ước lượng và lệnh nào tính lại con số đó.
        """,
      en: """
        Only reads the store. Prints the paths written: the report, then the estimates. With --explain, writes no report \
        but tells for every figure in it the row of the estimates table and the command that computes it anew.
        """),
    arguments: [SharedOption.pipeline],
    options: [
      SharedOption.asOf,
      OptionTable(
        "explain",
        BilingualText(vi: "cho biết nguồn gốc từng con số", en: "tell where every figure comes from")),
      OptionTable(
        "to", placeholder: "csv|json|table",
        BilingualText(
          vi: "với --explain: dạng của bảng; mặc định table, csv với -o",
          en: "with --explain: the form of the table; table by default, csv with -o"),
        kind: .word(["csv", "json", "table"])),
      OptionTable(
        "output", letter: "o", placeholder: "FILE",
        BilingualText(vi: "với --explain: ghi ra tệp này", en: "with --explain: write to this file"), kind: .file([])),
    ],
    examples: [
      CommandExample(
        "ykien report pipelines/bao-cao-nam.yaml --explain -o build/figures.csv",
        BilingualText(vi: "nguồn gốc từng con số, dạng CSV", en: "where every figure comes from, as CSV")),
      CommandExample(
        "ykien report pipelines/bao-cao-nam.yaml --as-of 2026-12-01",
        BilingualText(vi: "báo cáo đề ngày 01/12/2026", en: "a report dated 1 December 2026")),
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let run = try PipelineRun(path: command.arguments[0], asOf: try command.asOf())
    if command.has("explain") { return try explain(run, command, output) }
    for option in ["to", "output"] {
      if let value = command.value(of: option) {
        throw usageFailure("--\(option)", value: value, expected: "--explain")
      }
    }
    try run.checkReport()
    var staged = try StagedRun(run, program: Program.title, isForced: true)
    staged.leaveOutIngest()
    let decision = try staged.reportDecision()
    let result = try staged.estimate(decision)
    let outdated = try run.outdatedReport(isReplaced: true)
    let report = try staged.writeReport(of: result, decision)
    output.diagnostics(outdated + result.diagnostics + report.diagnostics)
    output.result(report.paths.joined(separator: "\n") + "\n")
    return .success
  }

  private static func explain(
    _ run: PipelineRun, _ command: ParsedCommand, _ output: TerminalOutput
  ) throws(StageFailure) -> ExitCode {
    let (table, diagnostics) = try run.explainReport(of: try run.estimate())
    output.diagnostics(diagnostics)
    let text =
      switch command.value(of: "to") ?? (command.has("output") ? "csv" : "table") {
      case "json": table.json()
      case "csv": table.csv()
      default: table.text(language: output.style.language)
      }
    guard let file = command.value(of: "output") else {
      output.result(text)
      return .success
    }
    try createFolders(at: parentFolder(of: file))
    try writeAtomically(Array(text.utf8), to: file)
    return .success
  }
}
