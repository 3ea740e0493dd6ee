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

  /// The seconds of `--wait`.
  func wait() throws(StageFailure) -> Int {
    guard let text = value(of: "wait") else { return 5 }
    guard let seconds = Int(text), (0...86_400).contains(seconds) else {
      throw usageFailure("--wait", value: text, expected: "0…86400")
    }
    return seconds
  }

  /// The names in a value, separated by commas.
  func names(of option: String) -> [String] {
    (value(of: option) ?? "").split(separator: ",").map { $0.filter { !$0.isWhitespace } }
  }

  /// Makes sure that every argument names somebody: nothing but blanks names nobody.
  func checkCodes() throws(StageFailure) {
    for code in arguments where !code.contains(where: { !$0.isWhitespace }) {
      throw usageFailure("CODE", value: code, expected: "YK-…")
    }
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
