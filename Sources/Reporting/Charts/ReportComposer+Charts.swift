import Estimation
import FormDefinition

extension ReportComposer {
  /// The charts of a placeholder, one block each; a sentence where there are no data.
  mutating func expandCharts(_ directive: Directive, in scope: Scope) -> String {
    let kind = directive.word(0).flatMap(ChartKind.init)
    let own: [ReportBlock]? =
      switch kind {
      case .bars, .stacked, .slope, .coverage: sideChart(kind ?? .bars, directive)
      case .pyramid: directive.word(1) == "side" ? sideChart(.pyramid, directive) : pyramid(directive, in: scope)
      case .trajectory: trajectory(directive)
      case .heatmap: heatMaps(directive, in: scope)
      case .changes: changeCharts(directive, in: scope)
      default: nil
      }
    if let own { return block(own.isEmpty ? [noChart] : own) }
    let questions: IndicatorKind =
      switch kind {
      case .likert: .consensus
      case .shares: .share
      case .ranking: directive.options["statistic"] == Statistic.agree.rawValue ? .consensus : .need
      default: .need
      }
    var charts: [ReportBlock] = []
    for indicator in indicators(of: directive, kind: questions, in: scope)
    where index.indicators.contains(indicator.name) {
      switch kind {
      case .likert: charts += likert(indicator)
      case .quadrant: charts += quadrant(indicator)
      case .ranking, .needsRanking: charts += ranking(indicator, directive)
      case .shares: charts += shares(indicator)
      default: break
      }
    }
    if !charts.isEmpty { return block(charts) }
    return block([noChart])
  }

  private var noChart: ReportBlock {
    .paragraph(sentence("Không có số liệu để vẽ biểu đồ này.", "There are no data for this chart."))
  }

  /// A chart with its number and its data.
  mutating func figureBlock(
    caption: String, description: String, note: String, figures: [PrintedFigure], data: ReportTable?, plot: ChartPlot,
    draw: (inout Drawing) -> Double
  ) -> [ReportBlock] {
    chartNumber += 1
    var drawing = Drawing(identifier: "chart-\(chartNumber)", title: caption, description: description)
    let height = draw(&drawing)
    return [
      .chart(
        ReportChart(
          number: chartNumber, caption: caption, description: description, svg: drawing.svg(height: height),
          width: Drawing.width, height: height, note: note, figures: figures, data: data.map(withNotes), plot: plot))
    ]
  }

  private mutating func likert(_ indicator: Indicator) -> [ReportBlock] {
    let levels = answerLevels(of: indicator)
    let names = itemNames(of: indicator)
    var figures: [PrintedFigure] = []
    let rows = names.map { item in
      let shares = levels.compactMap { level in
        index.estimate(indicator.name, item, .proportion, level: level).flatMap { figure($0) }
      }
      let agree = index.estimate(indicator.name, item, .agree).flatMap { figure($0) }
      let consensus = index.estimate(indicator.name, item, .consensus).flatMap { figure($0) }
      figures += shares + [agree, consensus].compactMap { $0 }
      let isComplete = shares.count == levels.count && !levels.isEmpty
      return LikertChart.Row(
        label: itemLabel(item, of: indicator),
        // In the bars the heading says that figures are percentages.
        shares: isComplete
          ? shares.map { ($0.value, $0.text.last == "%" ? String($0.text.dropLast()) : $0.text) } : nil,
        agree: agree?.text ?? "…", consensus: consensus?.text ?? "…")
    }
    let first = names.first ?? ""
    let chart = LikertChart(
      rows: rows, levels: levels.map { labels.choice($0, of: first) ?? $0 },
      agreeHeading: say("Đồng thuận", "Agree"), consensusHeading: "Cns", unavailable: unavailable)
    let caption =
      say("Ý kiến trả lời (%) và mức độ đồng thuận: ", "Answers (%) and agreement: ") + labels.indicator(indicator)
    let description = say(
      "Thanh chồng phân kỳ, mỗi nhận định một thanh: không đồng ý ở bên trái đường giữa, đồng ý ở bên phải; hai cột bên phải là tỷ lệ đồng thuận và chỉ số đồng thuận Cns. Số liệu ở bảng kèm theo.",
      "Diverging stacked bars, one for each statement: disagreement to the left of the middle line, agreement to the right; beside them the share that agrees and consensus Cns. The data are in the table attached."
    )
    let data = distributionTables(
      Directive(
        name: "table", words: [], options: ["indicator": indicator.name], position: indicator.position), in: Scope()
    ).first
    return figureBlock(
      caption: caption, description: description, note: reverseNote([indicator]) ?? "", figures: figures, data: data,
      plot: .stackedBars(columns: levels.indices.map { $0 + 3 }), draw: chart.draw)
  }

