import Estimation
import FormDefinition

extension ReportComposer {
  /// Sentences on an indicator's items, chosen by what is published.
  func summary(_ directive: Directive, in scope: Scope) -> ReportText {
    let named = directive.word(0) ?? directive.options["indicator"] ?? directive.options["group"]
    guard
      let indicator = named.flatMap({ name in facts.form.indicators.first { $0.matches(name) } }) ?? scope.indicator
    else { return "" }
    let statistic: Statistic = indicator.kind == .need ? needStatistic : .agree
    guard index.indicators.contains(indicator.name) else {
      return sentence("Không có số liệu.", "There are no data.")
    }
    let rows = ranked(statistic, of: [indicator])
    let total = itemNames(of: indicator).count
    guard let first = rows.first, let last = rows.last else {
      return sentence(
        "Không đủ số liệu để công bố kết quả của nhóm này.", "There are too few answers to publish this group.")
    }
    let hidden = total - rows.count
    var text = indicator.kind == .need ? needSummary(rows) : consensusSummary(first: first, last: last, rows: rows)
    if hidden > 0 {
      let number = count(hidden, .count("items not published"))
      text += sentence(
        " Có \(number) nội dung không đủ số liệu để công bố.",
        " For \(number) of the items there are too few answers to publish.")
    }
    return text
  }

  private func consensusSummary(
    first: (indicator: Indicator, row: EstimateRow), last: (indicator: Indicator, row: EstimateRow),
    rows: [(indicator: Indicator, row: EstimateRow)]
  ) -> ReportText {
    guard let high = figure(first.row), let low = figure(last.row) else { return "" }
    let firstLabel = quoted(first)
    let lastLabel = quoted(last)
    if rows.count == 1 {
      return sentence(
        "Tỷ lệ đồng thuận với nhận định \(firstLabel) là \(high).",
        "Agreement with the statement \(firstLabel) is \(high).")
    }
    if high.text == low.text {
      return sentence(
        "Các nhận định có cùng tỷ lệ đồng thuận là \(high).",
        "All statements have the same agreement of \(high).")
    }
    return sentence(
      "Tỷ lệ đồng thuận cao nhất là \(high), ở nhận định \(firstLabel); thấp nhất là \(low), ở nhận định \(lastLabel).",
      "Agreement is highest with the statement \(firstLabel), at \(high), and lowest with the statement \(lastLabel), at \(low)."
    )
  }

  private func needSummary(_ rows: [(indicator: Indicator, row: EstimateRow)]) -> ReportText {
    let parts = rows.prefix(3).compactMap { entry -> ReportText? in
      figure(entry.row).map { "\(quoted(entry)) (\($0))" }
    }
    let measure = say("khoảng cách giữa mức quan trọng và mức đáp ứng", "gap between importance and provision")
    if parts.count == 1 {
      return sentence("Nhu cầu có \(measure): \(parts[0]).", "The need with its \(measure): \(parts[0]).")
    }
    return sentence(
      "Các nhu cầu có \(measure) lớn nhất (điểm, trên thang mức độ của phiếu) lần lượt là: \(parts.joined(separator: "; ")).",
      "The needs with the largest \(measure) (points of the scale) are, in order: \(parts.joined(separator: "; ")).")
  }

  /// The statistic that needs are put in order by.
  var needStatistic: Statistic { .gap }

  func quoted(_ entry: (indicator: Indicator, row: EstimateRow)) -> String {
    "“\(itemLabel(entry.row.item, of: entry.indicator))”"
  }
}
