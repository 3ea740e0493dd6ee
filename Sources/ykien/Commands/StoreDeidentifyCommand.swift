import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien store deidentify`: cut a wave's records off from the people.
enum StoreDeidentifyCommand: Subcommand {
  static let path = ["store", "deidentify"]

  static let table = CommandTable(
    "deidentify",
    BilingualText(vi: "khử nhận dạng các phiếu của một kỳ", en: "cut a wave's records off from the people"),
    discussion: BilingualText(
      vi: """
        Bỏ mã phiếu, nguồn, thứ tự, bản gốc, phiếu giữ riêng, câu trả lời tự viết và dữ kiện của thiết bị; giờ chỉ còn ngày. \
        Không lấy lại được. Sau đó không ai xem, sửa hay xóa được phiếu của riêng mình.
        """,
      en: """
        Keys, sources, order, original submissions, held records, free texts and what devices noted go; of times the day \
        stays. This cannot be undone. Afterwards nobody can see, correct or erase a record of their own.
        """),
    arguments: [SharedOption.pipeline],
    options: [
      SharedOption.wave,
      OptionTable(
        "keep", placeholder: "Q,Q…",
        BilingualText(vi: "câu hỏi tự viết vẫn giữ, ví dụ mã xã", en: "texts that stay, such as codes of communes")),
      OptionTable(
        "remove", placeholder: "Q,Q…", BilingualText(vi: "câu hỏi khác cũng bỏ", en: "other questions that go")),
      OptionTable("dry-run", BilingualText(vi: "chỉ đếm, không thay đổi gì", en: "only count, change nothing")),
      SharedOption.wait,
    ],
    examples: [
      CommandExample(
        "ykien store deidentify --wave 2026 pipelines/bao-cao-nam.yaml",
        BilingualText(
          vi: "khử nhận dạng kỳ 2026 vào ngày đã công bố", en: "de-identify the wave 2026 on the announced day"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let request = WaveEndingRequest(
      pipeline: command.arguments[0], wave: command.value(of: "wave") ?? "", ending: .deidentify,
      kept: command.names(of: "keep"), removed: command.names(of: "remove"),
      isDryRun: command.has("dry-run"), wait: try command.wait())
    let report = try request.run()
    output.diagnostics(report.diagnostics)
    output.result(report.text(in: output.style.language))
    return .success
  }
}
