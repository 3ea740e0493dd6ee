import Estimation
import FormDefinition

extension ReportComposer {
  /// Preferences in order: share among the first choices, Borda score; the highest score first.
  func priorityTables(_ directive: Directive, in scope: Scope) -> [ReportTable] {
    indicators(of: directive, kind: .ranking, in: scope).map { indicator in
      var table = ReportTable(
        caption: labels.indicator(indicator),
        columns: [
          .init(title: say("STT", "No."), kind: .ordinal), .init(title: say("Nội dung", "Item"), kind: .label),
          .init(title: say("Số trả lời", "Answers"), kind: .figure),
          .init(title: say("Chọn vào nhóm đầu", "Among the first"), kind: .figure),
          .init(title: say("Điểm Borda", "Borda score"), kind: .figure),
          .init(title: say("Khoảng tin cậy", "Interval"), kind: .figure),
        ], rows: [])
      for (number, option) in orderedOptions(of: indicator).enumerated() {
        let score = index.estimate(indicator.name, option.item, .borda, level: option.level)
        let top = index.estimate(indicator.name, option.item, .topShare, level: option.level)
        table.rows.append(
          .init([
            .ordinal(number + 1), .text(optionLabel(option, of: indicator)), cell(score ?? top, .baseCount), cell(top),
            cell(score), intervalCell(score),
          ]))
      }
      table.notes = [
        say(
          "Điểm Borda: điểm bình quân, xếp đầu được số điểm cao nhất, xếp cuối được 0 điểm.",
          "Borda score: mean points, the most for a first place and 0 for the last.")
      ]
      return table
    }
  }

  /// The options by falling Borda score, then those without a published one in the order of the table.
  private func orderedOptions(of indicator: Indicator) -> [(item: String, level: String)] {
    let options = index.options[indicator.name] ?? []
    return options.enumerated().sorted { first, second in
      let scores = [first.element, second.element].map { option -> Double in
        let row = index.estimate(indicator.name, option.item, .borda, level: option.level)
        return row?.isPublished == true ? row?.estimate ?? -1 : -1
      }
      return scores[0] == scores[1] ? first.offset < second.offset : scores[0] > scores[1]
    }.map(\.element)
  }

  /// The label of an option: a choice of one of the indicator's questions.
  private func optionLabel(_ option: (item: String, level: String), of indicator: Indicator) -> String {
    for case .question(let question) in indicator.items {
      if let label = labels.choice(option.level, of: question) { return label }
    }
    return labels.item(option.level.isEmpty ? option.item : option.level, of: indicator)
  }
}
