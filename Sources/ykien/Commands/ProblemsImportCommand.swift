import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien problems import`: corrected answers and decisions come back.
enum ProblemsImportCommand: Subcommand {
  static let path = ["problems", "import"]

  static let table = CommandTable(
    "import",
    BilingualText(vi: "nhận lại bảng các chỗ sai đã sửa", en: "take back the table of problems, corrected"),
    discussion: BilingualText(
      vi: """
        Bảng do `problems export` ghi, đã điền cột corrected (giá trị đúng; “(trống)”: bỏ câu trả lời) và cột decision \
        (“chấp nhận”, “loại” hoặc để trống), lưu bằng Excel ở dạng nào cũng được. Phiếu đã sửa được kiểm tra lại và nhận \
        khi không còn chỗ sai; “chấp nhận” nhận phiếu dù còn trái quy tắc. Bảng có lỗi thì không thay đổi gì, mã 1.
        """,
      en: """
        The table of `problems export` with the columns corrected (the right value; “(blank)” removes the answer) and \
        decision (“accept”, “reject” or nothing) filled in, in whatever way Excel saved it. Corrected records are held \
        against the form again and taken in when nothing is wrong; “accept” takes them in whatever rules they break. \
        When the table is wrong nothing changes, exit code 1.
        """),
    arguments: [
      ArgumentTable(
        "FILE", BilingualText(vi: "bảng đã sửa (CSV, .xlsx)", en: "the corrected table (CSV, .xlsx)"),
        kind: .file(["csv", "xlsx", "txt"]))
    ],
    options: [
      SharedOption.form, SharedOption.existingStore,
      OptionTable(
        "reason", placeholder: "TEXT", BilingualText(vi: "lý do, ghi vào nhật ký", en: "why, for the journal")),
      SharedOption.mapping, SharedOption.pipelineRules, SharedOption.wait,
    ],
    examples: [
      CommandExample(
        "ykien problems import --form forms/pks-01 --store sqlite:var/ykien.sqlite cho-sai.csv",
        BilingualText(vi: "nhận các phiếu đã sửa", en: "take corrected records in"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    try DecisionRequest.carryOut(.table(command.arguments.first ?? ""), of: command, output)
  }
}
