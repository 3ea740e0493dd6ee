import Estimation
import FormDefinition

extension ReportComposer {
  private typealias Table = ReportTable

  /// Agreement by item: base, disagree and agree shares, interval, mean, consensus, agreement.
  func consensusTables(_ directive: Directive, in scope: Scope) -> [ReportTable] {
    indicators(of: directive, kind: .consensus, in: scope).map { indicator in
      var table = ReportTable(
        caption: say("Mức độ đồng thuận: ", "Agreement: ") + labels.indicator(indicator),
        columns: [
          .init(title: say("STT", "No."), kind: .ordinal),
          .init(title: say("Nhận định", "Statement"), kind: .label),
          .init(title: say("Số trả lời", "Answers"), kind: .figure),
          .init(title: say("Không đồng ý", "Disagree"), kind: .figure),
          .init(title: say("Đồng thuận", "Agree"), kind: .figure),
          .init(title: say("Khoảng tin cậy", "Interval"), kind: .figure),
          .init(title: say("Điểm TB", "Mean"), kind: .figure),
          .init(title: "Cns", kind: .figure),
          .init(title: "A", kind: .figure),
        ], rows: [])
      for (number, item) in itemNames(of: indicator).enumerated() {
        let agree = index.estimate(indicator.name, item, .agree)
        let start: [ReportTable.Cell] = [.ordinal(number + 1), .text(itemLabel(item, of: indicator))]
        if agree?.flags.contains(.suppressed) == true {
          table.rows.append(.init(start + [.suppressedToEnd]))
          continue
        }
        table.rows.append(
          .init(
            start + [
              cell(agree, .baseCount), cell(index.estimate(indicator.name, item, .disagree)), cell(agree),
              intervalCell(agree), cell(index.estimate(indicator.name, item, .mean)),
              cell(index.estimate(indicator.name, item, .consensus)),
              cell(index.estimate(indicator.name, item, .agreement)),
            ]))
      }
      table.notes = [
        say(
          "Cns: chỉ số đồng thuận Tastle–Wierman (0: ý kiến trái ngược hoàn toàn; 1: thống nhất hoàn toàn). A: chỉ số nhất trí van der Eijk (−1 đến 1; nhỏ hơn 0: ý kiến phân hóa). Điểm TB: điểm trung bình của thang trả lời.",
          "Cns: Tastle–Wierman consensus (0: opposite extremes, 1: unanimous). A: van der Eijk's agreement (−1 to 1; below 0: divided opinions). Mean: mean score of the scale."
        )
      ]
      if let note = reverseNote([indicator]) { table.notes.append(note) }
      return table
    }
  }

  /// The distribution of answers by item, each share rounded for itself.
  func distributionTables(_ directive: Directive, in scope: Scope) -> [ReportTable] {
    indicators(of: directive, kind: .consensus, in: scope).compactMap { indicator in
      let names = itemNames(of: indicator)
      guard let first = names.first else { return nil }
      let levels = answerLevels(of: indicator)
      var table = ReportTable(
        caption: say("Phân bố câu trả lời (%): ", "Distribution of answers (%): ") + labels.indicator(indicator),
        columns: [
          .init(title: say("STT", "No."), kind: .ordinal), .init(title: say("Nhận định", "Statement"), kind: .label),
          .init(title: say("Số trả lời", "Answers"), kind: .figure),
        ] + levels.map { .init(title: labels.choice($0, of: first) ?? $0, kind: .figure) }, rows: [])
      for (number, item) in names.enumerated() {
        let rows = levels.map { index.estimate(indicator.name, item, .proportion, level: $0) }
        let start: [ReportTable.Cell] = [.ordinal(number + 1), .text(itemLabel(item, of: indicator))]
        if !rows.isEmpty, rows.allSatisfy({ $0?.flags.contains(.suppressed) == true }) {
          table.rows.append(.init(start + [.suppressedToEnd]))
        } else {
          table.rows.append(
            .init(start + [cell(rows.compactMap { $0 }.first, .baseCount)] + rows.map { cell($0) }))
        }
      }
      table.notes = [
        say(
          "Mỗi tỷ lệ được làm tròn riêng nên tổng có thể chênh lệch so với 100%.",
          "Each share is rounded for itself; they need not add up to 100%.")
      ]
      if !indicator.reverse.isEmpty {
        table.notes.append(
          say(
            "(R) Nhận định nêu theo chiều ngược; phân bố in theo đúng câu trả lời.",
            "(R) The statement is worded in reverse; its answers are shown as given."))
      }
      return table
    }
  }

  /// The answer codes of an indicator in order: its scale, else the first item's substantive choices.
  func answerLevels(of indicator: Indicator) -> [String] {
    if !indicator.scale.isEmpty { return indicator.scale }
    guard case .question(let question)? = indicator.items.first else { return [] }
    return labels.levels(of: question)
  }

  /// A statistic of every item by the levels of a domain, at most six levels to a table.
  func domainTables(_ directive: Directive, in scope: Scope) -> [ReportTable] {
    let statistic = directive.options["statistic"].flatMap(Statistic.init(rawValue:)) ?? .agree
    let kind: IndicatorKind =
      [.gap, .importance, .provision, .pni, .pniModified].contains(statistic) ? .need : .consensus
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
      for indicator in indicators where index.items[indicator.name] != nil {
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

  /// What a reader calls a statistic.
  func statisticLabel(_ statistic: Statistic) -> String {
    switch statistic {
    case .agree: say("Tỷ lệ đồng thuận", "Share that agrees")
    case .disagree: say("Tỷ lệ không đồng ý", "Share that disagrees")
    case .netAgree: say("Đồng thuận ròng", "Net agreement")
    case .mean: say("Điểm trung bình", "Mean score")
    case .consensus: say("Chỉ số đồng thuận Cns", "Consensus Cns")
    case .agreement: say("Chỉ số nhất trí A", "Agreement A")
    case .importance: say("Mức quan trọng", "Importance")
    case .provision: say("Mức đáp ứng", "Provision")
    case .gap: say("Khoảng cách quan trọng – đáp ứng", "Gap between importance and provision")
    case .pni: say("Chỉ số ưu tiên PNI", "Priority index PNI")
    case .pniModified: say("Chỉ số ưu tiên PNI điều chỉnh", "Modified priority index PNI")
    case .proportion: say("Tỷ lệ", "Share")
    case .total: say("Tổng số", "Total")
    case .topShare: say("Tỷ lệ chọn vào nhóm ưu tiên đầu", "Share among the first choices")
    case .borda: say("Điểm Borda", "Borda score")
    case .rank: say("Thứ hạng", "Rank")
    }
  }
}

extension String {
  /// The text with a small first letter, unless its second letter is a capital too.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
