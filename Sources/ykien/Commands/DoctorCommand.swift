import CommandLineInterface
import Diagnostics
import FileSystem
import Foundation

/// `ykien doctor`: whether this machine has what ykien may call for.
enum DoctorCommand: Subcommand {
  static let path = ["doctor"]

  static let table = CommandTable(
    "doctor",
    BilingualText(vi: "kiểm tra máy có đủ những gì cần không", en: "check whether this machine has what is needed"),
    discussion: BilingualText(
      vi: "Mọi lệnh của phiên bản này chạy được mà không cần chương trình nào khác; những mục dưới đây là tùy chọn.",
      en: "Every command of this version runs without other programs; what is listed is optional."))

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let english = output.style.language == .english
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    var lines = ["ykien \(Program.version)"]
    for (program, package) in [("chromium", "chromium"), ("java", "default-jre-headless")] {
      let found = folders.map { join($0, program) }.first { fileStatus(at: $0)?.kind == .file }
      let missing = Diagnostic(.commandLineMissingProgram, ["program": program, "package": package])
      lines.append(found.map { "\(program): \($0)" } ?? missing.line(in: output.style.language))
    }
    lines.append(english ? "ready" : "sẵn sàng")
    output.result(lines.joined(separator: "\n") + "\n")
    return .success
  }
}
