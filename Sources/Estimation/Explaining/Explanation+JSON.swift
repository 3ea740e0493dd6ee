import DelimitedText
public import Diagnostics

extension Explanation {
  /// The explanation as one JSON object: sections by key, their figures by key, tables as arrays of objects; numbers in
  /// the shortest form that reads back to the same double.
  public func json(language: InterfaceLanguage) -> String {
    var members = common.map { ($0.key, $0.json(language)) }
    let estimates = estimates.map { sections in Self.object(sections.map { ($0.key, $0.json(language)) }) }
    members.append(("estimates", "[\(estimates.joined(separator: ",\n"))]"))
    return Self.object(members) + "\n"
  }

  fileprivate static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { "\($0.key.quotedForJSON): \($0.value)" }.joined(separator: ",\n") + "}"
  }
}

extension Explanation.Section {
  fileprivate func json(_ language: InterfaceLanguage) -> String {
    var members = facts.map { ($0.key, $0.value.json(language)) }
    for table in tables {
      let rows = table.rows.map { row in
        "{"
          + zip(table.columns, row).map { "\($0.key.quotedForJSON): \($1?.json(language) ?? "null")" }
          .joined(separator: ", ") + "}"
      }
      members.append((table.key, "[\(rows.joined(separator: ",\n"))]"))
    }
    if !notes.isEmpty {
      members.append(("notes", "[\(notes.map { $0[language].quotedForJSON }.joined(separator: ", "))]"))
    }
    if !code.isEmpty { members.append(("code", "[\(code.map(\.quotedForJSON).joined(separator: ", "))]")) }
    return Explanation.object(members)
  }
}

extension Explanation.Value {
  fileprivate func json(_ language: InterfaceLanguage) -> String {
    switch self {
    case .number(let number): number.isFinite ? number.shortestText : "null"
    case .count(let count): String(count)
    case .word(let word): word.quotedForJSON
    case .text(let text): text[language].quotedForJSON
    }
  }
}
