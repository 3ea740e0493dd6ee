import Estimation
import FormDefinition

extension ReportComposer {
  /// The answers to a question in two groups back to back: `{{ chart pyramid age_band by=prof_gender }}`, the first two
  /// groups published, or those of `levels="male female"`; with `side`, two columns of a table beside the estimates.
  mutating func pyramid(_ directive: Directive, in scope: Scope) -> [ReportBlock] {
    guard let indicator = indicators(of: directive, kind: .share, in: scope).first,
      case .question(let question)? = indicator.items.first, let domain = directive.options["by"] ?? scope.domain,
      let known = index.levels[domain]
    else { return [] }
    let named = directive.options["levels"]?.split(separator: " ").map(String.init) ?? []
    let groups = Array((named.isEmpty ? known : named.filter(known.contains)).prefix(2))
    guard groups.count == 2 else { return [] }
    var table = ReportTable(
      caption: "",
      columns: [.init(title: labels.indicator(indicator), kind: .label)]
        + groups.map { .init(title: labels.level($0, of: domain), kind: .figure) }, rows: [])
    var rows: [PyramidChart.Row] = []
    var figures: [PrintedFigure] = []
    for answer in labels.levels(of: question) {
      let estimates = groups.map {
        index.estimate(indicator.name, question, .proportion, level: answer, domain: domain, domainLevel: $0)
      }
      let shares = estimates.map { $0.flatMap { figure($0) } }
      figures += shares.compactMap(\.self)
      let label = labels.choice(answer, of: question) ?? answer
      rows.append(
        .init(label: label, left: shares[0].map { ($0.value, $0.text) }, right: shares[1].map { ($0.value, $0.text) }))
      table.rows.append(.init([.text(label)] + estimates.map { cell($0) }))
    }
    guard !figures.isEmpty else { return [] }
    let chart = PyramidChart(
      rows: rows, leftHeading: table.columns[1].title, rightHeading: table.columns[2].title
    ) { [format] value, _ in format.percent(value, places: 0) }
    return figureBlock(
      caption: directive.options["title"]
        ?? labels.indicator(indicator) + say(" của người trả lời theo ", " of respondents by ")
        + labels.domain(domain).lowercasedFirst,
      description: pyramidDescription,
      note: say("Tỷ lệ tính trong từng nhóm.", "Shares within each group."), figures: figures, data: table,
      plot: .pairedBars(columns: [1, 2]), draw: chart.draw)
  }

  /// Two columns of a table beside the estimates back to back.
  mutating func pyramid(_ selection: SideSelection, _ caption: String) -> [ReportBlock] {
    guard selection.columns.count > 2 else { return [] }
    let figures = figures(of: selection)
    let isShare = selection.columns.dropFirst().allSatisfy { selection.shares.contains(selection.side.columns[$0]) }
    let rows = zip(labels(of: selection), figures).map { label, pair in
      PyramidChart.Row(
        label: label, left: pair[0].map { ($0.value, $0.text) }, right: pair[1].map { ($0.value, $0.text) })
    }
    let chart = PyramidChart(rows: rows, leftHeading: selection.titles[1], rightHeading: selection.titles[2]) {
      [format] value, places in
      isShare ? format.percent(value, places: 0) : format.decimal(value, places: places)
    }
    return figureBlock(
      caption: caption, description: pyramidDescription, note: "",
      figures: figures.flatMap { $0.prefix(2).compactMap(\.self) }, data: table(of: selection, caption: caption),
      plot: .pairedBars(columns: [1, 2]), draw: chart.draw)
  }

  private var pyramidDescription: String {
    say(
      "Tháp: mỗi dòng hai thanh quay lưng vào nhau, mỗi bên một nhóm, nhãn ở giữa. Số liệu ở bảng kèm theo.",
      "Pyramid: two bars back to back in each row, a group on each side, labels in the middle. The data are in the table attached."
    )
  }
}
