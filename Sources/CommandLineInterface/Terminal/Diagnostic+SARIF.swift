public import Diagnostics

/// Findings as a SARIF 2.1.0 log (OASIS), for editors and CI; restricted values are left out.
///
/// One run with one rule a code, in the order of first appearance. A cell's place is its row as region and its address
/// as logical location (`survey!D12`): a region's columns count characters, those of a sheet count cells.
public func sarif(_ diagnostics: [Diagnostic], language: InterfaceLanguage, version: String) -> String {
  var rules: [DiagnosticCode] = []
  var indexes: [DiagnosticCode: Int] = [:]
  for finding in diagnostics where indexes[finding.code] == nil {
    indexes[finding.code] = rules.count
    rules.append(finding.code)
  }
  let driver = object([
    ("name", "ykien".quotedForJSON), ("version", version.quotedForJSON), ("language", language.rawValue.quotedForJSON),
    ("rules", array(rules.map { rule($0, language) }, indent: "          ")),
  ])
  let run = object([
    ("tool", object([("driver", driver)])), ("language", language.rawValue.quotedForJSON),
    ("columnKind", "unicodeCodePoints".quotedForJSON),
    ("results", array(diagnostics.map { result($0, indexes[$0.code] ?? 0, language) }, indent: "      ")),
  ])
  return object([
    (
      "$schema",
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json".quotedForJSON
    ),
    ("version", "2.1.0".quotedForJSON), ("runs", "[\(run)]"),
  ]) + "\n"
}

/// A code as a rule; what findings fill in is left open.
private func rule(_ code: DiagnosticCode, _ language: InterfaceLanguage) -> String {
  var members = [
    ("id", code.identifier.quotedForJSON), ("shortDescription", message(code.message[language].withoutPlaceholders)),
  ]
  let fix = code.fix[language].withoutPlaceholders
  if !fix.isEmpty { members.append(("help", message(fix))) }
  members.append(("defaultConfiguration", object([("level", code.severity.rawValue.quotedForJSON)])))
  return object(members)
}

private func result(_ finding: Diagnostic, _ ruleIndex: Int, _ language: InterfaceLanguage) -> String {
  let fix = finding.fix(in: language)
  let wayOut = fix.isEmpty ? "" : language == .english ? "; fix: \(fix)" : "; cách sửa: \(fix)"
  var members = [
    ("ruleId", finding.code.identifier.quotedForJSON), ("ruleIndex", "\(ruleIndex)"),
    ("level", finding.severity.rawValue.quotedForJSON),
    ("message", message((finding.message(in: language) + wayOut).printable)),
  ]
  if let position = finding.position { members.append(("locations", "[\(location(position))]")) }
  let properties = [("field", finding.field), ("record", finding.record)].compactMap { name, value in
    value.map { (name, $0.quotedForJSON) }
  }
  if !properties.isEmpty { members.append(("properties", object(properties))) }
  return object(members)
}

private func location(_ position: SourcePosition) -> String {
  var physical = [("artifactLocation", object([("uri", position.file.asURI.quotedForJSON)]))]
  var logical: [String] = []
  if let line = position.line {
    var region = [("startLine", "\(line)")]
    if let column = position.column {
      if position.sheet != nil || position.file.hasSuffix(".csv") {
        let file = position.file.split(separator: "/").last.map(String.init) ?? position.file
        let sheet = position.sheet ?? String(file.hasSuffix(".csv") ? file.dropLast(4) : file[...])
        logical = [object([("fullyQualifiedName", "\(sheet)!\(columnLetters(column))\(line)".quotedForJSON)])]
      } else {
        region.append(("startColumn", "\(column)"))
      }
    }
    physical.append(("region", object(region)))
  }
  var members = [("physicalLocation", object(physical))]
  if !logical.isEmpty { members.append(("logicalLocations", "[\(logical[0])]")) }
  return object(members)
}

/// The letters of a column counted from 1: A … Z, AA, ….
private func columnLetters(_ column: Int) -> String {
  var letters = ""
  var rest = column
  while rest > 0 {
    let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
    letters = String(Character(Unicode.Scalar(UInt8(0x41 + remainder)))) + letters
    rest = quotient
  }
  return letters
}

/// A message object; braces are doubled, since single ones stand for arguments (SARIF 2.1.0, 3.11.5).
private func message(_ text: String) -> String {
  let escaped = text.flatMap { $0 == "{" || $0 == "}" ? [$0, $0] : [$0] }
  return object([("text", String(escaped).quotedForJSON)])
}

private func object(_ members: [(String, String)]) -> String {
  "{" + members.map { "\($0.0.quotedForJSON): \($0.1)" }.joined(separator: ", ") + "}"
}

/// An array with an element a line.
private func array(_ elements: [String], indent: String) -> String {
  elements.isEmpty ? "[]" : "[\n" + elements.map { indent + $0 }.joined(separator: ",\n") + "]"
}

extension String {
  /// The wording with `…` for what a finding fills in.
  fileprivate var withoutPlaceholders: String { replacing(/\$?{{[a-zA-Z]+}}|{[a-zA-Z]+}/, with: "…") }

  /// The path as a URI reference: relative ones stay so, absolute ones are of scheme `file`.
  fileprivate var asURI: String {
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    var uri = hasPrefix("/") ? "file://" : ""
    for byte in utf8 {
      if allowed.contains(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return uri
  }
}
