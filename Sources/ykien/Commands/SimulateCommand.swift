import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien simulate`: invented answers for rehearsals and tests.
enum SimulateCommand: Subcommand {
  static let path = ["simulate"]

  static let table = CommandTable(
    "simulate",
    BilingualText(vi: "tạo câu trả lời mô phỏng để diễn tập", en: "write simulated answers for rehearsals"),
    discussion: BilingualText(
      vi: """
        Câu trả lời đúng các điều kiện của phiếu; cùng một seed cho cùng một kết quả. Khóa phiếu bắt đầu bằng \
        `simulated:`, báo cáo lập từ đó mang dòng “SỐ LIỆU MÔ PHỎNG”.
        """,
      en: """
        The answers obey the form's conditions; the same seed gives the same bytes. Their keys begin with `simulated:`, \
        and a report made of them says so on every page.
        """),
    arguments: [
      ArgumentTable(
        "FORM", BilingualText(vi: "thư mục hoặc tệp của phiếu", en: "the folder or file of the form"),
        kind: .file(["xlsx", "xls", "md", "csv"]))
    ],
    options: [
      OptionTable(
        "records", letter: "n", placeholder: "N",
        BilingualText(vi: "số phiếu (mặc định 100)", en: "how many records (default 100)")),
      OptionTable(
        "seed", placeholder: "S", BilingualText(vi: "số khởi tạo (mặc định 1)", en: "the seed (default 1)")),
      OptionTable(
        "to", placeholder: "csv|xlsx|xml",
        BilingualText(
          vi: "bảng CSV hoặc sổ Excel (nhóm lặp thành bảng riêng), hoặc mỗi phiếu một tệp XML (mặc định csv)",
          en: "CSV tables or a workbook (repeats in tables of their own), or one XML file per record (default csv)"),
        kind: .word(["csv", "xlsx", "xml"])),
      OptionTable(
        "output", letter: "o", placeholder: "PATH",
        BilingualText(
          vi: "tệp CSV hoặc XLSX, hoặc thư mục của các tệp XML", en: "the CSV or XLSX file, or the folder for XML files"
        ),
        kind: .file([]), isRequired: true),
    ],
    examples: [
      CommandExample(
        "ykien simulate forms/pks-01 -n 500 --seed 7 --to csv -o rehearsal.csv",
        BilingualText(vi: "500 phiếu mô phỏng trong một bảng", en: "500 simulated records in one table"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let count = command.value(of: "records") ?? "100"
    guard let records = Int(count), records >= 0, records <= 100_000_000 else {
      throw usageFailure("-n", value: count, expected: "0 … 100000000")
    }
    let text = command.value(of: "seed") ?? "1"
    guard let seed = UInt64(text) else { throw usageFailure("--seed", value: text, expected: "0, 1, 2, …") }
    let request = SimulationRequest(
      form: command.arguments[0], records: records, seed: seed,
      format: SimulationRequest.Format(rawValue: command.value(of: "to") ?? "csv") ?? .csv,
      output: command.value(of: "output") ?? "")
    output.diagnostics(try request.run { output.progress("\($0) / \(records)") })
    return .success
  }
}
