import Diagnostics

/// Names differ in more than Vietnamese diacritics: `tuoi` and `tuổi` are mixed up in formulas and tables.
enum DiacriticsCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var seen: [String: (name: String, line: Int)] = [:]
    for row in draft.rows where row.isNamed && !row.name.isEmpty {
      let plain = row.name.withoutDiacritics
      if let first = seen[plain] {
        // The same name, and one that differs in case, have findings of their own.
        guard first.name.lowercased() != row.name.lowercased() else { continue }
        report.add(
          .formNameDiffersInDiacritics, at: row.cells.position(.name), field: row.name,
          ["name": row.name, "other": first.name, "first": String(first.line)])
      } else {
        seen[plain] = (row.name, row.cells.line)
      }
    }
  }
}

extension String {
  /// The text in lower case with the letters of Vietnamese reduced to those of English.
  fileprivate var withoutDiacritics: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    return String(lowercased().map { Self.plainLetters[$0] ?? $0 })
  }

  private static let plainLetters: [Character: Character] = {
    let groups: [(Character, String)] = [
      ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("d", "đ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
      ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"),
    ]
    return Dictionary(groups.flatMap { plain, letters in letters.map { ($0, plain) } }) { first, _ in first }
  }()
}
