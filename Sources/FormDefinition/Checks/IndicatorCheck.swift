import Diagnostics

/// Indicators have a name of their own, a known kind, a label, and parameters that can be read.
enum IndicatorCheck: FormCheck {
  static func check(_ draft: FormDraft, _ report: inout CheckReport) {
    let kinds = IndicatorKind.allCases.map(\.rawValue)
    var seen: [String: Int] = [:]
    for row in draft.indicators {
      let indicator = row.indicator
      let cells = row.cells
      if indicator.name.isEmpty {
        report.add(.formIndicatorNameMissing, at: cells.position(.name))
      } else if let first = seen[indicator.name] {
        report.add(
          .formIndicatorTwice, at: cells.position(.name), ["name": indicator.name, "first": String(first)])
      } else {
        seen[indicator.name] = cells.line
      }
      if !row.isKindKnown {
        let kind = cells[.kind]
        let nearest = report.nearest(to: kind, among: kinds, of: "kind")
        report.add(
          .formIndicatorKindUnknown, at: cells.position(.kind),
          ["name": kind, "nearest": nearest, "kinds": kinds.joined(separator: ", ")])
      }
      for word in readParameters(cells[.params]).unreadable {
        report.add(.formIndicatorParametersUnreadable, at: cells.position(.params), ["word": word])
      }
      if row.isKindKnown, indicator.kind == .consensus, indicator.agree.isEmpty {
        report.add(.formIndicatorAgreeMissing, at: cells.position(.agree), ["name": indicator.name])
      }
      if indicator.label.isEmpty, !indicator.name.isEmpty {
        report.add(.formIndicatorLabelMissing, at: cells.position(.label), ["name": indicator.name])
      }
    }
  }
}
