import CivilCalendar
import CommandLineInterface
import Diagnostics
import Pipeline

/// A value on the command line that cannot be used.
func usageFailure(_ option: String, value: String, expected: String) -> StageFailure {
  StageFailure(
    Diagnostic(.commandLineValue, ["option": option, "value": value, "expected": expected]), exitCode: .usage)
}

extension ParsedCommand {
  /// The day of `--as-of`, else today in Vietnam.
  func asOf() throws(StageFailure) -> CivilDay {
    guard let text = value(of: "as-of") else { return .today }
    guard let day = CivilDay(iso: text) else { throw usageFailure("--as-of", value: text, expected: "yyyy-MM-dd") }
    return day
  }

  /// The path of `--store`.
  func storePath() throws(StageFailure) -> String {
    let url = value(of: "store") ?? ""
    guard let address = StoreAddress(url) else {
      throw StageFailure(Diagnostic(.pipelineStoreURL, ["url": url]), exitCode: .usage)
    }
    return address.path
  }
}
