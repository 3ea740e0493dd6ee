import FormDefinition

/// Turns conditions on answers into spreadsheet formulas about the first record of a sheet.
struct EntryFormula {
  /// Where the answer to a question stands on the sheet.
  enum Place {
    /// `code – label`.
    case choice(String)
    /// One cell for each choice, from the first to the last column.
    case ticks([String: String], range: String)
    /// Codes separated by blanks.
    case codes(String)
    case number(String)
    case date(String)
    case text(String)
  }

  /// By the names of questions that stand on the sheet once.
  var places: [String: Place] = [:]

  /// Excel takes 8,192 characters; a formula is worth while only while it is quick.
  private static let longest = 2_000
  /// Excel takes 255.
  private static let longestText = 200

  /// A formula that is true when all conditions hold; nil when one of them cannot be told by the cells of a row.
  func formula(_ conditions: [AnswerCondition]) -> String? {
    let parts = conditions.flatMap(\.conjuncts)
    guard let text = joined("AND", parts), text.utf16.count <= Self.longest else { return nil }
    return text
  }

  private func formula(_ condition: AnswerCondition) -> String? {
    switch condition {
    case .all(let parts): joined("AND", parts)
    case .any(let parts): joined("OR", parts)
    case .not(let part): formula(part).map { "NOT(\($0))" }
    case .selects(let subject, let choice): subject.flatMap { selects($0, choice) }
    case .counts(let subject, let relation, let value): subject.flatMap { counts($0, relation, value) }
    case .compares(let subject, let relation, let value): subject.flatMap { compares($0, relation, value) }
    case .matches, .source: nil
    }
  }

  private func joined(_ function: String, _ parts: [AnswerCondition]) -> String? {
    guard !parts.isEmpty, parts.count <= 100 else { return nil }
    var texts: [String] = []
    for part in parts {
      guard let text = formula(part) else { return nil }
      texts.append(text)
    }
    return texts.count == 1 ? texts[0] : "\(function)(\(texts.joined(separator: ",")))"
  }

  private func selects(_ name: String, _ choice: String) -> String? {
    switch places[name] {
    case .choice(let cell): isChoice(cell, choice)
    case .ticks(let cells, _): cells[choice].map { "\($0)&\"\"=\"1\"" }
    case .codes(let cell):
      Self.quoted(" \(choice) ").map { "ISNUMBER(SEARCH(\($0),\" \"&\(cell)&\" \"))" }
    default: nil
    }
  }

  private func counts(_ name: String, _ relation: AnswerRelation, _ value: String) -> String? {
    guard case .ticks(_, let range) = places[name], let number = Double(value), number.isFinite else { return nil }
    return "COUNTIF(\(range),1)\(relation.sign)\(Self.text(of: number))"
  }

  private func compares(_ name: String, _ relation: AnswerRelation, _ value: String) -> String? {
    guard let place = places[name] else { return nil }
    if value.isEmpty {
      let isBlank =
        switch place {
        case .choice(let cell), .codes(let cell), .number(let cell), .date(let cell), .text(let cell): "\(cell)=\"\""
        case .ticks(_, let range): "COUNTIF(\(range),1)=0"
        }
      return relation == .equal ? isBlank : relation == .notEqual ? "NOT(\(isBlank))" : nil
    }
    switch (place, relation) {
    case (.choice(let cell), .equal): return isChoice(cell, value)
    case (.choice(let cell), .notEqual): return isChoice(cell, value).map { "NOT(\($0))" }
    case (.choice(let cell), _):
      guard let number = Double(value), number.isFinite else { return nil }
      let code = "VALUE(LEFT(\(cell),FIND(\" – \",\(cell)&\" – \")-1))"
      return "IFERROR(\(code)\(relation.sign)\(Self.text(of: number)),FALSE)"
    case (.number(let cell), .notEqual):
      guard let number = Double(value), number.isFinite else { return nil }
      return "NOT(AND(ISNUMBER(\(cell)),\(cell)=\(Self.text(of: number))))"
    case (.number(let cell), _):
      guard let number = Double(value), number.isFinite else { return nil }
      return "AND(ISNUMBER(\(cell)),\(cell)\(relation.sign)\(Self.text(of: number)))"
    case (.text(let cell), .equal), (.text(let cell), .notEqual):
      return Self.quoted(value).map { "\(cell)&\"\"\(relation.sign)\($0)" }
    default: return nil
    }
  }

  /// A cell holds a choice as the drop-down writes it, or its code alone.
  private func isChoice(_ cell: String, _ choice: String) -> String? {
    let start = choice + " – "
    return Self.quoted(start).map { "LEFT(\(cell)&\" – \",\(start.utf16.count))=\($0)" }
  }

  private static func quoted(_ text: String) -> String? {
    guard text.utf16.count <= longestText, !text.unicodeScalars.contains(where: \.isUnfitForFormulas)
    else { return nil }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static func text(of number: Double) -> String {
    Int64(exactly: number).map { "\($0)" } ?? "\(number)"
  }
}

extension AnswerRelation {
  /// The sign that spreadsheets use.
  fileprivate var sign: String { self == .notEqual ? "<>" : rawValue }
}

extension Unicode.Scalar {
  /// Whether no formula or name of a sheet can hold it.
  var isUnfitForFormulas: Bool { value < 0x20 || value == 0xFFFE || value == 0xFFFF }
}
