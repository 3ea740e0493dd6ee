import Estimation
import FormDefinition

extension ReportComposer {
  /// A statistic of every item by the levels of a domain, at most six levels to a table.
  func domainTables(_ directive: Directive, in scope: Scope) -> [ReportTable] {
    let statistic = directive.options["statistic"].flatMap(Statistic.init(rawValue:)) ?? .agree
    let kind: IndicatorKind =
      Self.needStatistics.contains(statistic) ? .need : .consensus
    let indicators = indicators(of: directive, kind: kind, in: scope)
    guard let domain = directive.options["by"] ?? scope.domain, let levels = index.levels[domain] else { return [] }
    let chunk = 6
    return stride(from: 0, to: levels.count, by: chunk).map { start in
      let part = levels[start..<min(start + chunk, levels.count)]
      var table = ReportTable(
        caption: "\(statisticLabel(statistic)) \(say("theo", "by")) \(labels.domain(domain).lowercasedFirst)"
          + (levels.count > chunk ? " (\(start / chunk + 1)/\((levels.count + chunk - 1) / chunk))" : ""),
        columns: [
          .init(title: say("STT", "No."), kind: .ordinal), .init(title: say("Nội dung", "Item"), kind: .label),
          .init(title: say("Chung", "All"), kind: .figure),
        ] + part.map { .init(title: labels.level($0, of: domain), kind: .figure) }, rows: [])
      table.rows.append(baseRow(of: indicators, statistic, domain: domain, levels: Array(part)))
      for indicator in indicators where index.indicators.contains(indicator.name) {
        if indicators.count > 1 { table.rows.append(.init(heading: labels.indicator(indicator))) }
        for (number, item) in itemNames(of: indicator).enumerated() {
          table.rows.append(
            .init(
              [
                .ordinal(number + 1), .text(itemLabel(item, of: indicator)),
                cell(index.estimate(indicator.name, item, statistic)),
              ] + part.map { cell(index.estimate(indicator.name, item, statistic, domain: domain, domainLevel: $0)) }))
        }
      }
      if statistic == .agree, let note = reverseNote(indicators) { table.notes.append(note) }
      return table
    }
  }

  /// The smallest and largest base of the items, overall and at each level.
  private func baseRow(of indicators: [Indicator], _ statistic: Statistic, domain: String, levels: [String])
    -> ReportTable.Row
  {
    func bases(_ domain: String, _ level: String) -> ReportTable.Cell {
      let rows = indicators.flatMap { indicator in
        itemNames(of: indicator).compactMap {
          index.estimate(indicator.name, $0, statistic, domain: domain, domainLevel: level)
        }
      }
      let figures = rows.compactMap { figure($0, .baseCount) }.sorted { $0.value < $1.value }
      guard let least = figures.first, let most = figures.last else {
        return rows.contains { $0.flags.contains(.suppressed) } ? .suppressed : .none
      }
      return least.value == most.value ? .figure(least, isUnreliable: false) : .interval(least, most)
    }
    return ReportTable.Row(
      [.none, .text(say("Số trả lời (ít nhất–nhiều nhất)", "Answers (fewest–most)")), bases("", "")]
        + levels.map { bases(domain, $0) })
  }
}
