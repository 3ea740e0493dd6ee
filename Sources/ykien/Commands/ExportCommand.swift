import CommandLineInterface
import Diagnostics
import Export
import Pipeline

/// `ykien export`: answers out of a store.
enum ExportCommand: Subcommand {
  static let path = ["export"]

  static let table = CommandTable(
    "export", BilingualText(vi: "xuất câu trả lời khỏi kho", en: "take answers out of a store"),
    discussion: BilingualText(
      vi: """
        csv, xlsx, json: mỗi phiếu một dòng, phần lặp ở tệp hoặc sheet riêng. sav: SPSS. dta: Stata. ddi: bảng mã (DDI \
        Codebook 2.5), không có câu trả lời. Tệp chỉ riêng bạn đọc được. --public bỏ mã phiếu, thông tin máy ghi, câu \
        trả lời bằng lời, ngày giờ, tọa độ, tệp; số liệu còn lại vẫn có thể nhận ra người nếu nhóm quá nhỏ.
        """,
      en: """
        csv, xlsx, json: one row for each record, repeats in files or sheets of their own. sav: SPSS. dta: Stata. ddi: a \
        codebook (DDI Codebook 2.5) without answers. Files are readable by you only. --public leaves out keys, metadata, \
        texts, dates, times, places and files; people in small groups may still be recognised by what remains.
        """),
    options: [
      SharedOption.form, SharedOption.store,
      OptionTable(
        "to", placeholder: "csv|xlsx|sav|dta|ddi|json", BilingualText(vi: "định dạng", en: "the format"),
        kind: .word(ExportFormat.allCases.map(\.rawValue)), isRequired: true),
      OptionTable(
        "output", letter: "o", placeholder: "PATH", BilingualText(vi: "ghi ra tệp này", en: "write to this file"),
        kind: .file([]), isRequired: true),
      OptionTable(
        "labels", placeholder: "codes|labels|both",
        BilingualText(
          vi: "ghi mã, nội dung hay cả hai (mặc định: codes; sav và dta: labels)",
          en: "write codes, labels or both (default: codes; sav and dta: labels)"),
        kind: .word(ExportOptions.Labels.allCases.map(\.rawValue))),
      OptionTable(
        "multiples", placeholder: "joined|split",
        BilingualText(
          vi: "câu chọn nhiều: chung một cột (mặc định) hay mỗi lựa chọn một cột",
          en: "several choices: in one column (default) or in a column for each choice"),
        kind: .word(ExportOptions.Multiples.allCases.map(\.rawValue))),
      OptionTable(
        "public",
        BilingualText(
          vi: "chỉ lấy câu trả lời chọn từ danh sách và số", en: "only answers taken from lists, and numbers")),
      OptionTable(
        "quasi", placeholder: "NAMES",
        BilingualText(
          vi:
            "với --public: các câu hỏi có thể làm lộ người trả lời, cách nhau bằng dấu phẩy (mặc định: của chỉ báo tỷ lệ)",
          en: "with --public: questions by which people can be recognised, with commas (default: those of shares)")),
      OptionTable(
        "smallest-group", placeholder: "K",
        BilingualText(
          vi: "với --public: không xuất khi có nhóm dưới K phiếu giống nhau theo các câu hỏi ấy",
          en: "with --public: refuse when fewer than K records share their answers to these questions")),
      OptionTable(
        "excel",
        BilingualText(
          vi: "tệp csv có dấu BOM để Excel đọc đúng tiếng Việt", en: "begin a csv file with a BOM, which Excel needs")),
      OptionTable(
        "exact",
        BilingualText(
          vi: "tệp csv ghi đúng nguyên văn, không thêm dấu ' trước chữ giống công thức (chỉ cho chương trình khác đọc)",
          en: "texts of a csv file as answered, without the ' before what looks like a formula (for other programs)")),
    ],
    examples: [
      CommandExample(
        "ykien export --form forms/pks-01 --store sqlite:var/ykien.sqlite --to xlsx -o var/pks-01.xlsx",
        BilingualText(vi: "mọi phiếu ra sổ Excel", en: "all records as an Excel workbook"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let wanted = command.value(of: "to") ?? ""
    guard let format = ExportFormat(rawValue: wanted) else {
      let known = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw StageFailure(Diagnostic(.commandLineFormat, ["format": wanted, "known": known]), exitCode: .usage)
    }
    var options = ExportOptions()
    options.labels = command.value(of: "labels").flatMap(ExportOptions.Labels.init(rawValue:))
    options.multiples = command.value(of: "multiples").flatMap(ExportOptions.Multiples.init(rawValue:)) ?? .joined
    options.isPublic = command.has("public")
    options.quasiIdentifiers = command.value(of: "quasi")?.split(separator: ",").map {
      String($0).filter { !$0.isWhitespace }
    }
    if let limit = command.value(of: "smallest-group") {
      guard let number = Int(limit), number > 0 else {
        throw usageFailure("--smallest-group", value: limit, expected: "1, 2, 3, …")
      }
      options.smallestGroup = number
    }
    options.isForExcel = command.has("excel")
    options.isExact = command.has("exact")
    let request = ExportRequest(
      form: command.value(of: "form") ?? "", store: try command.storePath(), format: format, options: options,
      language: command.value(of: "language").flatMap(InterfaceLanguage.init(rawValue:)))
    let outcome = try request.run(to: command.value(of: "output") ?? "")
    output.diagnostics(outcome.diagnostics)
    output.result(outcome.paths.map { $0 + "\n" }.joined())
    return .success
  }
}
