import Diagnostics

/// A constraint lets some answer pass.
enum ConstraintCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    var domains = AnswerDomains(draft)
    for row in draft.rows {
      guard let constraint = row.expressions[.constraint] else { continue }
      let own = domains.domain(of: row)
      let ways = ConditionWays(constraint)
      // A constraint that says nothing about the answer, such as false(), is meant so.
      guard ways.isAboutAnswers else { continue }
      let isPossible = ways.isPossible { variable in
        switch variable {
        case .current, .question(row.name): own
        case .question(let name): domains.domain(of: name)
        }
      }
      if !isPossible {
        report.add(.formConstraintRefusesAll, at: row.cells.position(.constraint), field: row.name, ["name": row.name])
      }
    }
  }
}
