import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien problems export`: every reason, answers included, as a table.
enum ProblemsExportCommand: Subcommand {
  static let path = ["problems", "export"]

  static let table = CommandTable(
    "export", BilingualText(vi: "ghi các chỗ sai ra bảng CSV", en: "write everything found wrong as CSV"),
    discussion: BilingualText(
      vi: "Mỗi chỗ sai một dòng, kèm câu trả lời; tệp chỉ riêng bạn đọc được (0600), mở được bằng Excel.",
      en: "One row for each reason, answers included; the file is yours alone (0600) and opens in Excel."),
    options: [SharedOption.form, SharedOption.existingStore, SharedOption.outputFile],
    examples: [
      CommandExample(
        "ykien problems export --form forms/pks-01 --store sqlite:var/ykien.sqlite -o cho-sai.csv",
        BilingualText(vi: "bảng các chỗ sai", en: "the table of problems"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let list = try ProblemList(form: command.value(of: "form") ?? "", store: try command.storePath())
    let file = command.value(of: "output") ?? ""
    output.result("\(try list.export(to: file)) → \(file)\n")
    return .success
  }
}
