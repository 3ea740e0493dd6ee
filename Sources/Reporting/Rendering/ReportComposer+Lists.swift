import Estimation
import FormDefinition

extension ReportComposer {
  /// Items by rank, sources of frames, groups.
  func list(_ directive: Directive, in scope: Scope) -> [ReportBlock] {
    switch directive.word(0).flatMap(ListKind.init) {
    case .highest: rankedList(directive, in: scope, isReversed: false)
    case .lowest: rankedList(directive, in: scope, isReversed: true)
    case .frames: frameList
    case .divided: dividedList(directive)
    case .needs: needList(directive, in: scope)
    case .changes: changeList(directive, in: scope)
    case .groups:
      dashes(
        facts.form.indicators.filter { $0.kind == .consensus && index.indicators.contains($0.name) }
          .map { ReportText(labels.indicator($0)) })
    case nil: []
    }
  }

  private func rankedList(_ directive: Directive, in scope: Scope, isReversed: Bool) -> [ReportBlock] {
    guard let statistic = directive.word(1).flatMap(Statistic.init(rawValue:)) else { return [] }
    let wanted = directive.options["indicator"] ?? directive.options["group"]
    let indicators = facts.form.indicators.filter { indicator in
      wanted.map(indicator.matches) ?? (scope.indicator.map { $0.name == indicator.name } ?? true)
    }
    let rows = ranked(statistic, of: indicators, unit: directive.options["of"] == "unit" ? scope.unit : nil)
    let limit = directive.options["count"].flatMap(Int.init) ?? 5
    let chosen = isReversed ? Array(rows.reversed().prefix(max(0, limit))) : Array(rows.prefix(max(0, limit)))
    guard !chosen.isEmpty else {
      return [.paragraph(sentence("Không đủ số liệu để công bố.", "There are too few answers to publish."))]
    }
    return dashes(
      chosen.compactMap { entry in
        figure(entry.row).map { "\(itemLabel(entry.row.item, of: entry.indicator)): \($0)" }
      })
  }

  private var frameList: [ReportBlock] {
    dashes(
      facts.weighting.frames.map { frame in
        var text = labels.domain(frame.variable) + ": " + frame.source
        if let day = frame.asOf { text += say(" (số liệu đến \(format.date(day)))", " (as of \(format.date(day)))") }
        if !frame.definition.isEmpty { text += say("; phạm vi: ", "; scope: ") + frame.definition }
        return ReportText(text)
      })
  }

  /// Lines with dashes as official documents have them: `;` after each, `.` after the last.
  func dashes(_ items: [ReportText]) -> [ReportBlock] {
    guard !items.isEmpty else { return [.paragraph(ReportText(noData))] }
    return [
      .list(
        start: nil,
        items: items.enumerated().map { index, item in
          [.paragraph(item + (index == items.count - 1 ? "." : ";"))]
        })
    ]
  }
}
