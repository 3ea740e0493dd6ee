import Estimation
import FormDefinition

extension ReportComposer {
  /// An estimate as printed: shares in percent, scores with two decimals, ranks and totals whole.
  func text(_ value: Double, of statistic: Statistic) -> String {
    switch statistic {
    case .responseRate1, .responseRate2, .responseRate3, .responseRate4, .responseRate5, .responseRate6,
      .targetProgress, .targetProbability:
      format.percent(value)
    case .proportion, .agree, .disagree, .topShare, .delphiProbability, .disagreementProbability, .probabilityAbove:
      format.percent(value)
    case .delphi, .disagreement, .randDisagreement, .randAgreement: format.decimal(value, places: 0)
    case .netAgree: format.decimal(value * 100, places: 1)
    case .total, .rank: format.decimal(value, places: 0)
    default: format.decimal(value, places: 2)
    }
  }

  /// An estimate of a row as printed: changes of shares are percentage points.
  private func text(_ value: Double, of row: EstimateRow) -> String {
    guard row.statistic == .change else { return text(value, of: row.statistic) }
    let parts = row.level.split(separator: ":", omittingEmptySubsequences: false)
    let changed = parts.count > 1 ? Statistic(rawValue: String(parts[1])) : nil
    return changed.map(Self.shares.contains) == true
      ? format.decimal(value * 100, places: 1) : text(value, of: changed ?? .mean)
  }

  /// The statistics that are shares.
  static let shares: Set<Statistic> = [
    .proportion, .agree, .disagree, .netAgree, .topShare, .responseRate1, .responseRate2, .responseRate3,
    .responseRate4,
    .responseRate5, .responseRate6,
  ]

  /// A published column of a row; nil when there is none.
  func figure(_ row: EstimateRow, _ column: PrintedFigure.Column = .estimate) -> PrintedFigure? {
    guard row.isPublished || (column == .baseCount && !row.flags.contains(.suppressed)) else { return nil }
    let value: Double?
    switch column {
    case .estimate: value = row.estimate
    case .lowerLimit: value = row.lowerLimit
    case .upperLimit: value = row.upperLimit
    case .baseCount: value = row.baseCount.map(Double.init)
    }
    guard let value, value.isFinite else { return nil }
    let printed = column == .baseCount ? format.decimal(value, places: 0) : text(value, of: row)
    return PrintedFigure(text: printed, value: value, source: .estimate(row.key, column: column))
  }

  /// A cell of a table for a column of a row.
  func cell(_ row: EstimateRow?, _ column: PrintedFigure.Column = .estimate) -> ReportTable.Cell {
    guard let row else { return .none }
    if row.flags.contains(.suppressed) { return .suppressed }
    if row.flags.contains(.notComparable) { return .text(notComparable) }
    guard let figure = figure(row, column) else { return .none }
    return .figure(figure, isUnreliable: column == .estimate && row.flags.contains(.unreliable))
  }

  /// A cell of a table for the interval of a row.
  func intervalCell(_ row: EstimateRow?) -> ReportTable.Cell {
    guard let row else { return .none }
    if row.flags.contains(.suppressed) { return .suppressed }
    guard let low = figure(row, .lowerLimit), let high = figure(row, .upperLimit) else { return .none }
    return .interval(low, high)
  }

  /// A whole number that is no estimate.
  func count(_ value: Int, _ source: PrintedFigure.Source) -> PrintedFigure {
    PrintedFigure(text: format.integer(value), value: Double(value), source: source)
  }

  /// The names of an indicator's items: those of the form, then further ones of the table.
  func itemNames(of indicator: Indicator) -> [String] {
    let stated = indicator.items.map(\.name)
    let computed = index.items[indicator.name] ?? []
    let known = Set(computed)
    return stated.filter(known.contains) + computed.filter { !stated.contains($0) }
  }

  /// The label of an item, with a mark when its wording is reversed.
  func itemLabel(_ item: String, of indicator: Indicator) -> String {
    labels.item(item, of: indicator) + (indicator.reverse.contains(item) ? " (R)" : "")
  }

  /// What the mark of reversed items means; nil when an indicator has none.
  func reverseNote(_ indicators: [Indicator]) -> String? {
    guard indicators.contains(where: { !$0.reverse.isEmpty }) else { return nil }
    return say(
      "(R) Nhận định nêu theo chiều ngược: tỷ lệ đồng thuận và điểm trung bình đã được tính đảo chiều, người không đồng ý với nhận định được tính là đồng thuận.",
      "(R) The statement is worded in reverse: its agreement and mean are turned round, those who disagree with the statement count as agreeing."
    )
  }

  /// The published rows of a statistic, the highest first, ties in the order of the form.
  ///
  /// - Parameter unit: whose answers are meant; nil: everybody's.
  func ranked(
    _ statistic: Statistic, of indicators: [Indicator], unit: ReportUnit? = nil
  ) -> [(indicator: Indicator, row: EstimateRow)] {
    var found: [(indicator: Indicator, row: EstimateRow, value: Double)] = []
    for indicator in indicators {
      for item in itemNames(of: indicator) {
        let candidate =
          if let unit {
            estimate(indicator.name, item, statistic, of: unit)
          } else {
            index.estimate(indicator.name, item, statistic)
          }
        guard let row = candidate, row.isPublished, let value = row.estimate else { continue }
        found.append((indicator, row, value))
      }
    }
    // `sort` keeps no order among equals: the place of discovery decides.
    return found.enumerated()
      .sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
      .map { ($0.element.indicator, $0.element.row) }
  }

  /// The indicators that a placeholder means: by name or group, else the scope's, else all of a kind.
  func indicators(of directive: Directive, kind: IndicatorKind, in scope: Scope) -> [Indicator] {
    let all = facts.form.indicators.filter { $0.kind == kind }
    if let wanted = directive.options["indicator"] ?? directive.options["group"] {
      return all.filter { $0.matches(wanted) }
    }
    if let named = directive.word(1) { return all.filter { $0.matches(named) } }
    if let current = scope.indicator, current.kind == kind { return [current] }
    return all
  }
}

extension Indicator {
  /// Whether a template's word means this indicator: its name, its group, or the letter its group begins with.
  func matches(_ word: String) -> Bool { name == word || group == word || group.hasPrefix(word + "_") }
}
