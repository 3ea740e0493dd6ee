import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien problems retry`: reads quarantined records again.
enum ProblemsRetryCommand: Subcommand {
  static let path = ["problems", "retry"]

  static let table = CommandTable(
    "retry", BilingualText(vi: "đọc lại các phiếu bị cách ly", en: "read quarantined records again"),
    discussion: BilingualText(
      vi: """
        Dùng sau khi sửa phiếu hoặc tệp nối cột. Phiếu nay đúng thì được nhận, phiếu vẫn sai thì ở lại với lý do mới. Bảng \
        được đọc lại từ tệp đã nhận, nên tệp ấy phải còn nguyên ở chỗ cũ.
        """,
      en: """
        For after the form or the mapping was corrected. Records that are right now are taken in, the others stay with \
        their new reasons. Tables are read again from the file that was taken in, which must still lie where it was.
        """),
    options: [
      SharedOption.form, SharedOption.existingStore, SharedOption.mapping, SharedOption.pipelineRules,
      SharedOption.wait,
    ],
    examples: [
      CommandExample(
        "ykien problems retry --form forms/pks-01 --store sqlite:var/ykien.sqlite",
        BilingualText(vi: "đọc lại mọi phiếu bị cách ly", en: "read all quarantined records again"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    var request = RetryRequest(
      form: command.value(of: "form") ?? "", store: try command.storePath(), mapping: command.value(of: "mapping"),
      wait: try command.wait())
    request.pipeline = command.value(of: "pipeline")
    let report = try request.run()
    output.diagnostics(report.diagnostics)
    output.result(report.text(in: output.style.language))
    return .success
  }
}
