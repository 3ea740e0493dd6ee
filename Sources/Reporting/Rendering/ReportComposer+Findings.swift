import Estimation
import FormDefinition

// Lists of what a leader asks for first: where opinions divide, which needs come first, what has changed for sure.
extension ReportComposer {
  /// How many lines a list has at most.
  private func limit(_ directive: Directive, usual: Int) -> Int {
    max(0, directive.options["count"].flatMap(Int.init) ?? usual)
  }

  /// The statements whose answers gather at both ends of the scale (van der Eijk's A below 0), the most divided first.
  var dividing: [(indicator: Indicator, row: EstimateRow)] {
    ranked(.agreement, of: facts.form.indicators.filter { $0.kind == .consensus }).reversed()
      .filter { ($0.row.estimate ?? 0) < 0 }
  }

  /// The statements that divide people, with the shares of both sides.
  func dividedList(_ directive: Directive) -> [ReportBlock] {
    let consensus = facts.form.indicators.filter { $0.kind == .consensus }
    guard !ranked(.agreement, of: consensus).isEmpty else {
      return [.paragraph(sentence("Không đủ số liệu để công bố.", "There are too few answers to publish."))]
    }
    let found = dividing.prefix(limit(directive, usual: 3)).compactMap { entry -> ReportText? in
      func share(_ statistic: Statistic) -> PrintedFigure? {
        index.estimate(entry.indicator.name, entry.row.item, statistic).flatMap { figure($0) }
      }
      let label = itemLabel(entry.row.item, of: entry.indicator)
      guard let agree = share(.agree), let disagree = share(.disagree) else { return ReportText(label) }
      return sentence(
        "\(label): đồng thuận \(agree), không đồng ý \(disagree)", "\(label): \(agree) agree, \(disagree) disagree")
    }
    guard !found.isEmpty else {
      return [
        .paragraph(
          sentence(
            "Không có nhận định nào mà ý kiến phân hóa về hai phía.", "No statement divides people into two sides."))
      ]
    }
    return dashes(found)
  }

  /// The needs with the largest gap, and the places that each may have as far as the intervals tell.
  ///
  /// A need stands surely behind those whose interval lies wholly above its own, and surely before those whose interval
  /// lies wholly below it (M. Klein, T. Wright and J. Wieczorek, "A joint confidence region for an overall ranking of
  /// populations", Journal of the Royal Statistical Society C 69, 2020, 589–606; here with the intervals of the report,
  /// each of its own confidence level).
  func needList(_ directive: Directive, in scope: Scope) -> [ReportBlock] {
    let unit = directive.options["of"] == "unit" ? scope.unit : nil
    let needs = facts.form.indicators.filter { $0.kind == .need }
    let rows = ranked(needStatistic, of: needs, unit: unit)
    guard !rows.isEmpty else {
      return [.paragraph(sentence("Không đủ số liệu để công bố.", "There are too few answers to publish."))]
    }
    return dashes(
      rows.prefix(limit(directive, usual: 5)).compactMap { entry in
        guard let gap = figure(entry.row) else { return nil }
        let label = itemLabel(entry.row.item, of: entry.indicator)
        guard let (first, last) = places(of: entry.row, among: rows.map(\.row)) else { return "\(label): \(gap)" }
        if first.value == last.value {
          return sentence(
            "\(label): \(gap) (xếp thứ \(first))", "\(label): \(gap) (place \(first))")
        }
        return sentence(
          "\(label): \(gap) (xếp thứ \(first)–\(last))", "\(label): \(gap) (places \(first)–\(last))")
      })
  }

  /// The first and the last place that a row may have among others; nil without intervals.
  private func places(of own: EstimateRow, among rows: [EstimateRow]) -> (first: PrintedFigure, last: PrintedFigure)? {
    guard let low = own.lowerLimit, let high = own.upperLimit else { return nil }
    let above = rows.count { row in row.lowerLimit.map { $0 > high } ?? false }
    let below = rows.count { row in row.upperLimit.map { $0 < low } ?? false }
    let name = "places of \(own.item) by intervals that do not overlap"
    return (count(1 + above, .count(name)), count(rows.count - below, .count(name)))
  }

  /// The changes that are no play of chance, the largest first.
  private func sound(
    _ changes: [(indicator: Indicator, row: EstimateRow)]
  ) -> [(indicator: Indicator, row: EstimateRow)] {
    let level = 1 - facts.confidenceLevel + 1e-12
    return changes.filter { entry in (entry.row.adjustedPValue ?? entry.row.pValue).map { $0 <= level } ?? false }
      .enumerated()
      .sorted {
        (abs($1.element.row.estimate ?? 0), $0.offset) < (abs($0.element.row.estimate ?? 0), $1.offset)
      }
      .map(\.element)
  }

  /// Whether some change of a statistic since the first former wave is no play of chance.
  func hasSoundChanges(_ directive: Directive, in scope: Scope) -> Bool {
    let statistic = changedStatistic(directive)
    guard let wave = waves(of: statistic).first else { return false }
    return !sound(changes(of: statistic, since: wave, directive, in: scope).filter { $0.row.isPublished }).isEmpty
  }

  /// The changes since the first former wave that are no play of chance: the adjusted p value, else the plain one, lies
  /// below what the confidence level leaves; the largest first.
  func changeList(_ directive: Directive, in scope: Scope) -> [ReportBlock] {
    let statistic = changedStatistic(directive)
    guard let wave = waves(of: statistic).first else {
      return [
        .paragraph(sentence("Chưa có kỳ khảo sát trước để so sánh.", "There is no former wave to compare with."))
      ]
    }
    let all = changes(of: statistic, since: wave, directive, in: scope).filter { $0.row.isPublished }
    guard !all.isEmpty else {
      return [
        .paragraph(
          sentence(
            "Không có nội dung nào so sánh được với đợt \(wave).", "Nothing can be compared with wave \(wave)."))
      ]
    }
    let sound = sound(all)
    guard !sound.isEmpty else {
      return [
        .paragraph(
          sentence(
            "Không có thay đổi nào so với đợt \(wave) vượt quá mức ngẫu nhiên.",
            "No change since wave \(wave) goes beyond chance."))
      ]
    }
    return dashes(
      sound.prefix(limit(directive, usual: 5)).compactMap { entry in
        guard let value = entry.row.estimate, let change = figure(entry.row) else { return nil }
        let label = itemLabel(entry.row.item, of: entry.indicator)
        let size = PrintedFigure(
          text: String(change.text.drop { $0 == "−" || $0 == "-" }), value: change.value, source: change.source)
        let unit = entry.row.isInPoints ? say(" điểm phần trăm", " percentage points") : say(" điểm", " points")
        return value < 0
          ? sentence("\(label): giảm \(size)\(unit)", "\(label): down by \(size)\(unit)")
          : sentence("\(label): tăng \(size)\(unit)", "\(label): up by \(size)\(unit)")
      })
  }
}
