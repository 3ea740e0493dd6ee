public import Diagnostics

/// Findings as a JSON array, one object a finding, keys in a fixed order; restricted values are left out.
public func json(_ diagnostics: [Diagnostic], language: InterfaceLanguage) -> String {
  let objects = diagnostics.map { finding in
    var members: [(String, String)] = [
      ("code", jsonLiteral(finding.code.identifier)), ("severity", jsonLiteral(finding.severity.rawValue)),
    ]
    if let position = finding.position {
      members.append(("file", jsonLiteral(position.file)))
      if let sheet = position.sheet { members.append(("sheet", jsonLiteral(sheet))) }
      if let line = position.line { members.append(("line", "\(line)")) }
      if let column = position.column { members.append(("column", "\(column)")) }
    }
    if let record = finding.record { members.append(("record", jsonLiteral(record))) }
    if let field = finding.field { members.append(("field", jsonLiteral(field))) }
    members.append(("message", jsonLiteral(finding.message(in: language))))
    members.append(("fix", jsonLiteral(finding.fix(in: language))))
    return "  {" + members.map { "\(jsonLiteral($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }
  return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
}

/// A text as a JSON literal.
func jsonLiteral(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
