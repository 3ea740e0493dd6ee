import CommandLineInterface
import Diagnostics
import Estimation
import FileSystem
import Pipeline

/// `ykien estimate`: the estimates table of a pipeline.
enum EstimateCommand: Subcommand {
  static let path = ["estimate"]

  static let table = CommandTable(
    "estimate", BilingualText(vi: "tính bảng ước lượng từ kho", en: "compute the estimates table from the store"),
    discussion: BilingualText(
      vi: """
        Chỉ đọc kho; muốn nhận phiếu mới, dùng `ykien run` hoặc `ykien ingest`. Với --explain, in thiết kế mẫu, trọng \
        số, công thức, các tổng trung gian và lệnh R của một câu hỏi thay cho bảng; số liệu không công bố thì không in.
        """,
      en: """
        Only reads the store; use `ykien run` or `ykien ingest` to take answers in. With --explain, prints the design, \
        the weights, the formula, the intermediate sums and the call in R of one item in place of the table; nothing \
        that is suppressed.
        """),
    arguments: [SharedOption.pipeline],
    options: [
      OptionTable(
        "to", placeholder: "csv|json|table",
        BilingualText(
          vi: "dạng bảng (mặc định: table trên màn hình, csv ra tệp)",
          en: "the form of the table (default: table on a terminal, csv to a file)"),
        kind: .word(["csv", "json", "table"])),
      OptionTable(
        "output", letter: "o", placeholder: "FILE", BilingualText(vi: "ghi ra tệp này", en: "write to this file"),
        kind: .file([])),
      OptionTable(
        "table", placeholder: "NAME",
        BilingualText(
          vi: "in bảng kèm theo này thay cho bảng ước lượng", en: "print this side table in place of the estimates")),
      OptionTable(
        "explain", placeholder: "ITEM",
        BilingualText(
          vi: "giải thích ước lượng của câu hỏi này thay vì in bảng",
          en: "explain the estimates of this item instead of printing the table")),
      OptionTable(
        "domain", placeholder: "VARIABLE=LEVEL",
        BilingualText(
          vi: "với --explain: nhóm nào (a*b=x*y khi ghép)", en: "with --explain: which domain (a*b=x*y when crossed)")),
      OptionTable(
        "statistic", placeholder: "NAME",
        BilingualText(
          vi: "với --explain: thống kê nào (TÊN=MỨC cho một mức)",
          en: "with --explain: which statistic (NAME=LEVEL for one level)")),
      SharedOption.asOf, SharedOption.format,
    ],
    examples: [
      CommandExample(
        "ykien estimate pipelines/bfi.yaml --to csv -o estimates.csv",
        BilingualText(vi: "bảng ước lượng dạng CSV", en: "the estimates as CSV")),
      CommandExample(
        "ykien estimate pipelines/bao-cao-nam.yaml --table targets --as-of 2026-12-01",
        BilingualText(vi: "tiến độ chỉ tiêu tại một ngày", en: "targets as they stand on a day")),
      CommandExample(
        "ykien estimate pipelines/api.yaml --explain awards --domain stype=E",
        BilingualText(vi: "vì sao ra con số này", en: "how this figure comes about")),
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let run = try PipelineRun(path: command.arguments[0], asOf: try command.asOf())
    if let item = command.value(of: "explain") {
      let explanation = try run.explain(try request(item, command))
      let language = output.style.language
      let isJSON = command.value(of: "format") == "json"
      try write(
        isJSON ? explanation.json(language: language) : explanation.text(language: language), command, output)
      return .success
    }
    for option in ["domain", "statistic", "format"] {
      if let value = command.value(of: option) {
        throw usageFailure("--\(option)", value: value, expected: "--explain ITEM")
      }
    }
    let result = try run.estimate()
    output.diagnostics(try run.outdatedReport(isReplaced: false) + result.diagnostics + result.disclosure.remarks)
    try write(try text(of: result, command, language: output.style.language), command, output)
    return .success
  }

  /// The table asked for in the form asked for.
  private static func text(
    of result: EstimationResult, _ command: ParsedCommand, language: InterfaceLanguage
  ) throws(StageFailure) -> String {
    let form = command.value(of: "to") ?? (command.value(of: "output") == nil ? "table" : "csv")
    guard let name = command.value(of: "table") else {
      return switch form {
      case "json": result.table.json()
      case "csv": result.table.csv()
      default: result.table.text(language: language)
      }
    }
    let open = result.tables.filter { !$0.isRestricted }
    guard let table = open.first(where: { $0.name == name }) else {
      throw usageFailure(
        "--table", value: name, expected: open.isEmpty ? "—" : open.map(\.name).joined(separator: " | "))
    }
    return switch form {
    case "json": table.json()
    case "csv": table.csv()
    default: table.text(language: language)
    }
  }

  /// Writes a result to the file asked for, else to the output.
  private static func write(
    _ text: String, _ command: ParsedCommand, _ output: TerminalOutput
  ) throws(StageFailure) {
    guard let file = command.value(of: "output") else { return output.result(text) }
    try createFolders(at: parentFolder(of: file))
    try writeAtomically(Array(text.utf8), to: file)
  }

  /// What `--explain`, `--domain` and `--statistic` ask for.
  private static func request(_ item: String, _ command: ParsedCommand) throws(StageFailure) -> ExplanationRequest {
    if let to = command.value(of: "to") { throw usageFailure("--to", value: to, expected: "--format text|json") }
    var request = ExplanationRequest(item: item)
    if let domain = command.value(of: "domain") {
      guard let sign = domain.firstIndex(of: "="), sign > domain.startIndex else {
        throw usageFailure("--domain", value: domain, expected: "VARIABLE=LEVEL")
      }
      request.domain = String(domain[..<sign])
      request.domainLevel = String(domain[domain.index(after: sign)...])
    }
    if let statistic = command.value(of: "statistic") {
      let parts = statistic.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      request.statistic = String(parts[0])
      if parts.count > 1 { request.level = String(parts[1]) }
    }
    return request
  }
}
