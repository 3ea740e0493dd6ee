import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien problems accept`: held records that are taken in as they are.
enum ProblemsAcceptCommand: Subcommand {
  static let path = ["problems", "accept"]

  static let table = CommandTable(
    "accept", BilingualText(vi: "nhận các phiếu giữ riêng như hiện có", en: "take held records in as they are"),
    discussion: BilingualText(
      vi: """
        Nhận phiếu dù câu trả lời trái quy tắc (bắt buộc, điều kiện, thang đo, danh mục); câu không đọc được để trống. \
        Phiếu bị giữ vì trùng khóa (INGEST-037) được nhận thay cho phiếu đang có; phiếu cũ được giữ làm bản trước, không còn \
        được tính. Không dùng được khi thiếu đồng ý, thiếu khóa hay tệp hỏng. Lý do ghi vào nhật ký của kho: đừng viết tên người hay câu trả lời. Còn phiếu chưa nhận được: mã 1.
        """,
      en: """
        Takes records in although their answers break rules (required, constraint, scale, choices offered); what cannot \
        be read becomes blank. A record held for the key of another (INGEST-037) takes the place of that one, which is kept \
        as an earlier version and counted no more. Not for records without consent, without a key or from broken files. \
        The reason goes into the store's journal: no names, no answers. Exit code 1 when a record stays held.
        """),
    arguments: [
      ArgumentTable(
        "NUMBER", BilingualText(vi: "số của phiếu trong danh sách", en: "numbers of the list"), count: .atLeastOne)
    ],
    options: [
      SharedOption.form, SharedOption.existingStore,
      OptionTable(
        "reason", placeholder: "TEXT", BilingualText(vi: "lý do, ghi vào nhật ký", en: "why, for the journal"),
        isRequired: true),
      SharedOption.mapping, SharedOption.pipelineRules, SharedOption.wait,
    ],
    examples: [
      CommandExample(
        "ykien problems accept --form forms/pks-01 --store sqlite:var/ykien.sqlite --reason 'đã gọi hỏi lại' 3",
        BilingualText(vi: "nhận phiếu số 3", en: "take record 3 in"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    try DecisionRequest.carryOut(.accept(try command.problemNumbers()), of: command, output)
  }
}
