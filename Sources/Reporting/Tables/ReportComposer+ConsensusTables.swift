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
}