  private mutating func quadrant(_ indicator: Indicator) -> [ReportBlock] {
    let points = orderedNeeds(of: indicator).enumerated().map { number, item in
      let importance = index.estimate(indicator.name, item, .importance).flatMap { figure($0) }
      let provision = index.estimate(indicator.name, item, .provision).flatMap { figure($0) }
      return QuadrantChart.Point(
        number: number + 1, label: itemLabel(item, of: indicator), importance: importance?.value,
        provision: provision?.value)
    }
    let chart = QuadrantChart(
      points: points, provisionHeading: say("Mức đáp ứng (điểm trung bình)", "Provision (mean score)"),
      importanceHeading: say("Mức quan trọng (điểm trung bình)", "Importance (mean score)"),
      fields: [
        say("Quan trọng, đáp ứng thấp: ưu tiên giải quyết", "Important, little met: act first"),
        say("Quan trọng, đáp ứng khá: tiếp tục phát huy", "Important, well met: keep up"),
        say("Ít quan trọng hơn, đáp ứng thấp", "Less important, little met"),
        say("Ít quan trọng hơn, đáp ứng khá", "Less important, well met"),
      ], unavailable: unavailable, format: format)
    let description = say(
      "Mỗi nhu cầu là một điểm có số thứ tự: càng lên cao càng quan trọng, càng sang phải càng được đáp ứng; đường nét đứt là trung bình của các nhu cầu.",
      "Each need is a numbered point: higher is more important, further right is better met; the broken lines are the means of the needs."
    )
    let caption =
      say("Mức quan trọng và mức đáp ứng: ", "Importance and provision: ")
      + labels.indicator(indicator).lowercasedFirst
    return figureBlock(
      caption: caption, description: description,
      note: say(
        "Đường nét đứt: giá trị trung bình của các nhu cầu. Thứ tự đánh số theo khoảng cách giảm dần giữa mức quan trọng và mức đáp ứng.",
        "Broken lines: the means of the needs. Numbers follow the falling gap between importance and provision."),
      figures: [], data: needData(indicator), plot: .points(x: 4, y: 3), draw: chart.draw)
  }

  private mutating func ranking(_ indicator: Indicator, _ directive: Directive) -> [ReportBlock] {
    let statistic = directive.options["statistic"].flatMap(Statistic.init(rawValue:)) ?? needStatistic
    let published = ranked(statistic, of: [indicator]).map(\.row.item)
    let order = published + itemNames(of: indicator).filter { !published.contains($0) }
    let rows = order.map { rankingRow(itemLabel($0, of: indicator), index.estimate(indicator.name, $0, statistic)) }
    let figures = order.compactMap { index.estimate(indicator.name, $0, statistic).flatMap { figure($0) } }
    let isShare = [.agree, .disagree].contains(statistic)
    let chart = RankingChart(rows: rows, heading: statisticLabel(statistic), unavailable: unavailable) {
      [format] value, places in
      isShare ? format.percent(value, places: 0) : format.decimal(value, places: places)
    }
    return figureBlock(
      caption: "\(statisticLabel(statistic)): \(labels.indicator(indicator).lowercasedFirst)",
      description: rankingDescription, note: intervalNote, figures: figures,
      data: indicator.kind == .need ? needData(indicator) : agreeData(indicator),
      plot: .bars(column: indicator.kind == .need ? statistic.needColumn : 4), draw: chart.draw)
  }

  private mutating func shares(_ indicator: Indicator) -> [ReportBlock] {
    guard case .question(let question)? = indicator.items.first else { return [] }
    let levels = labels.levels(of: question)
    let estimates = levels.map { index.estimate(indicator.name, question, .proportion, level: $0) }
    let rows = zip(levels, estimates).map { rankingRow(labels.choice($0, of: question) ?? $0, $1) }
    let chart = RankingChart(rows: rows, heading: say("Tỷ lệ", "Share"), unavailable: unavailable) {
      [format] value, _ in format.percent(value, places: 0)
    }
    return figureBlock(
      caption: say("Người trả lời theo ", "Respondents by ") + labels.indicator(indicator).lowercasedFirst,
      description: rankingDescription, note: intervalNote,
      figures: estimates.compactMap { $0.flatMap { figure($0) } },
      data: shareTables(
        Directive(
          name: "table", words: [], options: ["indicator": indicator.name], position: indicator.position), in: Scope()
      ).first, plot: .bars(column: 2), draw: chart.draw)
  }

  func rankingRow(_ label: String, _ row: EstimateRow?) -> RankingChart.Row {
    guard let row, let figure = figure(row) else { return RankingChart.Row(label: label, value: nil, limits: nil) }
    var limits: (low: Double, high: Double)?
    if let low = row.lowerLimit, let high = row.upperLimit, low.isFinite, high.isFinite { limits = (low, high) }
    return RankingChart.Row(label: label, value: (figure.value, figure.text), limits: limits)
  }

  private func needData(_ indicator: Indicator) -> ReportTable? {
    needTables(
      Directive(name: "table", words: [], options: ["indicator": indicator.name], position: indicator.position),
      in: Scope()
    ).first
  }

  private func agreeData(_ indicator: Indicator) -> ReportTable? {
    consensusTables(
      Directive(name: "table", words: [], options: ["indicator": indicator.name], position: indicator.position),
      in: Scope()
    ).first
  }

  var intervalNote: String {
    let level = format.percent(facts.confidenceLevel, places: 0)
    return say("Vạch ngang: khoảng tin cậy \(level).", "Whiskers: \(level) confidence intervals.")
  }

  var rankingDescription: String {
    say(
      "Mỗi nội dung một thanh, xếp theo giá trị; vạch ngang là khoảng tin cậy. Số liệu ở bảng kèm theo.",
      "A bar for each item; whiskers are confidence intervals. The data are in the table attached.")
  }
}

extension Statistic {
  /// The column of the table of needs that holds the statistic, counted from 0.
  fileprivate var needColumn: Int {
    switch self {
    case .importance: 3
    case .provision: 4
    case .pni: 7
    case .pniModified: 8
    default: 5
    }
  }
}
