import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien form build`: a questionnaire out of a form.
enum FormBuildCommand: Subcommand {
  static let path = ["form", "build"]

  static let table = CommandTable(
    "build", BilingualText(vi: "tạo phiếu hỏi từ định nghĩa phiếu", en: "build a questionnaire from a form"),
    discussion: BilingualText(
      vi: """
        xform: tệp XML cho ODK Collect, KoboToolbox, Enketo. html: một trang web duy nhất, không cần mạng, lưu câu trả \
        lời thành tệp XML. pdf, docx: phiếu giấy A4 để in. xlsx: sổ Excel để nhập liệu, mỗi người trả lời một dòng. Phiếu \
        giấy và sổ Excel bằng tiếng Việt, hoặc theo --language.
        """,
      en: """
        xform: an XML file for ODK Collect, KoboToolbox and Enketo. html: one web page that needs no network and saves \
        answers as an XML file. pdf, docx: a questionnaire to print on A4. xlsx: an Excel workbook for keying answers, one \
        row for each respondent. Paper and workbook are in Vietnamese unless --language says otherwise.
        """),
    arguments: [
      ArgumentTable(
        "FORM", BilingualText(vi: "thư mục hoặc tệp của phiếu", en: "the folder or file of the form"),
        kind: .file(["xlsx", "xls", "md", "csv"]))
    ],
    options: [
      OptionTable(
        "to", placeholder: "xform|html|pdf|docx|xlsx", BilingualText(vi: "dạng phiếu hỏi", en: "what to build"),
        kind: .word(["xform", "html", "pdf", "docx", "xlsx"]), isRequired: true),
      OptionTable(
        "output", letter: "o", placeholder: "DIR",
        BilingualText(
          vi: "thư mục ghi kết quả (mặc định: thư mục hiện tại)", en: "the folder to write to (default: this one)"),
        kind: .folder),
    ],
    examples: [
      CommandExample(
        "ykien form build forms/pks-01 --to html -o build",
        BilingualText(vi: "tạo trang web build/pks-01.html", en: "build the page build/pks-01.html")),
      CommandExample(
        "ykien form build forms/pks-01 --to pdf -o build",
        BilingualText(vi: "tạo phiếu giấy build/pks-01.pdf", en: "build the paper questionnaire build/pks-01.pdf")),
      CommandExample(
        "ykien form build forms/pks-01 --to xlsx -o build",
        BilingualText(vi: "tạo sổ nhập liệu build/pks-01.xlsx", en: "build the entry workbook build/pks-01.xlsx")),
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    let wanted = command.value(of: "to") ?? ""
    guard let format = QuestionnaireFormat(rawValue: wanted) else {
      let known = QuestionnaireFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw StageFailure(Diagnostic(.commandLineFormat, ["format": wanted, "known": known]), exitCode: .usage)
    }
    let folder = command.value(of: "output") ?? "."
    let written = try buildQuestionnaire(
      ofFormAt: command.arguments[0], as: format,
      language: command.value(of: "language").flatMap(InterfaceLanguage.init(rawValue:)), into: folder)
    output.result(written + "\n")
    return .success
  }
}
