import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien store purge`: remove a wave's records and keep their counts.
enum StorePurgeCommand: Subcommand {
  static let path = ["store", "purge"]

  static let table = CommandTable(
    "purge",
    BilingualText(vi: "xóa các phiếu của một kỳ, chỉ giữ số đếm", en: "remove a wave's records and keep their counts"),
    discussion: BilingualText(
      vi: """
        Xóa hẳn câu trả lời của kỳ khi hết thời hạn lưu; sổ theo dõi vẫn còn số đếm. Không lấy lại được.
        """,
      en: """
        Removes the wave's answers for good when their time is over; the ledger keeps the counts. This cannot be undone.
        """),
    arguments: [SharedOption.pipeline],
    options: [
      SharedOption.wave,
      OptionTable("dry-run", BilingualText(vi: "chỉ đếm, không thay đổi gì", en: "only count, change nothing")),
      SharedOption.wait,
    ],
    examples: [
      CommandExample(
        "ykien store purge --wave 2026 pipelines/bao-cao-nam.yaml",
        BilingualText(vi: "xóa kỳ 2026 khi hết thời hạn lưu", en: "remove the wave 2026 when its time is over"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let request = WaveEndingRequest(
      pipeline: command.arguments[0], wave: command.value(of: "wave") ?? "", ending: .purge,
      isDryRun: command.has("dry-run"), wait: try command.wait())
    let report = try request.run()
    output.diagnostics(report.diagnostics)
    output.result(report.text(in: output.style.language))
    return .success
  }
}
