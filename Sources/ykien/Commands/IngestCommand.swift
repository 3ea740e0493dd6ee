import CommandLineInterface
import Diagnostics
import Ingest
import Pipeline

/// `ykien ingest`: answers into a store.
enum IngestCommand: Subcommand {
  static let path = ["ingest"]

  static let table = CommandTable(
    "ingest", BilingualText(vi: "nhận câu trả lời vào kho", en: "take answers into a store"),
    discussion: BilingualText(
      vi: """
        Đọc phiếu XML (OpenRosa), bảng CSV, sổ Excel, thư mục và tệp zip; chạy lại không thay đổi gì. Phiếu sai được cách ly kèm \
        lý do, các phiếu khác vẫn được nhận.
        """,
      en: """
        Reads OpenRosa XML, CSV tables, Excel workbooks, folders and zip archives; running it again changes nothing. Bad records are \
        quarantined with their reasons, the others are taken in.
        """),
    arguments: [
      ArgumentTable(
        "FILE", BilingualText(vi: "tệp, thư mục hoặc tệp zip", en: "files, folders or zip archives"),
        count: .atLeastOne,
        kind: .file([]))
    ],
    options: [
      SharedOption.form,
      OptionTable(
        "store", placeholder: "sqlite:PATH",
        BilingualText(
          vi: "kho phiếu, tạo mới nếu chưa có; chỉ --suggest-mapping là không cần",
          en: "the store; made when it does not exist; needed but for --suggest-mapping"), kind: .file([])),
      SharedOption.mapping, SharedOption.pipelineRules,
      OptionTable(
        "encoding", placeholder: "E",
        BilingualText(
          vi: "bảng mã của các bảng: utf-8, tcvn3, vni, viscii, windows-1258…",
          en: "how tables are written: utf-8, tcvn3, vni, viscii, windows-1258…")),
      OptionTable(
        "suggest-mapping",
        BilingualText(
          vi: "viết tệp ánh xạ ban đầu cho một bảng, không nhận gì vào kho",
          en: "write a first mapping for one table; nothing is taken in")),
      OptionTable(
        "output", letter: "o", placeholder: "M.yaml",
        BilingualText(vi: "ghi ánh xạ ra tệp này", en: "write the mapping to this file"), kind: .file(["yaml"])),
      OptionTable(
        "problems", placeholder: "OUT.csv",
        BilingualText(
          vi: "ghi mọi chỗ sai, kèm câu trả lời, vào tệp chỉ riêng bạn đọc được",
          en: "write everything found wrong, answers included, to a file only you can read"), kind: .file(["csv"])),
      OptionTable("dry-run", BilingualText(vi: "chỉ cho biết điều sẽ xảy ra", en: "only say what would happen")),
      OptionTable(
        "strict",
        BilingualText(vi: "kết thúc bằng mã 1 khi có phiếu bị cách ly", en: "exit with 1 when a record is quarantined")),
      SharedOption.wait, SharedOption.format,
    ],
    examples: [
      CommandExample(
        "ykien ingest --form forms/pks-01 --store sqlite:var/ykien.sqlite inbox",
        BilingualText(vi: "nhận mọi tệp trong thư mục inbox", en: "take in every file of the folder inbox")),
      CommandExample(
        "ykien ingest --form forms/pks-01 --suggest-mapping -o anh-xa.yaml phieu.xlsx",
        BilingualText(vi: "viết tệp ánh xạ ban đầu cho một bảng", en: "write a first mapping for a table")),
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    if command.has("suggest-mapping") { return try suggest(command, output: output) }
    var request = IngestRequest(
      form: command.value(of: "form") ?? "", store: try command.storePath(), paths: command.arguments,
      mapping: command.value(of: "mapping"), encoding: command.value(of: "encoding"),
      problems: command.value(of: "problems"), isDryRun: command.has("dry-run"), wait: try command.wait())
    request.pipeline = command.value(of: "pipeline")
    let report = try request.run { output.progress("\($0.sourcesDone)/\($0.sourceCount) – \($0.recordsRead)") }
    let language = output.style.language
    output.diagnostics(report.diagnostics)
    output.result(
      command.value(of: "format") == "json" ? report.json() : report.accountingTable(in: language))
    return command.has("strict") && report.hasProblems ? .findings : .success
  }

  private static func suggest(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let file = command.value(of: "output")
    for path in command.arguments.prefix(1) {
      let suggestion = try suggestMapping(ofTableAt: path, form: command.value(of: "form") ?? "", output: file)
      if file == nil { output.result(suggestion.text) }
      let count = suggestion.doubtCount
      output.progress(
        output.style.language == .english ? "\(count) lines marked ??" : "\(count) dòng có dấu ??")
    }
    return .success
  }
}
