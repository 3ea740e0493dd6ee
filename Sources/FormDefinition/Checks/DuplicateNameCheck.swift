import Diagnostics

/// Names are unique among siblings, differ in more than case, and had better be unique in the form.
enum DuplicateNameCheck: FormCheck {
  private struct Place: Hashable {
    let parent: Int?
    let name: String
  }

  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var siblings: [Place: Int] = [:]
    var caseless: [Place: (name: String, line: Int)] = [:]
    var anywhere: [String: Int] = [:]
    var repeats: Set<String> = []
    let named = draft.sheets[.settings]?.rows.first?[.name] ?? ""
    let root = named.isEmpty ? "data" : named
    for row in draft.rows where row.isNamed && !row.name.isEmpty {
      let line = row.cells.line
      let position = row.cells.position(.name)
      let isRepeat = row.kind == .begin(isRepeat: true)
      for name in names(of: row) {
        let place = Place(parent: row.parent, name: name)
        let caselessPlace = Place(parent: row.parent, name: name.lowercased())
        if let first = siblings[place] {
          report.add(.formNameTwice, at: position, field: name, ["name": name, "first": String(first)])
        } else if let other = caseless[caselessPlace] {
          report.add(
            .formNameDiffersInCase, at: position, field: name,
            ["name": name, "other": other.name, "first": String(other.line)])
        } else if let first = anywhere[name], !isRepeat || !repeats.contains(name) {
          report.add(.formNameInOtherGroup, at: position, field: name, ["name": name, "first": String(first)])
        }
        if siblings[place] == nil { siblings[place] = line }
        if caseless[caselessPlace] == nil { caseless[caselessPlace] = (name, line) }
        if isRepeat, siblings[place] == line, repeats.contains(name) || name == root {
          report.add(.formRepeatNameTwice, at: position, field: name, ["name": name])
        }
        if isRepeat { repeats.insert(name) }
        if anywhere[name] == nil { anywhere[name] = line }
      }
    }
  }

  /// The names that a row brings into the form.
  private static func names(of row: SurveyRow) -> [String] {
    if case .question(_, orOther: true) = row.kind {
      [row.name, OrOther.questionName(for: row.name)]
    } else {
      [row.name]
    }
  }
}
