import Diagnostics
import Estimation
import FormDefinition

extension ReportComposer {
  /// A statistic of every item by the levels of a domain, as fields: at most eight levels to a chart, and a chart for
  /// each indicator when all together would not fit on a page.
  mutating func heatMaps(_ directive: Directive, in scope: Scope) -> [ReportBlock] {
    let statistic = directive.options["statistic"].flatMap(Statistic.init(rawValue:)) ?? .agree
    let kind: IndicatorKind =
      Self.needStatistics.contains(statistic) ? .need : .consensus
    let indicators = indicators(of: directive, kind: kind, in: scope).filter { index.indicators.contains($0.name) }
    guard let domain = directive.options["by"] ?? scope.domain, let levels = index.levels[domain], !indicators.isEmpty
    else { return [] }
    let isOne = indicators.reduce(0) { $0 + itemNames(of: $1).count } <= 16
    let groups = isOne ? [indicators] : indicators.map { [$0] }
    return groups.flatMap { heatMaps(statistic, of: $0, by: domain, levels: levels, isNamed: !isOne) }
  }

  private mutating func heatMaps(
    _ statistic: Statistic, of indicators: [Indicator], by domain: String, levels: [String], isNamed: Bool
  ) -> [ReportBlock] {
    let isShare = [.agree, .disagree].contains(statistic)
    let chunk = 8
    let name = isNamed ? indicators.first.map { ": " + labels.indicator($0).lowercasedFirst } ?? "" : ""
    return stride(from: 0, to: levels.count, by: chunk).flatMap { start -> [ReportBlock] in
      let part = Array(levels[start..<min(start + chunk, levels.count)])
      var used: [PrintedFigure] = []
      var table = ReportTable(
        caption: "",
        columns: [.init(title: say("Nội dung", "Item"), kind: .label)]
          + part.map { .init(title: labels.level($0, of: domain), kind: .figure) }, rows: [])
      var rows: [HeatChart.Row] = []
      for indicator in indicators {
        for item in itemNames(of: indicator) {
          let estimates = part.map {
            index.estimate(indicator.name, item, statistic, domain: domain, domainLevel: $0)
          }
          let figures = estimates.map { $0.flatMap { figure($0) } }
          used += figures.compactMap(\.self)
          let label = itemLabel(item, of: indicator)
          rows.append(HeatChart.Row(label: label, cells: figures.map { $0.map { ($0.value, $0.text) } }))
          table.rows.append(.init([.text(label)] + estimates.map { cell($0) }))
        }
      }
      let chart = HeatChart(
        rows: rows, columns: part.map { labels.level($0, of: domain) }, bounds: isShare ? (0, 1) : nil,
        lowest: say("thấp", "low"), highest: say("cao", "high"))
      let sheet = levels.count > chunk ? " (\(start / chunk + 1)/\((levels.count + chunk - 1) / chunk))" : ""
      return figureBlock(
        caption:
          "\(statisticLabel(statistic)) \(say("theo", "by")) \(labels.domain(domain).lowercasedFirst)\(name)\(sheet)",
        description: say(
          "Mỗi nội dung một hàng, mỗi nhóm một cột; ô càng sẫm thì giá trị càng cao, con số ghi trong ô.",
          "A row for each item, a column for each group; the darker a field the higher its figure, which stands in it."),
        note: withNotes(table).notes.joined(separator: " "), figures: used, data: table, plot: .none, draw: chart.draw)
    }
  }
}
