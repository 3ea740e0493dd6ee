import CommandLineInterface
import Diagnostics

/// One subcommand: its table, and what it does.
protocol Subcommand: Sendable {
  /// The words that call it.
  static var path: [String] { get }
  /// Its name, arguments, options and help.
  static var table: CommandTable { get }
  /// Does the work; results go to the output, the returned code to the caller.
  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode
}

/// Options that several subcommands share.
enum SharedOption {
  static let form = OptionTable(
    "form", placeholder: "FORM", BilingualText(vi: "thư mục hoặc tệp của phiếu", en: "the folder or file of the form"),
    kind: .file(["xlsx", "xls", "md", "csv"]),
    isRequired: true)

  static let store = OptionTable(
    "store", placeholder: "sqlite:PATH",
    BilingualText(vi: "kho phiếu, tạo mới nếu chưa có", en: "the store; made when it does not exist"), kind: .file([]),
    isRequired: true)

  static let existingStore = OptionTable(
    "store", placeholder: "sqlite:PATH", BilingualText(vi: "kho phiếu", en: "the store"), kind: .file([]),
    isRequired: true)

  static let mapping = OptionTable(
    "mapping", placeholder: "M",
    BilingualText(vi: "tệp YAML nối cột với câu hỏi", en: "a YAML file that maps columns to questions"),
    kind: .file(["yaml"]))

  static let pipelineRules = OptionTable(
    "pipeline", placeholder: "PIPELINE",
    BilingualText(
      vi: "tệp pipeline: mục validation cho biết quy tắc nào cách ly phiếu, mục quality cho biết phiếu nào đáng ngờ",
      en: "the pipeline file whose section validation says which rules hold records apart, and quality what is doubtful"
    ),
    kind: .file(["yaml"]))

  static let wait = OptionTable(
    "wait", placeholder: "SECONDS",
    BilingualText(
      vi: "chờ tiến trình khác đang ghi kho bấy nhiêu giây (mặc định 5), rồi kết thúc bằng mã 75",
      en: "wait so many seconds for another writer (default 5), then exit with 75"))

  static let wave = OptionTable(
    "wave", placeholder: "W",
    BilingualText(vi: "kỳ khảo sát, như trong tệp pipeline", en: "the wave, as the pipeline names it"), isRequired: true
  )

  static let outputFile = OptionTable(
    "output", letter: "o", placeholder: "FILE", BilingualText(vi: "ghi vào tệp này", en: "write to this file"),
    kind: .file([]), isRequired: true)

  static let asOf = OptionTable(
    "as-of", placeholder: "DATE",
    BilingualText(vi: "lấy ngày này (yyyy-MM-dd) thay cho hôm nay", en: "take this day (yyyy-MM-dd) for today"))

  static let format = OptionTable(
    "format", placeholder: "text|json",
    BilingualText(vi: "in bảng dạng chữ (mặc định) hoặc JSON", en: "print text (default) or JSON"),
    kind: .word(["text", "json"]))

  static let pipeline = ArgumentTable(
    "PIPELINE", BilingualText(vi: "tệp pipeline (YAML)", en: "the pipeline file (YAML)"), kind: .file(["yaml"]))
}
