import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien store unfreeze`: late answers enter a wave's figures after all.
enum StoreUnfreezeCommand: Subcommand {
  static let path = ["store", "unfreeze"]

  static let table = CommandTable(
    "unfreeze",
    BilingualText(
      vi: "bỏ chốt số liệu một kỳ và tính các phiếu đến muộn", en: "unfreeze a wave and count what came late"),
    discussion: BilingualText(
      vi: """
        Các phiếu đến muộn được nhận theo thứ tự đã đến, kể cả bản sửa. Lý do được ghi vào sổ của kho; không ghi tên người. \
        Bị ngắt giữa chừng thì chạy lại. `ykien run` không tự chốt lại kỳ đã bỏ chốt.
        """,
      en: """
        Late records are taken in in the order in which they came, edits too. The store's ledger keeps the reason; write no \
        names into it. If it is interrupted, run it again. `ykien run` does not freeze the wave again by itself.
        """),
    arguments: [SharedOption.pipeline],
    options: [
      SharedOption.wave,
      OptionTable(
        "reason", placeholder: "TEXT",
        BilingualText(vi: "lý do, không ghi tên người", en: "why, without names of people"), isRequired: true),
      SharedOption.wait,
    ],
    examples: [
      CommandExample(
        "ykien store unfreeze --wave 2026 --reason \"bưu điện chậm\" pipelines/bao-cao-nam.yaml",
        BilingualText(vi: "tính các phiếu đến muộn", en: "count what came late"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let request = FreezeRequest(
      pipeline: command.arguments[0], wave: command.value(of: "wave") ?? "",
      change: .unfreeze(reason: command.value(of: "reason") ?? ""), wait: try command.wait())
    let report = try request.run()
    output.diagnostics(report.diagnostics)
    output.result(report.text(in: output.style.language))
    return .success
  }
}
