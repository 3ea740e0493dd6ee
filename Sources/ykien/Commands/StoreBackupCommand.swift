import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien store backup`: a verified copy of a store.
enum StoreBackupCommand: Subcommand {
  static let path = ["store", "backup"]

  static let table = CommandTable(
    "backup", BilingualText(vi: "sao lưu kho và kiểm tra bản sao", en: "copy a store and verify the copy"),
    discussion: BilingualText(
      vi: """
        Sao lưu được cả khi đang nhận phiếu. Bản sao chỉ riêng bạn đọc được (0600), được kiểm tra xong mới mang tên đã \
        cho; tệp có sẵn không bị ghi đè. Kho ghi nhớ nơi đặt bản sao để nhắc khi xóa phiếu của một người.
        """,
      en: """
        Works while answers are taken in. The copy is yours alone (0600) and gets its name once it is verified; no file is \
        replaced. The store remembers where the copy lies, to remind you of it when a person's record is erased.
        """),
    options: [SharedOption.existingStore, SharedOption.outputFile, SharedOption.wait],
    examples: [
      CommandExample(
        "ykien store backup --store sqlite:var/ykien.sqlite -o backup/ykien-2026-12-01.sqlite",
        BilingualText(vi: "sao lưu trước khi lập báo cáo", en: "a backup before the report is made"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let result = try StoreVerificationReport(
      backingUp: try command.storePath(), to: command.value(of: "output") ?? "", wait: try command.wait())
    output.diagnostics(result.diagnostics)
    output.result(result.text(in: output.style.language))
    return .success
  }
}
