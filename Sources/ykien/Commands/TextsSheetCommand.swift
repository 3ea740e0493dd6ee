import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien texts sheet`: a random sample of open answers for two people to code by hand.
enum TextsSheetCommand: Subcommand {
  static let path = ["texts", "sheet"]

  static let table = CommandTable(
    "sheet",
    BilingualText(
      vi: "lập phiếu mã hóa: mẫu ngẫu nhiên ý kiến mở để hai người phân loại độc lập",
      en: "make a coding sheet: a random sample of open answers for two people to code independently"),
    discussion: BilingualText(
      vi: """
        Tệp chứa câu trả lời của từng người, chỉ chủ tệp đọc được; xóa khi làm xong. Hai người điền 1 vào cột chủ đề, \
        mỗi người một bản, rồi so bằng `ykien texts kappa`.
        """,
      en: """
        The file holds answers of people, readable by its owner alone; delete it when done. Both people write 1 into the \
        columns of themes, each in a copy; compare the copies with `ykien texts kappa`.
        """),
    arguments: [SharedOption.pipeline],
    options: [
      OptionTable(
        "records", letter: "n", placeholder: "N",
        BilingualText(vi: "số ý kiến (mặc định 200)", en: "how many answers (default 200)")),
      OptionTable(
        "seed", placeholder: "S", BilingualText(vi: "số khởi tạo (mặc định 1)", en: "the seed (default 1)")),
      SharedOption.outputFile,
    ],
    examples: [
      CommandExample(
        "ykien texts sheet pipelines/bao-cao-nam.yaml -n 150 --seed 7 -o phieu-a.csv",
        BilingualText(vi: "150 ý kiến cho hai người", en: "150 answers for two people"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let records = command.value(of: "records") ?? "200"
    guard let count = Int(records), (1...100_000).contains(count) else {
      throw usageFailure("-n", value: records, expected: "1 … 100000")
    }
    let text = command.value(of: "seed") ?? "1"
    guard let seed = UInt64(text) else { throw usageFailure("--seed", value: text, expected: "0, 1, 2, …") }
    let file = command.value(of: "output") ?? ""
    let run = try PipelineRun(path: command.arguments[0], asOf: .today)
    let written = try run.writeCodingSheet(count: count, seed: seed, to: file)
    output.message("\(file): \(written)")
    return .success
  }
}
