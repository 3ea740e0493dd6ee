import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien texts quotes`: typical quotes, put before a person.
enum TextsQuotesCommand: Subcommand {
  static let path = ["texts", "quotes"]

  static let table = CommandTable(
    "quotes",
    BilingualText(
      vi: "chọn ý kiến tiêu biểu đã che thông tin cá nhân để người có trách nhiệm duyệt",
      en: "choose typical quotes, redacted, for a person to approve"),
    discussion: BilingualText(
      vi: """
        Chỉ lấy ý kiến của người đồng ý cho trích dẫn. Mở tệp bằng Excel, đọc từng ý kiến và ghi “có” vào cột approved; \
        chỉ những ý kiến đã duyệt mới vào báo cáo. Chạy lại thì các quyết định được giữ. Nội dung không hiện trên màn hình.
        """,
      en: """
        Only of people who allowed it. Open the file in Excel, read each quote and write “có” or “yes” into the column \
        approved; only approved ones enter the report. Decisions are kept when it runs again. No text is printed.
        """),
    arguments: [SharedOption.pipeline],
    examples: [
      CommandExample(
        "ykien texts quotes pipelines/bao-cao-nam.yaml",
        BilingualText(vi: "lập danh sách chờ duyệt", en: "write the list that waits for approval"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let written = try PipelineRun(path: command.arguments[0], asOf: .today).writeQuotes()
    let isEnglish = output.style.language == .english
    output.message(
      isEnglish
        ? "\(written.path): \(written.count) quotes, \(written.approved) approved"
        : "\(written.path): \(written.count) ý kiến, đã duyệt \(written.approved)")
    return .success
  }
}
