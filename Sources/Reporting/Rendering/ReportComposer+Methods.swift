import Estimation
import FormDefinition

/// A line of the sheet on methods.
struct MethodLine: Sendable {
  var label: String
  var text: ReportText
}

extension ReportComposer {
  /// How the figures came about, for readers of tables without the text around them.
  var methodLines: [MethodLine] {
    var lines: [MethodLine] = []
    func add(_ vietnamese: String, _ english: String, _ text: ReportText?) {
      if let text, !text.isEmpty { lines.append(MethodLine(label: say(vietnamese, english), text: text)) }
    }
    let weighting = facts.weighting
    add(
      "Phiếu khảo sát", "Questionnaire", ReportText("\(labels.title) (\(facts.form.identifier) \(facts.form.version))"))
    add("Đợt", "Wave", ReportText(fact: facts.wave))
    if facts.firstDay != nil, facts.lastDay != nil {
      add("Thời gian thu nhận phiếu", "Period", ReportText(fact: period))
    }
    add("Số phiếu tính kết quả", "Respondents", ReportText(count(weighting.responseCount, .weighting("respondents"))))
    add("Cách chọn người trả lời", "How respondents came in", ReportText(sampleWords))
    if let effective = weighting.effectiveCount {
      add(
        "Số người trả lời hiệu dụng sau gia quyền", "Effective number of respondents",
        ReportText(
          PrintedFigure(
            text: format.decimal(effective, places: 0), value: effective, source: .weighting("effective"))))
    }
    if let design = weighting.designEffect {
      add(
        "Hệ số thiết kế", "Design effect",
        ReportText(
          PrintedFigure(text: format.decimal(design, places: 2), value: design, source: .weighting("deff"))))
    }
    for frame in weighting.frames {
      var words = frame.source
      if let day = frame.asOf { words += say(" (số liệu đến \(format.date(day)))", " (as of \(format.date(day)))") }
      if !frame.definition.isEmpty { words += "; \(frame.definition)" }
      add(
        "Tổng thể theo \(labels.domain(frame.variable).lowercasedFirst)",
        "Population by \(labels.domain(frame.variable))",
        ReportText(words))
    }
    add(
      "Mức tin cậy của các khoảng", "Confidence level",
      ReportText(
        PrintedFigure(
          text: format.percent(facts.confidenceLevel, places: 0), value: facts.confidenceLevel, source: .plan("level")))
    )
    add(
      "Số người trả lời ít nhất để công bố", "Fewest respondents of a published figure",
      ReportText(count(facts.minimumCount, .plan("minimum_count"))))
    add("Dấu “…”", "The sign “…”", ReportText(unavailable))
    add("Dấu “-”", "The sign “-”", ReportText(noData))
    add(
      "Dấu (*)", "The sign (*)",
      ReportText(say("Ước lượng có sai số lớn, chỉ nên tham khảo.", "The estimate varies much and is indicative only."))
    )
    if let note = reverseNote(facts.form.indicators) { add("Dấu (R)", "The sign (R)", ReportText(note)) }
    for statistic in statisticsShown {
      add("Thống kê \(statistic.rawValue)", "Statistic \(statistic.rawValue)", ReportText(statisticLabel(statistic)))
    }
    return lines
  }

  private var sampleWords: String {
    switch facts.sample {
    case .probability: say("Chọn mẫu ngẫu nhiên với xác suất đã biết", "Drawn at random with known probabilities")
    case .census: say("Hỏi toàn bộ đối tượng", "Everybody was asked")
    case .optIn:
      say(
        "Tự nguyện tham gia; các khoảng tin cậy được tính theo mô hình",
        "As they liked; the intervals hold under a model")
    }
  }

  private var statisticsShown: [Statistic] {
    let used = Set(facts.estimates.rows.map(\.statistic))
    return Statistic.allCases.filter(used.contains)
  }
}
