import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien report check`: every problem of a report's template, before there are answers.
enum ReportCheckCommand: Subcommand {
  static let path = ["report", "check"]

  static let table = CommandTable(
    "check",
    BilingualText(
      vi: "kiểm tra mẫu báo cáo, chỉ rõ dòng, cột của từng lỗi",
      en: "check a report's template; tell line and column of every problem"),
    discussion: BilingualText(
      vi: """
        Tìm tên câu hỏi, chỉ số không có trong phiếu, con số gõ tay, phần chưa dịch. Không cần có câu trả lời. Mã kết thúc \
        là 1 khi có lỗi, 0 khi chỉ có cảnh báo.
        """,
      en: """
        Finds names that the form does not know, figures typed by hand, parts not translated. Needs no answers. The exit \
        code is 1 with errors, 0 with warnings only.
        """),
    arguments: [
      ArgumentTable(
        "TEMPLATE|PIPELINE",
        BilingualText(
          vi: "thư mục mẫu (reports/…) hoặc tệp quy trình (pipelines/….yaml)",
          en: "a template's folder (reports/…) or a pipeline file (pipelines/….yaml)"), count: .atLeastOne,
        kind: .file(["yaml"]))
    ],
    options: [SharedOption.format],
    examples: [
      CommandExample(
        "ykien report check reports/bao-cao-nam",
        BilingualText(vi: "kiểm tra mẫu báo cáo năm", en: "check the template of the annual report"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    var findings: [Diagnostic] = []
    for path in command.arguments { findings += try checkReport(at: path) }
    let language = output.style.language
    if command.value(of: "format") == "json" {
      output.result(json(findings, language: language))
    } else {
      for finding in findings { output.result(output.style.line(for: finding) + "\n") }
    }
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    output.message(
      language == .english
        ? "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
        : "\(errors) lỗi, \(warnings) cảnh báo")
    return errors > 0 ? .findings : .success
  }
}
