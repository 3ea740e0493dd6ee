internal import Diagnostics
internal import FoundationEssentials

/// The reasons for which a record is held, as they are stored.
struct HeldReasons {
  private struct Reason: Codable {
    var code: String
    var severity: String
    var file: String?
    var line: Int?
    var column: Int?
    var field: String?
    var arguments: [String: String]
    var value: String?
  }

  /// The codes and fields in order: what makes two holdings the same.
  let codes: String
  /// Everything, as JSON with sorted keys; restricted values included, for the store is as protected as the answers.
  let json: String

  init(_ diagnostics: [Diagnostic]) {
    codes = diagnostics.map { "\($0.code.identifier) \($0.field ?? "")" }.joined(separator: "\n")
    let reasons = diagnostics.map { finding in
      Reason(
        code: finding.code.identifier, severity: finding.severity.rawValue, file: finding.position?.file,
        line: finding.position?.line, column: finding.position?.column, field: finding.field,
        arguments: finding.arguments, value: finding.restrictedValue)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    json = (try? encoder.encode(reasons)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  /// The findings that JSON of this kind tells; nil when it is not of this kind.
  ///
  /// - Parameter record: the record's name in them.
  static func findings(in json: String, record: String) -> [Diagnostic]? {
    guard let reasons = try? JSONDecoder().decode([Reason].self, from: Data(json.utf8)) else { return nil }
    return reasons.compactMap { reason in
      // A code of a later version cannot be worded.
      guard let code = DiagnosticCode.catalogue.first(where: { $0.identifier == reason.code }) else { return nil }
      let position = reason.file.map { SourcePosition(file: $0, line: reason.line, column: reason.column) }
      return Diagnostic(
        code, at: position, record: record, field: reason.field, reason.arguments, restrictedValue: reason.value,
        severity: Severity(rawValue: reason.severity))
    }
  }
}
