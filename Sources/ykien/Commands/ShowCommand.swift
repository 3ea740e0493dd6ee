import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien show`: lets a person see their answers.
enum ShowCommand: Subcommand {
  static let path = ["show"]

  static let table = CommandTable(
    "show", BilingualText(vi: "cho một người xem câu trả lời của mình", en: "let a person see their answers"),
    discussion: BilingualText(
      vi: """
        Ghi câu trả lời bằng lời vào một tệp chỉ riêng bạn đọc được (0600), không bao giờ ra màn hình. Mã 1: không có phiếu.
        """,
      en: """
        Writes the answers in words to a file only you can read (0600), never to the terminal. Exit code 1: no record.
        """),
    arguments: [
      ArgumentTable("CODE", BilingualText(vi: "mã phiếu hoặc khóa", en: "the questionnaire code or key"))
    ],
    options: [SharedOption.form, SharedOption.existingStore, SharedOption.outputFile],
    examples: [
      CommandExample(
        "ykien show --form forms/pks-01 --store sqlite:kho.sqlite -o p.txt uuid:0f8fad5b-d9cb-469f-a165-70867728950e",
        BilingualText(vi: "ghi phiếu ra p.txt", en: "write the record to p.txt"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    try command.checkCodes()
    let file = command.value(of: "output") ?? ""
    let request = ShowRequest(
      store: try command.storePath(), form: command.value(of: "form") ?? "", key: command.arguments[0], file: file,
      language: output.style.language)
    guard try request.run() else {
      output.diagnostics([Diagnostic(.storeKeyUnknown, ["number": "1"])])
      return .findings
    }
    output.result(file + "\n")
    return .success
  }
}
