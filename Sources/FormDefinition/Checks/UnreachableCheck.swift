import Diagnostics

/// Every question and group can be shown: some answers meet its condition together with those of the groups around it.
enum UnreachableCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    guard draft.rows.contains(where: { $0.expressions[.relevant] != nil }) else { return }
    var domains = AnswerDomains(draft)
    /// The ways in which each row can be shown; rows that cannot be are reported once, what they hold is not.
    var ways: [ConditionWays] = []
    for row in draft.rows {
      let around = row.parent.map { ways[$0] } ?? .always
      guard row.isNamed, let relevant = row.expressions[.relevant] else {
        ways.append(around)
        continue
      }
      let own = ConditionWays(relevant)
      let both = around.and(own)
      // A condition that is simply false() is meant so.
      let isMeant = relevant.references.isEmpty
      let isPossible = both.isPossible { variable in
        if case .question(let name) = variable { domains.domain(of: name) } else { AnswerDomain() }
      }
      if isMeant || isPossible {
        ways.append(isMeant ? around : both)
      } else {
        report.add(.formNeverShown, at: row.cells.position(.relevant), field: row.name, ["name": row.name])
        ways.append(.always)
      }
    }
  }
}
