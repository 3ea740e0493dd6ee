/// A finding about an input: the rule broken, where, and what was found.
///
/// Arguments hold structure (names, types, counts) and are printed; an answer's value goes only into
/// ``restrictedValue``, which no log or terminal message shows.
public struct Diagnostic: Sendable, Hashable {
  /// The rule.
  public var code: DiagnosticCode
  /// How grave this finding is; the code's own severity unless a caller decided otherwise.
  public var severity: Severity
  /// Where it was found; nil when it concerns no input.
  public var position: SourcePosition?
  /// The record concerned, by key or ordinal, never by an answer.
  public var record: String?
  /// The question or column concerned.
  public var field: String?
  /// Values for the placeholders of the code's wording.
  public var arguments: [String: String]
  /// The answer as found, for the problems file (mode 0600) only.
  public var restrictedValue: String?

  /// Creates a finding.
  public init(
    _ code: DiagnosticCode, at position: SourcePosition? = nil, record: String? = nil, field: String? = nil,
    _ arguments: [String: String] = [:], restrictedValue: String? = nil, severity: Severity? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.position = position
    self.record = record
    self.field = field
    self.arguments = arguments
    self.restrictedValue = restrictedValue
  }

  /// What is wrong, with placeholders filled.
  public func message(in language: InterfaceLanguage) -> String { fill(code.message[language]) }

  /// The way out, with placeholders filled.
  public func fix(in language: InterfaceLanguage) -> String { fill(code.fix[language]) }

  /// One printable line: `place: error: [FORM-014] message; fix: way out`, control characters removed.
  public func line(in language: InterfaceLanguage) -> String {
    var text = ""
    if let position { text += "\(position): " }
    text += "\(severity.name(in: language)): [\(code.identifier)] \(message(in: language))"
    if let record { text += language == .english ? " (record \(record))" : " (phiếu \(record))" }
    let wayOut = fix(in: language)
    if !wayOut.isEmpty { text += language == .english ? "; fix: \(wayOut)" : "; cách sửa: \(wayOut)" }
    return text.printable
  }

  private func fill(_ template: String) -> String {
    var text = template
    for (name, value) in arguments { text.replacePlaceholder(name, with: value) }
    text.replacePlaceholder("field", with: field ?? "")
    return text
  }
}

extension String {
  fileprivate mutating func replacePlaceholder(_ name: String, with value: String) {
    let pieces = split(separator: "{\(name)}", omittingEmptySubsequences: false)
    if pieces.count > 1 { self = pieces.joined(separator: value) }
  }

  /// The text without control characters, so that a hostile name cannot steer a terminal.
  public var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
