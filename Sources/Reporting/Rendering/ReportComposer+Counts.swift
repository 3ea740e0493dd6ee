import Estimation
import FormDefinition
import Responses

extension ReportComposer {
  /// A count that is no estimate; nil when there is none.
  func count(_ kind: CountKind, _ directive: Directive, in scope: Scope) -> PrintedFigure? {
    let weighting = facts.weighting
    let accounting = facts.accounting
    switch kind {
    case .respondents: return count(weighting.responseCount, .weighting("respondents"))
    case .effective:
      return weighting.effectiveCount.map {
        PrintedFigure(text: format.decimal($0, places: 0), value: $0, source: .weighting("effective"))
      }
    case .deff:
      return weighting.designEffect.map {
        PrintedFigure(text: format.decimal($0, places: 2), value: $0, source: .weighting("deff"))
      }
    case .population: return population
    case .unmatched:
      // Only what can be said of every level adds up without giving a small level away.
      let levels = weighting.unmatched.filter { $0.treatment != .mapped }
      let known = levels.compactMap(\.respondents)
      guard known.count == levels.count else { return nil }
      return count(known.reduce(0, &+), .weighting("unmatched"))
    case .minimum: return count(facts.minimumCount, .plan("minimum_count"))
    case .confidence:
      return PrintedFigure(
        text: format.percent(facts.confidenceLevel, places: 0), value: facts.confidenceLevel, source: .plan("level"))
    case .read where weighting.withholdsTotals, .accepted where weighting.withholdsTotals: return nil
    case .read: return accounting.map { count($0.read, .accounting("read")) }
    case .accepted: return accounting.map { count($0.accepted, .accounting("accepted")) }
    case .identical: return accounting.map { count($0.identical, .accounting("identical")) }
    case .quarantined: return accounting.map { count($0.quarantined, .accounting("quarantined")) }
    case .rejected: return accounting.map { count($0.rejected, .accounting("rejected")) }
    case .declined: return accounting.map { count($0.declined, .accounting("declined")) }
    case .withheld: return accounting.map { count($0.withheld, .accounting("withheld")) }
    case .late: return facts.late.map { count($0, .accounting("late")) }
    case .items: return items(of: .consensus, directive, in: scope)
    case .needs: return items(of: .need, directive, in: scope)
    case .high: return inBand("high", directive, in: scope) { $0 >= settings.highBand }
    case .medium:
      return inBand("medium", directive, in: scope) { $0 >= settings.mediumBand && $0 < settings.highBand }
    case .low: return inBand("low", directive, in: scope) { $0 < settings.mediumBand }
    case .highBand:
      return PrintedFigure(
        text: format.percent(settings.highBand, places: 0), value: settings.highBand, source: .plan("high_band"))
    case .mediumBand:
      return PrintedFigure(
        text: format.percent(settings.mediumBand, places: 0), value: settings.mediumBand, source: .plan("medium_band"))
    }
  }

  /// The population of the first margin; nil without a frame.
  private var population: PrintedFigure? {
    guard let variable = facts.weighting.margins.first?.variable else { return nil }
    let total = facts.weighting.margins.filter { $0.variable == variable }.reduce(0) { $0 + $1.population }
    return PrintedFigure(text: format.decimal(total, places: 0), value: total, source: .weighting("population"))
  }

  private func items(of kind: IndicatorKind, _ directive: Directive, in scope: Scope) -> PrintedFigure {
    let sum = indicators(of: directive, kind: kind, in: scope).reduce(0) { $0 + $1.items.count }
    return count(sum, .form("items"))
  }

  /// How many published agree shares lie in a band.
  private func inBand(_ name: String, _ directive: Directive, in scope: Scope, _ holds: (Double) -> Bool)
    -> PrintedFigure
  {
    let rows = ranked(.agree, of: indicators(of: directive, kind: .consensus, in: scope))
    return count(rows.count { $0.row.estimate.map(holds) ?? false }, .count("items with agree \(name)"))
  }
}
