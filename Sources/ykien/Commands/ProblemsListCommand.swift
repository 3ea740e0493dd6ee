import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien problems list`: the records that wait for a decision.
enum ProblemsListCommand: Subcommand {
  static let path = ["problems", "list"]

  static let table = CommandTable(
    "list", BilingualText(vi: "liệt kê các phiếu giữ riêng và lý do", en: "list held records and their reasons"),
    discussion: BilingualText(
      vi: "In số của phiếu, tệp nguồn, mã lỗi và câu hỏi; không in câu trả lời.",
      en: "Prints numbers, files, codes and questions; never an answer."),
    options: [
      SharedOption.form, SharedOption.existingStore,
      OptionTable(
        "late",
        BilingualText(
          vi: "chỉ các phiếu đến sau khi kỳ của chúng đã chốt số liệu",
          en: "only records that came after their wave was frozen")),
      SharedOption.format,
    ],
    examples: [
      CommandExample(
        "ykien problems list --form forms/pks-01 --store sqlite:var/ykien.sqlite",
        BilingualText(vi: "các phiếu đang chờ quyết định", en: "the records that wait for a decision"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let list = try ProblemList(
      form: command.value(of: "form") ?? "", store: try command.storePath(), lateOnly: command.has("late"))
    output.result(command.value(of: "format") == "json" ? list.json() : list.text(in: output.style.language))
    return .success
  }
}
