import CommandLineInterface
import Diagnostics
import Estimation
import Pipeline

/// `ykien texts kappa`: how far two coders agree.
enum TextsKappaCommand: Subcommand {
  static let path = ["texts", "kappa"]

  static let table = CommandTable(
    "kappa",
    BilingualText(
      vi: "tính hệ số kappa (Cohen) giữa hai phiếu mã hóa, theo từng chủ đề",
      en: "compute Cohen's kappa of two coding sheets, theme by theme"),
    arguments: [
      ArgumentTable(
        "A", BilingualText(vi: "phiếu của người thứ nhất", en: "the first person's sheet"), kind: .file(["csv"])),
      ArgumentTable(
        "B", BilingualText(vi: "phiếu của người thứ hai", en: "the second person's sheet"), kind: .file(["csv"])),
    ],
    options: [
      OptionTable(
        "to", placeholder: "csv|json|table",
        BilingualText(vi: "dạng bảng (mặc định: table)", en: "the form of the table (default: table)"),
        kind: .word(["csv", "json", "table"]))
    ],
    examples: [
      CommandExample(
        "ykien texts kappa phieu-a.csv phieu-b.csv",
        BilingualText(vi: "mức thống nhất theo chủ đề", en: "agreement by theme"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let table = try codingAgreement(command.arguments[0], command.arguments[1])
    let text =
      switch command.value(of: "to") {
      case "json": table.json()
      case "csv": table.csv()
      default: table.text(language: output.style.language)
      }
    output.result(text)
    return .success
  }
}
