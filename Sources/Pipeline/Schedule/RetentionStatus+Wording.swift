internal import CivilCalendar
internal import Diagnostics

extension RetentionStatus {
  /// What a person reads: one line.
  func text(in language: InterfaceLanguage) -> String {
    let name = pipeline.printable
    let when = day.text(in: language)
    let what =
      switch step {
      case .deidentify: language.pick("bỏ danh tính sau ngày", "de-identify after")
      case .purge: language.pick("xóa phiếu sau ngày", "purge after")
      }
    let line = "\(name): \(what) \(when), "
    guard let recordsLeft, daysLeft < 0 else { return line + distance(daysLeft, in: language) }
    guard recordsLeft > 0 else { return line + language.pick("đã xong", "done") }
    let command = step == .deidentify ? "ykien store deidentify" : "ykien store purge"
    return line
      + language.pick("ĐẾN HẠN với \(recordsLeft) phiếu: `\(command)`", "DUE for \(recordsLeft) records: `\(command)`")
  }

  /// The same for a program.
  var json: String {
    let left = recordsLeft.map(String.init) ?? "null"
    return """
      {"pipeline": \(pipeline.quotedForJSON), "step": \(step.rawValue.quotedForJSON), \
      "day": \(day.iso.quotedForJSON), "days_left": \(daysLeft), "records_left": \(left), "due": \(isDue)}
      """
  }
}
