import Diagnostics
import Estimation
import FormDefinition

// Charts of tables that stand beside the estimates: `{{ chart bars side NAME columns="label rate" }}`. The first column
// asked for labels the rows, the others are drawn.
extension ReportComposer {
  /// The chart of a kind; none, with a finding, when there is no such table or nothing to draw.
  mutating func sideChart(_ kind: ChartKind, _ directive: Directive) -> [ReportBlock] {
    guard let selection = sideSelection(directive, name: directive.word(2)), selection.columns.count > 1,
      !selection.rows.isEmpty
    else { return [] }
    let caption = directive.options["title"] ?? selection.side.title[language]
    switch kind {
    case .bars: return bars(selection, caption)
    case .stacked: return stacked(selection, caption)
    case .slope: return slope(selection, caption)
    case .coverage: return coverage(selection, caption)
    case .pyramid: return pyramid(selection, caption)
    default: return []
    }
  }

  func labels(of selection: SideSelection) -> [String] {
    selection.rows.map { row in
      if case .text(let text) = selection.side.rows[row][selection.columns[0]] { return words(text) }
      return figure(of: selection, row: row, column: selection.columns[0])?.text ?? "…"
    }
  }

  func figures(of selection: SideSelection) -> [[PrintedFigure?]] {
    selection.rows.map { row in selection.columns.dropFirst().map { figure(of: selection, row: row, column: $0) } }
  }

  private mutating func bars(_ selection: SideSelection, _ caption: String) -> [ReportBlock] {
    let figures = figures(of: selection).map { $0.first ?? nil }
    let rows = zip(labels(of: selection), figures).map { label, figure in
      RankingChart.Row(label: label, value: figure.map { ($0.value, $0.text) }, limits: nil)
    }
    let isShare = selection.shares.contains(selection.side.columns[selection.columns[1]])
    let chart = RankingChart(rows: rows, heading: selection.titles[1], unavailable: noData) { [format] value, places in
      isShare ? format.percent(value, places: 0) : format.decimal(value, places: places)
    }
    return figureBlock(
      caption: caption,
      description: say(
        "Mỗi dòng một thanh. Số liệu ở bảng kèm theo.", "A bar for each row. The data are in the table attached."),
      note: "", figures: figures.compactMap(\.self), data: table(of: selection, caption: caption),
      plot: .bars(column: 1), draw: chart.draw)
  }

  private mutating func stacked(_ selection: SideSelection, _ caption: String) -> [ReportBlock] {
    let figures = figures(of: selection)
    let rows = zip(labels(of: selection), figures).map { label, parts in
      let isWhole = parts.allSatisfy { $0 != nil }
      let total = parts.reduce(0) { $0 + ($1?.value ?? 0) }
      return StackedChart.Row(
        label: label, parts: parts.map { $0.map { ($0.value, $0.text) } },
        total: isWhole ? format.decimal(total, places: 0) : "")
    }
    let chart = StackedChart(rows: rows, parts: Array(selection.titles.dropFirst()))
    return figureBlock(
      caption: caption,
      description: say(
        "Thanh chồng: mỗi dòng một thanh gồm các phần nối nhau, tổng số ở bên phải. Số liệu ở bảng kèm theo.",
        "Stacked bars: the parts of each row end to end, the total to the right. The data are in the table attached."),
      note: "", figures: figures.flatMap { $0.compactMap(\.self) } + totals(of: rows, selection),
      data: table(of: selection, caption: caption),
      plot: .stackedBars(columns: Array(selection.columns.indices.dropFirst())),
      draw: chart.draw)
  }

  /// The totals printed beside the bars, as figures of the ledger.
  private func totals(of rows: [StackedChart.Row], _ selection: SideSelection) -> [PrintedFigure] {
    zip(rows, selection.rows).compactMap { row, number in
      guard !row.total.isEmpty else { return nil }
      let sum = row.parts.reduce(0) { $0 + ($1?.number ?? 0) }
      return PrintedFigure(
        text: row.total, value: sum, source: .table(selection.side.name, row: number + 1, column: "sum"))
    }
  }

  /// The columns are those asked, those who answered and their share.
  private mutating func coverage(_ selection: SideSelection, _ caption: String) -> [ReportBlock] {
    guard selection.columns.count > 3 else { return [] }
    let figures = figures(of: selection)
    let rows = zip(labels(of: selection), figures).map { label, counts in
      CoverageChart.Row(
        label: label, asked: counts[0]?.text, answered: counts[1]?.text, share: counts[2].map { ($0.value, $0.text) })
    }
    let chart = CoverageChart(
      rows: rows, countHeading: "\(selection.titles[2])/\(selection.titles[1].lowercasedFirst)",
      shareHeading: selection.titles[3])
    return figureBlock(
      caption: caption,
      description: say(
        "Mỗi đơn vị một thanh dài như nhau, phần tô đậm là phần đã trả lời; bên phải là số đã trả lời trên số được mời và tỷ lệ. Số liệu ở bảng kèm theo.",
        "A bar of the same length for each unit, filled as far as it has answered; to the right those who answered of those asked, and the share. The data are in the table attached."
      ),
      note: "", figures: figures.flatMap { $0.prefix(3).compactMap(\.self) },
      data: table(of: selection, caption: caption), plot: .pairedBars(columns: [1, 2]), draw: chart.draw)
  }

  private mutating func slope(_ selection: SideSelection, _ caption: String) -> [ReportBlock] {
    let figures = figures(of: selection)
    let isShare = selection.columns.dropFirst().allSatisfy { selection.shares.contains(selection.side.columns[$0]) }
    let rows = zip(labels(of: selection), figures).map { label, points in
      SlopeChart.Row(label: label, points: points.map { $0.map { ($0.value, $0.text) } })
    }
    let chart = SlopeChart(rows: rows, times: Array(selection.titles.dropFirst())) { [format] value, places in
      isShare ? format.percent(value, places: 0) : format.decimal(value, places: places)
    }
    return figureBlock(
      caption: caption,
      description: say(
        "Mỗi nội dung một đường qua các thời điểm; đường nét đứt là giảm. Số liệu ở bảng kèm theo.",
        "A line for each item through the points of time; broken lines fall. The data are in the table attached."),
      note: say("Đường nét liền: tăng; đường nét đứt: giảm.", "Full lines rise, broken lines fall."),
      figures: figures.flatMap { $0.compactMap(\.self) }, data: table(of: selection, caption: caption),
      plot: .lines(columns: Array(selection.columns.indices.dropFirst())), draw: chart.draw)
  }
}
