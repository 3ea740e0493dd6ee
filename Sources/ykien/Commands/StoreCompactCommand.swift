import CommandLineInterface
import Diagnostics
import Pipeline

/// `ykien store compact`: a smaller, faster file with the same records.
enum StoreCompactCommand: Subcommand {
  static let path = ["store", "compact"]

  static let table = CommandTable(
    "compact", BilingualText(vi: "dồn kho cho gọn", en: "make a store's file smaller"),
    discussion: BilingualText(
      vi: "Gộp các lô nhỏ và trả lại chỗ trống; phiếu và thứ tự của chúng giữ nguyên.",
      en: "Merges small batches and gives free space back; records and their order stay the same."),
    options: [SharedOption.existingStore, SharedOption.wait],
    examples: [
      CommandExample(
        "ykien store compact --store sqlite:var/ykien.sqlite",
        BilingualText(vi: "dồn kho chính", en: "compact the main store"))
    ])

  static func run(_ command: ParsedCommand, output: TerminalOutput) throws(StageFailure) -> ExitCode {
    output.result(
      try compactStore(at: try command.storePath(), wait: try command.wait(), in: output.style.language))
    return .success
  }
}
