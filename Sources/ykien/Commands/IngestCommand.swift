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
        Đọc phiếu XML (OpenRosa), bảng CSV, thư mục và tệp zip; chạy lại không thay đổi gì. Phiếu sai được cách ly kèm \
        lý do, các phiếu khác vẫn được nhận.
        """,
      en: """
        Reads OpenRosa XML, CSV tables, folders and zip archives; running it again changes nothing. Bad records are \
        quarantined with their reasons, the others are taken in.
        """),
    arguments: [
      ArgumentTable(
        "FILE", BilingualText(vi: "tệp, thư mục hoặc tệp zip", en: "files, folders or zip archives"),
        count: .atLeastOne,
        kind: .file([]))
    ],
    options: [
      SharedOption.form, SharedOption.store,
      OptionTable(
        "mapping", placeholder: "M",
        BilingualText(vi: "tệp YAML nối cột với câu hỏi", en: "a YAML file that maps columns to questions"),
        kind: .file(["yaml"])),
      OptionTable(
        "encoding", placeholder: "E",
        BilingualText(
          vi: "bảng mã của các bảng: utf-8, tcvn3, vni, viscii, windows-1258…",
          en: "how tables are written: utf-8, tcvn3, vni, viscii, windows-1258…")),
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
        BilingualText(vi: "nhận mọi tệp trong thư mục inbox", en: "take in every file of the folder inbox"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let request = IngestRequest(
      form: command.value(of: "form") ?? "", store: try command.storePath(), paths: command.arguments,
      mapping: command.value(of: "mapping"), encoding: command.value(of: "encoding"),
      problems: command.value(of: "problems"), isDryRun: command.has("dry-run"), wait: try command.wait())
    let report = try request.run { output.progress("\($0.sourcesDone)/\($0.sourceCount) – \($0.recordsRead)") }
    let language = output.style.language
    output.diagnostics(report.diagnostics)
    output.result(
      command.value(of: "format") == "json" ? report.json() : report.accountingTable(in: language))
    return command.has("strict") && report.hasProblems ? .findings : .success
  }
}
