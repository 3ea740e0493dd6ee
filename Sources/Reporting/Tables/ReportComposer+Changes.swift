import Estimation
import FormDefinition

extension EstimateKey {
  /// Whether its figures are percentage points.
  var isInPoints: Bool {
    guard let statistic = Statistic(rawValue: statistic) else { return false }
    return EstimateRow(
      form: "", wave: "", indicator: indicator, item: item, statistic: statistic, level: level, domain: domain,
      domainLevel: domainLevel
    ).isInPoints
  }
}

extension ReportComposer {
  /// What changed since a former wave: the statistic now, its change with interval; one table for each former wave.
  func changeTables(_ directive: Directive, in scope: Scope) -> [ReportTable] {
    let statistic = changedStatistic(directive)
    return waves(of: statistic).map { wave in
      var table = ReportTable(
        caption: "\(statisticLabel(statistic)): \(say("thay đổi so với đợt", "changes since wave")) \(wave)",
        columns: [
          .init(title: say("STT", "No."), kind: .ordinal), .init(title: say("Nội dung", "Item"), kind: .label),
          .init(title: say("Đợt này", "Now"), kind: .figure),
          .init(title: changeHeading(statistic), kind: .figure),
          .init(title: say("Khoảng tin cậy", "Interval"), kind: .figure),
        ], rows: [])
      for (number, entry) in changes(of: statistic, since: wave, directive, in: scope).enumerated() {
        table.rows.append(
          .init([
            .ordinal(number + 1), .text(itemLabel(entry.row.item, of: entry.indicator)),
            cell(index.estimate(entry.indicator.name, entry.row.item, statistic)), cell(entry.row),
            intervalCell(entry.row),
          ]))
      }
      return table
    }
  }

  /// The changes since each former wave, the largest rise first, with intervals.
  mutating func changeCharts(_ directive: Directive, in scope: Scope) -> [ReportBlock] {
    let statistic = changedStatistic(directive)
    let tables = changeTables(directive, in: scope)
    return zip(waves(of: statistic), tables).flatMap { wave, table -> [ReportBlock] in
      let entries = changes(of: statistic, since: wave, directive, in: scope)
        .sorted { ($0.row.estimate ?? -.infinity) > ($1.row.estimate ?? -.infinity) }
      guard !entries.isEmpty else { return [] }
      let rows = entries.map { rankingRow(itemLabel($0.row.item, of: $0.indicator), $0.row) }
      let isInPoints = entries[0].row.isInPoints
      let chart = RankingChart(rows: rows, heading: changeHeading(statistic), unavailable: notComparable) {
        [format] value, places in
        isInPoints ? format.decimal(value * 100, places: 0) : format.decimal(value, places: places)
      }
      return figureBlock(
        caption: table.caption, description: rankingDescription, note: intervalNote,
        figures: entries.compactMap { figure($0.row) }, data: table, plot: .bars(column: 3), draw: chart.draw)
    }
  }

  func changedStatistic(_ directive: Directive) -> Statistic {
    directive.options["statistic"].flatMap(Statistic.init(rawValue:)) ?? .agree
  }

  private func changeHeading(_ statistic: Statistic) -> String {
    Self.shares.contains(statistic)
      ? say("Thay đổi (điểm phần trăm)", "Change (percentage points)") : say("Thay đổi", "Change")
  }

  /// The former waves that a statistic is compared with, in the order of the table.
  func waves(of statistic: Statistic) -> [String] {
    var waves: [String] = []
    for row in facts.estimates.rows where row.statistic == .change && row.domain.isEmpty {
      guard row.level.hasSuffix(":" + statistic.rawValue) else { continue }
      let wave = String(row.level.dropLast(statistic.rawValue.count + 1))
      if !waves.contains(wave) { waves.append(wave) }
    }
    return waves
  }

  func changes(
    of statistic: Statistic, since wave: String, _ directive: Directive, in scope: Scope
  ) -> [(indicator: Indicator, row: EstimateRow)] {
    let kind: IndicatorKind =
      Self.needStatistics.contains(statistic) ? .need : .consensus
    return indicators(of: directive, kind: kind, in: scope).flatMap { indicator in
      itemNames(of: indicator).compactMap { item in
        index.estimate(indicator.name, item, .change, level: "\(wave):\(statistic.rawValue)").map { (indicator, $0) }
      }
    }
  }
}
