import CommandLineInterface
import Diagnostics

/// A program with everything a table can hold.
let sample = CommandTable(
  "survey", BilingualText(vi: "thu thập ý kiến", en: "collects opinions"),
  discussion: BilingualText(vi: "Chạy trên máy của mình.", en: "Runs on your own machine."),
  options: [OptionTable("version", letter: "V", BilingualText(vi: "in phiên bản", en: "print the version"))],
  subcommands: [
    CommandTable(
      "form", BilingualText(vi: "phiếu hỏi", en: "forms"),
      subcommands: [
        CommandTable(
          "build", BilingualText(vi: "tạo phiếu từ 'biểu mẫu'", en: "make questionnaires from the form's sheets"),
          discussion: BilingualText(vi: "Phiếu: \\ và 'nháy'.", en: ".starts with a dot: \\ and 'quotes'."),
          arguments: [ArgumentTable("FORM", BilingualText(vi: "thư mục", en: "folder of the form"), kind: .folder)],
          options: [
            OptionTable(
              "to", placeholder: "FORMAT", BilingualText(vi: "dạng: xform hay html", en: "format: xform or html"),
              kind: .word(["xform", "html"]), isRequired: true),
            OptionTable(
              "output", letter: "o", placeholder: "DIR", BilingualText(vi: "thư mục kết quả", en: "output folder"),
              kind: .folder),
            OptionTable("quiet", letter: "q", BilingualText(vi: "không nói gì", en: "say nothing")),
          ],
          examples: [
            CommandExample(
              "survey form build \"my forms\" --to html", BilingualText(vi: "tạo trang web", en: "makes a web page"))
          ])
      ]),
    CommandTable(
      "ingest", BilingualText(vi: "nhận phiếu", en: "take answers in"),
      arguments: [
        ArgumentTable(
          "FILE", BilingualText(vi: "tệp câu trả lời", en: "files of answers"), count: .atLeastOne, kind: .file(["xml"])
        )
      ],
      options: [
        OptionTable(
          "problems", placeholder: "OUT", BilingualText(vi: "tệp ghi chỗ sai", en: "file of problems"),
          kind: .file(["csv"]))
      ]),
    CommandTable(
      "schedule", BilingualText(vi: "lịch", en: "what is due"),
      arguments: [ArgumentTable("PIPELINE", BilingualText(vi: "pipeline", en: "pipelines"), count: .any)]),
    CommandTable(
      "manual", BilingualText(vi: "sổ tay", en: "the manual"),
      arguments: [ArgumentTable("PAGE", BilingualText(vi: "trang", en: "page"), count: .optional)]),
  ])
