import Estimation
import FormDefinition

extension ReportComposer {
  /// Needs: importance, provision, gap with interval, PNI; the largest gap first, withheld needs last.
  func needTables(_ directive: Directive, in scope: Scope) -> [ReportTable] {
    indicators(of: directive, kind: .need, in: scope).map { indicator in
      var table = ReportTable(
        caption: say("Mức quan trọng, mức đáp ứng và khoảng cách: ", "Importance, provision and gap: ")
          + labels.indicator(indicator).lowercasedFirst,
        columns: [
          .init(title: say("STT", "No."), kind: .ordinal), .init(title: say("Nhu cầu", "Need"), kind: .label),
          .init(title: say("Số trả lời", "Answers"), kind: .figure),
          .init(title: say("Mức quan trọng", "Importance"), kind: .figure),
          .init(title: say("Mức đáp ứng", "Provision"), kind: .figure),
          .init(title: say("Khoảng cách", "Gap"), kind: .figure),
          .init(title: say("Khoảng tin cậy", "Interval"), kind: .figure),
          .init(title: "PNI", kind: .figure), .init(title: say("PNI điều chỉnh", "PNI modified"), kind: .figure),
        ], rows: [])
      for (number, item) in orderedNeeds(of: indicator).enumerated() {
        func row(_ statistic: Statistic) -> EstimateRow? { index.estimate(indicator.name, item, statistic) }
        let start: [ReportTable.Cell] = [.ordinal(number + 1), .text(itemLabel(item, of: indicator))]
        if row(.gap)?.flags.contains(.suppressed) == true {
          table.rows.append(.init(start + [.suppressedToEnd]))
          continue
        }
        table.rows.append(
          .init(
            start + [
              cell(row(.gap) ?? row(.importance), .baseCount), cell(row(.importance)), cell(row(.provision)),
              cell(row(.gap)), intervalCell(row(.gap)), cell(row(.pni)), cell(row(.pniModified)),
            ]))
      }
      table.notes = [
        say(
          "Khoảng cách = mức quan trọng (I) − mức đáp ứng (P), điểm trung bình của thang trả lời; PNI = (I − P) × I; PNI điều chỉnh = (I − P) / P. Xếp theo khoảng cách giảm dần.",
          "Gap = importance (I) − provision (P), mean scores of the scale; PNI = (I − P) × I; PNI modified = (I − P) / P. The largest gap first."
        )
      ]
      return table
    }
  }

  /// The needs by falling gap, then those without a published gap in the order of the form.
  func orderedNeeds(of indicator: Indicator) -> [String] {
    let published = ranked(needStatistic, of: [indicator]).map(\.row.item)
    return published + itemNames(of: indicator).filter { !published.contains($0) }
  }

  /// The shares of the answers to closed profile questions.
  func shareTables(_ directive: Directive, in scope: Scope) -> [ReportTable] {
    let shares = indicators(of: directive, kind: .share, in: scope)
    let multiple = indicators(of: directive, kind: .multiple, in: scope)
    return (shares + multiple).flatMap { indicator in
      itemNames(of: indicator).compactMap { item in
        var table = ReportTable(
          caption: say("Người trả lời theo ", "Respondents by ") + labels.indicator(indicator).lowercasedFirst,
          columns: [
            .init(title: say("STT", "No."), kind: .ordinal),
            .init(title: labels.indicator(indicator), kind: .label),
            .init(title: say("Tỷ lệ", "Share"), kind: .figure),
            .init(title: say("Khoảng tin cậy", "Interval"), kind: .figure),
          ], rows: [])
        for (number, level) in labels.levels(of: item).enumerated() {
          let row = index.estimate(indicator.name, item, .proportion, level: level)
          table.rows.append(
            .init([
              .ordinal(number + 1), .text(labels.choice(level, of: item) ?? level), cell(row), intervalCell(row),
            ]))
        }
        return table
      }
    }
  }
}
