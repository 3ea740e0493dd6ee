import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien store freeze`: no further answers enter a wave's figures.
enum StoreFreezeCommand: Subcommand {
  static let path = ["store", "freeze"]

  static let table = CommandTable(
    "freeze",
    BilingualText(
      vi: "chốt số liệu một kỳ: phiếu đến sau không được tính", en: "close a wave's figures to further answers"),
    discussion: BilingualText(
      vi: """
        Từ lúc này, phiếu mới của kỳ, bản sửa và phiếu thay cho phiếu đã tính đều được giữ riêng: số liệu không đổi. Liệt kê \
        bằng `ykien problems list --late`. Yêu cầu xóa của một người vẫn được thực hiện. Chạy lại không thay đổi gì.
        """,
      en: """
        From now on new records of the wave, edits and whatever would take the place of a counted record are kept apart: \
        the figures stay. `ykien problems list --late` lists them. A person's wish to be erased is still carried out. \
        Running it again changes nothing.
        """),
    arguments: [SharedOption.pipeline],
    options: [
      SharedOption.wave,
      OptionTable(
        "as-of", placeholder: "DATE",
        BilingualText(
          vi: "ngày (yyyy-MM-dd) ghi là ngày chốt; mặc định là lúc này",
          en: "the day (yyyy-MM-dd) that is noted as that of the freeze; usually this moment")),
      SharedOption.wait,
    ],
    examples: [
      CommandExample(
        "ykien store freeze --wave 2026 pipelines/bao-cao-nam.yaml",
        BilingualText(vi: "chốt số liệu kỳ 2026", en: "freeze the wave 2026"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let request = FreezeRequest(
      pipeline: command.arguments[0], wave: command.value(of: "wave") ?? "",
      change: .freeze(asOf: command.value(of: "as-of") == nil ? nil : try command.asOf()), wait: try command.wait())
    let report = try request.run()
    output.diagnostics(report.diagnostics)
    output.result(report.text(in: output.style.language))
    return .success
  }
}
