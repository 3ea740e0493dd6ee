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
}
