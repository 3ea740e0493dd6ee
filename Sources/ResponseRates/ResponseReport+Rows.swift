public import Estimation

extension ResponseReport {
  /// The name under which rows of the response stand among the indicators.
  public static let indicator = "response"

  /// Rows of the estimates table: the rates of everybody, of sectors and of localities, and the shares of doubtful
  /// interviews. `n` is the number of invitations, or of interviews.
  public var rows: [EstimateRow] {
    rateRows + doubtRows
  }

  private var rateRows: [EstimateRow] {
    domains.filter { $0.kind != .unit }.flatMap { domain -> [EstimateRow] in
      OutcomeRates.statistics.compactMap { statistic in
        guard let rate = domain.rates.rate(statistic) else { return nil }
        var row = row(item: "", statistic)
        row.domain = domain.kind.rawValue
        row.domainLevel = domain.level
        if domain.isSuppressed {
          row.flags.insert(.suppressed, at: 0)
          return row
        }
        row.estimate = rate
        row.baseCount = Int(domain.counts.total)
        if domain.surplus > 0 { row.flags.insert(.review, at: 0) }
        return row
      }
    }
  }

  private var doubtRows: [EstimateRow] {
    [("straight_line", doubtful.straight), ("too_fast", doubtful.fast), ("doubtful", doubtful.either)].compactMap {
      item, count in
      guard let share = doubtful.share(count) else { return nil }
      var row = row(item: item, .proportion)
      row.estimate = share
      row.baseCount = doubtful.count
      return row
    }
  }

  private func row(item: String, _ statistic: Statistic) -> EstimateRow {
    var row = EstimateRow(form: form, wave: wave, indicator: Self.indicator, item: item, statistic: statistic)
    if isSimulated { row.flags.append(.simulated) }
    return row
  }
}
