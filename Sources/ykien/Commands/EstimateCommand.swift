import CommandLineInterface
import Diagnostics
import Estimation
import FileSystem
import Pipeline

/// `ykien estimate`: the estimates table of a pipeline.
enum EstimateCommand: Subcommand {
  static let path = ["estimate"]

  static let table = CommandTable(
    "estimate", BilingualText(vi: "tính bảng ước lượng từ kho", en: "compute the estimates table from the store"),
    discussion: BilingualText(
      vi: "Chỉ đọc kho; muốn nhận phiếu mới, dùng `ykien run` hoặc `ykien ingest`.",
      en: "Only reads the store; use `ykien run` or `ykien ingest` to take answers in."),
    arguments: [SharedOption.pipeline],
    options: [
      OptionTable(
        "to", placeholder: "csv|json|table",
        BilingualText(
          vi: "dạng bảng (mặc định: table trên màn hình, csv ra tệp)",
          en: "the form of the table (default: table on a terminal, csv to a file)"),
        kind: .word(["csv", "json", "table"])),
      OptionTable(
        "output", letter: "o", placeholder: "FILE", BilingualText(vi: "ghi ra tệp này", en: "write to this file"),
        kind: .file([])),
    ],
    examples: [
      CommandExample(
        "ykien estimate pipelines/bfi.yaml --to csv -o estimates.csv",
        BilingualText(vi: "bảng ước lượng dạng CSV", en: "the estimates as CSV"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let run = try PipelineRun(path: command.arguments[0], asOf: .today)
    let result = try run.estimate()
    output.diagnostics(try run.outdatedReport(isReplaced: false) + result.diagnostics + result.disclosure.remarks)
    let file = command.value(of: "output")
    let text =
      switch command.value(of: "to") ?? (file == nil ? "table" : "csv") {
      case "json": result.table.json()
      case "csv": result.table.csv()
      default: result.table.text(language: output.style.language)
      }
    if let file {
      try createFolders(at: parentFolder(of: file))
      try writeAtomically(Array(text.utf8), to: file)
    } else {
      output.result(text)
    }
    return .success
  }
}
