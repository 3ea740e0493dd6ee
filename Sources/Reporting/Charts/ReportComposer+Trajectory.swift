import Diagnostics
import Estimation
import FormDefinition

extension ReportComposer {
  /// The way of each target: from the table `targets`, one panel a row.
  mutating func trajectory(_ directive: Directive) -> [ReportBlock] {
    guard let selection = sideSelection(directive, name: "targets") else { return [] }
    let side = selection.side
    var used: [PrintedFigure] = []
    let panels = selection.rows.compactMap { panel(selection, row: $0, &used) }
    guard !panels.isEmpty else { return [] }
    let chart = TrajectoryChart(
      panels: panels, targetWord: say("mục tiêu", "target"), projectionWord: say("dự báo", "projection"))
    var shown = selection
    let names = [
      (say("label_vi", "label_en"), say("Chỉ tiêu", "Target")), ("baseline", say("Gốc", "Baseline")),
      ("latest", say("Hiện nay", "Latest")), ("value", say("Mục tiêu", "Target value")),
      ("due", say("Thời hạn", "Due")),
      ("projection", say("Dự báo", "Projection")), (say("state_vi", "state_en"), say("Đánh giá", "State")),
    ].compactMap { name, title in side.columns.firstIndex(of: name).map { ($0, title) } }
    shown = SideSelection(
      side: side, columns: names.map(\.0), titles: names.map(\.1), rows: selection.rows, shares: selection.shares,
      places: selection.places)
    let caption = directive.options["title"] ?? side.title[language]
    return figureBlock(
      caption: caption,
      description: say(
        "Mỗi chỉ tiêu một khung: từ số liệu gốc qua số liệu hiện nay đến thời hạn; vòng tròn rỗng là mục tiêu, đường nét đứt là dự báo. Số liệu ở bảng kèm theo.",
        "A panel for each target: from the baseline by the latest figure to the day it is due; the open circle is the target, the broken line the projection. The data are in the table attached."
      ),
      note: say(
        "Đường mảnh: lộ trình đều từ số liệu gốc đến mục tiêu. Vạch đứng: khoảng của dự báo.",
        "Thin line: an even way from the baseline to the target. Upright bar: the interval of the projection."),
      figures: used, data: table(of: shown, caption: caption), plot: .none, draw: chart.draw)
  }

  private func panel(
    _ selection: SideSelection, row: Int, _ used: inout [PrintedFigure]
  ) -> TrajectoryChart.Panel? {
    let side = selection.side
    func column(_ name: String) -> Int? { side.columns.firstIndex(of: name) }
    func text(_ name: String) -> String {
      if let column = column(name), case .text(let text) = side.rows[row][column] { return text }
      return ""
    }
    func number(_ name: String) -> PrintedFigure? {
      column(name).flatMap { figure(of: selection, row: row, column: $0) }
    }
    guard let due = CalendarDay(iso: text("due")), let target = number("value") else { return nil }
    var points: [(day: Int, number: Double, text: String)] = []
    for (name, date) in [("baseline", "baseline_date"), ("latest", "latest_date")] {
      guard let figure = number(name), let day = CalendarDay(iso: text(date)) else { continue }
      if let last = points.last, last.day >= day.number { continue }
      points.append((day.number, figure.value, figure.text))
      used.append(figure)
    }
    guard !points.isEmpty else { return nil }
    used.append(target)
    let projection = number("projection")
    if let projection { used.append(projection) }
    return TrajectoryChart.Panel(
      label: text(say("label_vi", "label_en")), state: text(say("state_vi", "state_en")), points: points,
      due: due.number, dueText: format.shortDate(due), target: (target.value, target.text),
      projection: projection.map {
        ($0.value, $0.text, number("projection_low")?.value, number("projection_high")?.value)
      })
  }
}
