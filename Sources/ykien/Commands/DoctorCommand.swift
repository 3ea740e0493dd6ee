import CommandLineInterface
import Diagnostics
import Programs

/// `ykien doctor`: whether this machine has what ykien may call for.
enum DoctorCommand: Subcommand {
  static let path = ["doctor"]

  static let table = CommandTable(
    "doctor",
    BilingualText(vi: "kiểm tra máy có đủ những gì cần không", en: "check whether this machine has what is needed"),
    discussion: BilingualText(
      vi: """
        weasyprint cần cho tệp PDF (`form build --to pdf`, báo cáo); rsvg-convert cần cho biểu đồ trong báo cáo Word; \
        chromium và java chỉ cần khi kiểm thử. Các lệnh khác không cần chương trình nào.
        """,
      en: """
        weasyprint is needed for PDF files (`form build --to pdf`, reports), rsvg-convert for the charts of reports in \
        Word; chromium and java only for tests. Other commands need no other program.
        """))

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let english = output.style.language == .english
    var lines = ["ykien \(Program.version)"]
    for (program, package) in [
      ("weasyprint", "weasyprint"), ("rsvg-convert", "librsvg2-bin"), ("chromium", "chromium"),
      ("java", "default-jre-headless"),
    ] {
      let found = ProgramRun.find(program)
      let missing = Diagnostic(.commandLineMissingProgram, ["program": program, "package": package])
      lines.append(found.map { "\(program): \($0)" } ?? missing.line(in: output.style.language))
    }
    lines.append(english ? "ready" : "sẵn sàng")
    output.result(lines.joined(separator: "\n") + "\n")
    return .success
  }
}
