import CommandLineInterface
import Diagnostics
import Pipeline

extension DecisionRequest {
  /// Carries the decisions of a command line out and says what became of the records.
  static func carryOut(
    _ decisions: Decisions, of command: ParsedCommand, _ output: TerminalOutput
  ) throws(StageFailure) -> ExitCode {
    var request = DecisionRequest(
      form: command.value(of: "form") ?? "", store: try command.storePath(), decisions: decisions,
      reason: command.value(of: "reason"), mapping: command.value(of: "mapping"), wait: try command.wait())
    request.pipeline = command.value(of: "pipeline")
    let report = try request.run()
    output.diagnostics(report.diagnostics)
    output.result(report.text(in: output.style.language))
    return report.hasErrors ? .findings : .success
  }
}
