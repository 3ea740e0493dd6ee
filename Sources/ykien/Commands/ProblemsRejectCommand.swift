import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien problems reject`: held records that are not taken in.
enum ProblemsRejectCommand: Subcommand {
  static let path = ["problems", "reject"]

  static let table = CommandTable(
    "reject", BilingualText(vi: "loại hẳn các phiếu giữ riêng", en: "refuse held records for good"),
    discussion: BilingualText(
      vi: """
        Xóa phiếu khỏi kho và đếm vào sổ là đã loại; tệp có lại cũng không giữ nữa. Phiếu đã sửa với cùng mã vẫn được nhận. \
        Số không có trong danh sách: không thay đổi gì, mã 1.
        """,
      en: """
        Erases the records and counts them as rejected in the ledger; when their file comes again they are not held again. \
        A corrected record with the same key is taken in. A number that is not in the list: nothing changes, exit code 1.
        """),
    arguments: [
      ArgumentTable(
        "NUMBER", BilingualText(vi: "số của phiếu trong danh sách", en: "numbers of the list"), count: .atLeastOne)
    ],
    options: [SharedOption.form, SharedOption.existingStore, SharedOption.wait],
    examples: [
      CommandExample(
        "ykien problems reject --form forms/pks-01 --store sqlite:var/ykien.sqlite 3 4",
        BilingualText(vi: "loại phiếu số 3 và số 4", en: "refuse the records 3 and 4"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let numbers = try command.problemNumbers()
    let unknown = try rejectProblems(
      numbers, form: command.value(of: "form") ?? "", store: try command.storePath(), wait: try command.wait())
    output.diagnostics(unknown.map { Diagnostic(.storeProblemUnknown, ["number": String($0)]) })
    guard unknown.isEmpty else { return .findings }
    output.result("\(Set(numbers).count)\n")
    return .success
  }
}
