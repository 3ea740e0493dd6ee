import CommandLineInterface
import Diagnostics
import FormDefinition
import Pipeline

/// `ykien form check`: every problem of a form, with sheet, row and column.
enum FormCheckCommand: Subcommand {
  static let path = ["form", "check"]

  static let table = CommandTable(
    "check",
    BilingualText(
      vi: "kiểm tra phiếu, chỉ rõ trang, dòng, cột của từng lỗi",
      en: "check a form; tell sheet, row and column of every problem"),
    discussion: BilingualText(
      vi: "Mọi lỗi và cảnh báo được báo một lượt. Mã kết thúc là 1 khi có lỗi, 0 khi chỉ có cảnh báo.",
      en: "All errors and warnings are reported at once. The exit code is 1 with errors, 0 with warnings only."),
    arguments: [
      ArgumentTable(
        "FORM", BilingualText(vi: "thư mục có survey.csv", en: "the folder that holds survey.csv"), count: .atLeastOne,
        kind: .folder)
    ],
    options: [SharedOption.format],
    examples: [
      CommandExample(
        "ykien form check forms/pks-01", BilingualText(vi: "kiểm tra phiếu chính", en: "check the main questionnaire"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    var findings: [Diagnostic] = []
    for form in command.arguments { findings += try loadForm(at: form).diagnostics }
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
