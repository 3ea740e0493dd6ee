import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien store status`: what a store holds and where it came from.
enum StoreStatusCommand: Subcommand {
  static let path = ["store", "status"]

  static let table = CommandTable(
    "status",
    BilingualText(
      vi: "kho có bao nhiêu phiếu, từ những tệp nào", en: "how many records a store holds, and from which files"),
    options: [SharedOption.form, SharedOption.store, SharedOption.format],
    examples: [
      CommandExample(
        "ykien store status --form forms/pks-01 --store sqlite:var/ykien.sqlite",
        BilingualText(vi: "sổ theo dõi của phiếu chính", en: "the ledger of the main questionnaire"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let status = try StoreStatus(form: command.value(of: "form") ?? "", store: try command.storePath())
    output.result(command.value(of: "format") == "json" ? status.json() : status.text(in: output.style.language))
    return .success
  }
}
