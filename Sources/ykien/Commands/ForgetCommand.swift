import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien forget`: erases people's records for good.
enum ForgetCommand: Subcommand {
  static let path = ["forget"]

  static let table = CommandTable(
    "forget", BilingualText(vi: "xóa hẳn phiếu của một người", en: "erase a person's record for good"),
    discussion: BilingualText(
      vi: """
        Nhận mã phiếu (YK-…) hoặc khóa của phiếu. Xóa câu trả lời, bản gốc và bản giữ riêng khỏi mọi trang của kho; chỉ \
        còn một dấu không đọc ngược được để phiếu ấy không bị nhận lại. Liệt kê các tệp bên ngoài có thể còn giữ. Mã 1: có \
        mã không tìm thấy phiếu. Mã 75: chưa xóa hết vì tiến trình khác đang dùng kho, hãy chạy lại.
        """,
      en: """
        Takes questionnaire codes (YK-…) or keys. Answers, originals and held copies are erased from every page of the \
        store; what stays is a mark that cannot be read back, so that the record is not taken in again. Lists files outside \
        that may still hold it. Exit code 1: a code has no record. 75: not all is gone because another process uses the \
        store; run it again.
        """),
    arguments: [
      ArgumentTable(
        "CODE", BilingualText(vi: "mã phiếu hoặc khóa", en: "questionnaire codes or keys"), count: .atLeastOne)
    ],
    options: [SharedOption.existingStore, SharedOption.wait],
    examples: [
      CommandExample(
        "ykien forget --store sqlite:var/ykien.sqlite uuid:0f8fad5b-d9cb-469f-a165-70867728950e",
        BilingualText(vi: "xóa một phiếu theo khóa", en: "erase one record by its key"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    try command.checkCodes()
    let request = ForgetRequest(store: try command.storePath(), keys: command.arguments, wait: try command.wait())
    let report = try request.run()
    output.diagnostics(report.diagnostics)
    output.result(report.text(in: output.style.language))
    return report.hasUnknownKeys ? .findings : .success
  }
}
