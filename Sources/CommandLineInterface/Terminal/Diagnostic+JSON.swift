public import Diagnostics

/// Findings as a JSON array, one object a finding, keys in a fixed order; restricted values are left out.
public func json(_ diagnostics: [Diagnostic], language: InterfaceLanguage) -> String {
  let objects = diagnostics.map { finding in
    var members: [(String, String)] = [
      ("code", quoted(finding.code.identifier)), ("severity", quoted(finding.severity.rawValue)),
    ]
    if let position = finding.position {
      members.append(("file", quoted(position.file)))
      if let sheet = position.sheet { members.append(("sheet", quoted(sheet))) }
      if let line = position.line { members.append(("line", "\(line)")) }
      if let column = position.column { members.append(("column", "\(column)")) }
    }
    if let record = finding.record { members.append(("record", quoted(record))) }
    if let field = finding.field { members.append(("field", quoted(field))) }
    members.append(("message", quoted(finding.message(in: language))))
    members.append(("fix", quoted(finding.fix(in: language))))
    return "  {" + members.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }
  return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
}

private func quoted(_ text: String) -> String {
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
