/// Where names stand in the survey.
struct NameIndex {
  /// The indexes of the rows with each name.
  let rows: [String: [Int]]
  /// The names in the order of the form.
  let names: [String]
  /// The line of each row.
  let lines: [Int]
  /// The index of the innermost repeat around each row.
  private let repeats: [Int?]
  private let parents: [Int?]

  init(_ surveyRows: [SurveyRow]) {
    var rows: [String: [Int]] = [:]
    var names: [String] = []
    var repeats: [Int?] = []
    for (index, row) in surveyRows.enumerated() {
      let parent = row.parent
      repeats.append(parent.flatMap { surveyRows[$0].kind == .begin(isRepeat: true) ? $0 : repeats[$0] })
      guard row.isNamed, !row.name.isEmpty else { continue }
      var own = [row.name]
      if case .question(_, orOther: true) = row.kind { own.append(OrOther.questionName(for: row.name)) }
      for name in own {
        if rows[name] == nil { names.append(name) }
        rows[name, default: []].append(index)
      }
    }
    self.rows = rows
    self.names = names
    self.repeats = repeats
    parents = surveyRows.map(\.parent)
    lines = surveyRows.map(\.cells.line)
  }

  /// Whether a row has one answer as seen from another: it lies in no repeat, or in one around the other.
  func isReachable(_ target: Int, from row: SurveyRow?) -> Bool {
    guard let home = repeats[target] else { return true }
    var group = row?.parent
    var steps = 0
    while let current = group, steps <= FormTree.maximumDepth {
      if current == home { return true }
      group = parents[current]
      steps += 1
    }
    return steps > FormTree.maximumDepth
  }
}
