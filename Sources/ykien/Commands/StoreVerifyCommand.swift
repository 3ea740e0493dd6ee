import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien store verify`: whether a store is whole.
enum StoreVerifyCommand: Subcommand {
  static let path = ["store", "verify"]

  static let table = CommandTable(
    "verify", BilingualText(vi: "kiểm tra kho có nguyên vẹn không", en: "check that a store is whole"),
    discussion: BilingualText(
      vi: """
        Kiểm tra mọi trang, bảng, tổng kiểm tra, khóa và sổ theo dõi từng nguồn; không thay đổi gì. Kết thúc bằng mã 1 khi \
        có chỗ sai.
        """,
      en: """
        Checks all pages, tables, checksums, keys and the accounting of every source; changes nothing. Exits with 1 when \
        something is wrong.
        """),
    options: [SharedOption.existingStore, SharedOption.format],
    examples: [
      CommandExample(
        "ykien store verify --store sqlite:var/ykien.sqlite",
        BilingualText(vi: "kiểm tra kho chính", en: "check the main store"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let result = try StoreVerificationReport(store: try command.storePath())
    let language = output.style.language
    output.diagnostics(result.diagnostics)
    output.result(command.value(of: "format") == "json" ? result.json(in: language) : result.text(in: language))
    return result.hasFindings ? .findings : .success
  }
}
