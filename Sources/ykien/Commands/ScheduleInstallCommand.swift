import CommandLineInterface
import Diagnostics
import FileSystem
import Foundation
import Pipeline

/// `ykien schedule install`: units of systemd, or lines for cron, that run and check a pipeline by themselves.
enum ScheduleInstallCommand: Subcommand {
  static let path = ["schedule", "install"]

  static let table = CommandTable(
    "install",
    BilingualText(
      vi: "ghi tệp để máy tự chạy và kiểm tra pipeline đúng lịch (systemd hoặc cron)",
      en: "write what makes the system run and check a pipeline on time (systemd or cron)"),
    discussion: BilingualText(
      vi: """
        Với systemd, ghi các tệp .service và .timer rồi in lệnh để bật; lần chạy bị lỡ khi máy tắt được chạy bù. Với cron, \
        in các dòng để chép vào `crontab -e`. Lệnh của --notify được gọi với biến YKIEN_PIPELINE và YKIEN_EVENT \
        (run_done, run_failed, check_failed). ykien không chạy ngầm.
        """,
      en: """
        For systemd, writes .service and .timer files and prints the commands that switch them on; a run that was missed \
        while the machine was off is made up for. For cron, prints lines for `crontab -e`. The command of --notify is \
        called with YKIEN_PIPELINE and YKIEN_EVENT (run_done, run_failed, check_failed). ykien keeps nothing running.
        """),
    arguments: [SharedOption.pipeline],
    options: [
      OptionTable(
        "to", placeholder: "systemd|cron",
        BilingualText(vi: "hệ hẹn giờ (mặc định: systemd)", en: "which timer (default: systemd)"),
        kind: .word(["systemd", "cron"])),
      OptionTable(
        "output", letter: "o", placeholder: "DIR",
        BilingualText(
          vi: "thư mục ghi các tệp (mặc định: ~/.config/systemd/user)",
          en: "the folder to write to (default: ~/.config/systemd/user)"), kind: .file([])),
      OptionTable(
        "notify", placeholder: "COMMAND",
        BilingualText(vi: "lệnh báo tin, chạy bằng sh", en: "the command that tells people, run by sh")),
      OptionTable(
        "check-at", placeholder: "HH:mm",
        BilingualText(vi: "giờ kiểm tra hằng ngày (mặc định 07:30)", en: "when to check every day (default 07:30)")),
    ],
    examples: [
      CommandExample(
        "ykien schedule install pipelines/bao-cao-nam.yaml --notify ./notify.sh",
        BilingualText(vi: "tự chạy và báo bằng lệnh của mình", en: "run by itself and tell people by a script of yours")
      )
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    var installation = try ScheduleInstallation(
      pipelineAt: command.arguments[0], notification: command.value(of: "notify"))
    if let text = command.value(of: "check-at") {
      guard let clock = RunTime("01-01 \(text)") else {
        throw usageFailure("--check-at", value: text, expected: "HH:mm")
      }
      installation.checkHour = clock.hour
      installation.checkMinute = clock.minute
    }
    if command.value(of: "to") == "cron" {
      output.result(installation.cronLines.map { $0 + "\n" }.joined())
      return .success
    }
    let folder = if let chosen = command.value(of: "output") { chosen } else { try unitFolder() }
    try createFolders(at: folder)
    for unit in installation.systemdUnits {
      let path = join(folder, unit.name)
      // A notification may hold an address or a password.
      try writeAtomically(Array(unit.text.utf8), to: path, mode: 0o600)
      output.result(path + "\n")
    }
    output.message(
      (output.style.language == .english ? "Switch them on with:\n" : "Bật bằng các lệnh:\n")
        + "  systemctl --user daemon-reload\n"
        + "  systemctl --user enable --now \(installation.timers.joined(separator: " "))\n"
        + "  loginctl enable-linger")
    return .success
  }

  /// Where the units of a user lie (systemd.unit(5)).
  private static func unitFolder() throws(StageFailure) -> String {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return join(folder, "systemd/user")
    }
    if let home = environment["HOME"], home.hasPrefix("/") { return join(home, ".config/systemd/user") }
    throw usageFailure("--output", value: "", expected: "DIR")
  }
}
