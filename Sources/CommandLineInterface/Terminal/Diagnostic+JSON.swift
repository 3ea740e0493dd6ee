public import Diagnostics

/// Findings as a JSON array, one object a finding, keys in a fixed order; restricted values are left out.
public func json(_ diagnostics: [Diagnostic], language: InterfaceLanguage) -> String {
  let objects = diagnostics.map { finding in
    var members: [(String, String)] = [
      ("code", finding.code.identifier.quotedForJSON), ("severity", finding.severity.rawValue.quotedForJSON),
    ]
    if let position = finding.position {
      members.append(("file", position.file.quotedForJSON))
      if let sheet = position.sheet { members.append(("sheet", sheet.quotedForJSON)) }
      if let line = position.line { members.append(("line", "\(line)")) }
      if let column = position.column { members.append(("column", "\(column)")) }
    }
    if let record = finding.record { members.append(("record", record.quotedForJSON)) }
    if let field = finding.field { members.append(("field", field.quotedForJSON)) }
    members.append(("message", finding.message(in: language).quotedForJSON))
    members.append(("fix", finding.fix(in: language).quotedForJSON))
    return "  {" + members.map { "\($0.0.quotedForJSON): \($0.1)" }.joined(separator: ", ") + "}"
  }
  return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
}
