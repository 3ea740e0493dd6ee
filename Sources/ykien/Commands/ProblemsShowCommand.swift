import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien problems show`: one held record, in a file.
enum ProblemsShowCommand: Subcommand {
  static let path = ["problems", "show"]

  static let table = CommandTable(
    "show", BilingualText(vi: "ghi một phiếu giữ riêng ra tệp", en: "write one held record to a file"),
    discussion: BilingualText(
      vi: "Ghi phiếu như khi nhận, kèm lý do, vào tệp chỉ riêng bạn đọc được (0600). Mã 1: không có phiếu ấy.",
      en: "Writes the record as it was read, with the reasons, to a file only you can read (0600). Exit code 1: none."),
    arguments: [
      ArgumentTable("NUMBER", BilingualText(vi: "số của phiếu trong danh sách", en: "the record's number in the list"))
    ],
    options: [SharedOption.form, SharedOption.existingStore, SharedOption.outputFile],
    examples: [
      CommandExample(
        "ykien problems show --form forms/pks-01 --store sqlite:var/ykien.sqlite -o p.txt 3",
        BilingualText(vi: "ghi phiếu số 3 ra p.txt", en: "write record 3 to p.txt"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let list = try ProblemList(form: command.value(of: "form") ?? "", store: try command.storePath())
    let file = command.value(of: "output") ?? ""
    let number = try command.problemNumbers()[0]
    guard try list.show(number, to: file, in: output.style.language) else {
      output.diagnostics([Diagnostic(.storeProblemUnknown, ["number": String(number)])])
      return .findings
    }
    output.result(file + "\n")
    return .success
  }
}

extension ParsedCommand {
  /// The numbers of problems among the arguments.
  func problemNumbers() throws(StageFailure) -> [Int] {
    var numbers: [Int] = []
    for argument in arguments {
      guard let number = Int(argument), number > 0 else {
        throw usageFailure("NUMBER", value: argument, expected: "1, 2, 3…")
      }
      numbers.append(number)
    }
    return numbers
  }
}
