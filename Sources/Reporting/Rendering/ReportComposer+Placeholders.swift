import Diagnostics
import Estimation
import FormDefinition

extension ReportComposer {
  /// The Markdown of a placeholder; nothing for one that is unknown (the check has reported it).
  mutating func expand(_ directive: Directive, in scope: Scope) -> String {
    switch Placeholder(rawValue: directive.name) {
    case .value, .interval, .base: return expandEstimate(directive, in: scope)
    case .label: return inline(ReportText(label(directive, in: scope)))
    case .count: return expandCount(directive, in: scope)
    case .date: return inline(ReportText(fact: dateline))
    case .period: return inline(ReportText(fact: period))
    case .wave: return inline(ReportText(fact: facts.wave))
    case .title: return inline(ReportText(labels.title))
    case .issuer: return inline(ReportText(facts.issuer.name))
    case .plan: return inline(ReportText(fact: facts.plan))
    case .reporter: return inline(ReportText(facts.issuer.called))
    case .summary: return inline(summary(directive, in: scope))
    case .table: return expandTables(directive, in: scope)
    case .chart: return expandCharts(directive, in: scope)
    case .list: return block(list(directive, in: scope))
    case .annex: return block(.annex(directive.word(0) ?? ""))
    case .milestone:
      guard let day = directive.word(0).flatMap(ReportMilestone.init).flatMap({ facts.milestones[$0] }) else {
        unpublished += 1
        return inline(missing(noData))
      }
      return inline(ReportText(fact: format.shortDate(day)))
    case .unit: return inline(ReportText(scope.unit?.label ?? ""))
    case .cell: return expandCell(directive, in: scope)
    case .rows: return expandRows(directive, in: scope)
    case .sheet:
      sheetNumber += 1
      return block([.sheet(number: sheetNumber, name: scope.unit?.label ?? "")])
    case nil: return ""
    }
  }

  private mutating func expandEstimate(_ directive: Directive, in scope: Scope) -> String {
    let isBase = directive.name == Placeholder.base.rawValue
    let statistic = isBase ? baseStatistic(directive, in: scope) : directive.word(0)
    let item = directive.word(isBase ? 0 : 1)
    guard let row = row(statistic: statistic, item: item, directive, in: scope) else {
      unpublished += 1
      diagnostics.append(
        Diagnostic(
          .statisticNotComputed, at: directive.position, ["statistic": statistic ?? "?", "item": item ?? "?"]))
      return inline(missing(noData))
    }
    let figures: [PrintedFigure?] =
      switch Placeholder(rawValue: directive.name) {
      case .interval: [figure(row, .lowerLimit), figure(row, .upperLimit)]
      case .base: [figure(row, .baseCount)]
      default: [figure(row)]
      }
    let published = figures.compactMap { $0 }
    guard published.count == figures.count else {
      unpublished += 1
      if row.flags.contains(.notComparable) { return inline(missing(notComparable)) }
      return inline(missing(row.flags.contains(.suppressed) ? unavailable : noData))
    }
    let isUnreliable = row.flags.contains(.unreliable) && !isBase
    let doubt = isUnreliable ? say(" (sai số lớn, chỉ nên tham khảo)", " (indicative only)") : ""
    if published.count == 2 {
      return inline(
        sentence("từ \(published[0]) đến \(published[1])\(doubt)", "from \(published[0]) to \(published[1])\(doubt)"))
    }
    let unit = row.isInPoints && !isBase ? say(" điểm phần trăm", " percentage points") : ""
    return inline((published.first.map { ReportText($0) } ?? "") + ReportText(unit + doubt))
  }

  /// The dots that stand for a figure, and why it is not there.
  func missing(_ why: String) -> ReportText { "… (\(why))" }

  /// A statistic that an item has, to read its base from.
  private func baseStatistic(_ directive: Directive, in scope: Scope) -> String? {
    [Statistic.agree, .mean, .importance, .topShare].map(\.rawValue).first {
      row(statistic: $0, item: directive.word(0), directive, in: scope) != nil
    }
  }

  func label(_ directive: Directive, in scope: Scope) -> String {
    if let name = directive.word(0) {
      if let (indicator, item) = resolve(item: name, indicator: nil) { return labels.item(item, of: indicator) }
      if let indicator = facts.form.indicators.first(where: { $0.matches(name) }) {
        return labels.indicator(indicator)
      }
      return labels.domain(name)
    }
    if let domain = scope.domain { return labels.domain(domain) }
    return scope.indicator.map { labels.indicator($0) } ?? ""
  }

  /// Place and date of issue, the day left open when none is given.
  var dateline: String {
    facts.asOf.map(format.date) ?? say("ngày … tháng … năm …", "[date]")
  }

  /// The period: from the first to the last day.
  var period: String {
    guard let first = facts.firstDay, let last = facts.lastDay else { return "…" }
    return say("từ \(format.date(first)) đến \(format.date(last))", "\(format.date(first)) to \(format.date(last))")
  }

  private mutating func expandCount(_ directive: Directive, in scope: Scope) -> String {
    guard let kind = directive.word(0).flatMap(CountKind.init),
      let figure = count(kind, directive, in: scope)
    else {
      unpublished += 1
      return inline(missing(noData))
    }
    return inline(ReportText(figure))
  }
}

extension EstimateRow {
  /// Whether its figures are percentage points.
  var isInPoints: Bool {
    if statistic == .netAgree { return true }
    guard statistic == .change else { return false }
    let parts = level.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 1 && Statistic(rawValue: String(parts[1])).map(ReportComposer.shares.contains) == true
  }
}
