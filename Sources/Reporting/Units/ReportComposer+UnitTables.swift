import Estimation
import FormDefinition

extension ReportComposer {
  /// How many were invited, how many answered and their share: of the loop's unit, and of everybody.
  func participationTables(_ unit: ReportUnit?) -> [ReportTable] {
    let columns = ["invited", "received", "rr2"]
    func row(_ label: String, _ unit: ReportUnit?) -> ReportTable.Row? {
      let figures = columns.map { response($0, of: unit) }
      guard figures.contains(where: { $0 != nil }) else { return nil }
      let isHidden = holds(.hidden, of: unit)
      return ReportTable.Row(
        [.text(label)]
          + figures.map { figure in
            figure.map { .figure($0, isUnreliable: false) } ?? (isHidden ? .suppressed : .none)
          })
    }
    let rows = [unit.flatMap { row(say("Đơn vị", "Unit"), $0) }, row(say("Toàn cuộc khảo sát", "Whole survey"), nil)]
    return [
      ReportTable(
        caption: say("Tỷ lệ trả lời của đơn vị và của toàn cuộc khảo sát", "Response of the unit and of the survey"),
        columns: [
          .init(title: say("Phạm vi", "Scope"), kind: .label),
          .init(title: say("Được mời", "Invited"), kind: .figure),
          .init(title: say("Đã trả lời", "Answered"), kind: .figure),
          .init(title: say("Tỷ lệ trả lời", "Response rate"), kind: .figure),
        ], rows: rows.compactMap(\.self))
    ]
  }

  /// A unit's items beside those of all: `statistic=agree` or `gap`, `order=highest`, `lowest` or `"highest lowest"`,
  /// `count=3` of each. Withheld items are left out; the unit's own figures decide on the order.
  func besideTables(_ directive: Directive, in scope: Scope) -> [ReportTable] {
    guard let unit = scope.unit else { return [] }
    let statistic = directive.options["statistic"].flatMap(Statistic.init(rawValue:)) ?? .agree
    let isNeed = Self.needStatistics.contains(statistic)
    let indicators = indicators(of: directive, kind: isNeed ? .need : .consensus, in: scope)
    let rows = ranked(statistic, of: indicators, unit: unit)
    let count = max(1, directive.options["count"].flatMap(Int.init) ?? 3)
    let orders = directive.options["order"].map { $0.split(separator: " ").map(String.init) } ?? ["highest"]
    var table = ReportTable(
      caption: say("\(statisticLabel(statistic)) của đơn vị và chung", "\(statisticLabel(statistic)): unit and all"),
      columns: [
        .init(title: isNeed ? say("Nhu cầu", "Need") : say("Nhận định", "Statement"), kind: .label),
        .init(title: say("Đơn vị", "Unit"), kind: .figure),
        .init(title: say("Khoảng tin cậy", "Interval"), kind: .figure),
        .init(title: say("Chung", "All"), kind: .figure),
      ], rows: [])
    var printed = Set<String>()
    for order in orders {
      let chosen = (order == "lowest" ? rows.reversed() : rows).filter { !printed.contains($0.row.item) }.prefix(count)
      guard !chosen.isEmpty else { continue }
      if orders.count > 1 {
        table.rows.append(.init(heading: order == "lowest" ? say("Thấp nhất", "Lowest") : say("Cao nhất", "Highest")))
      }
      for entry in chosen {
        printed.insert(entry.row.item)
        table.rows.append(
          .init([
            .text(itemLabel(entry.row.item, of: entry.indicator)), cell(entry.row), intervalCell(entry.row),
            cell(index.estimate(entry.indicator.name, entry.row.item, statistic)),
          ]))
      }
    }
    let shown = Set(indicators.filter { indicator in !printed.isDisjoint(with: indicator.reverse) }.map(\.name))
    if statistic == .agree, !shown.isEmpty {
      table.notes.append(
        say(
          "(R) Nhận định nêu theo chiều ngược, tỷ lệ đã được tính đảo chiều.",
          "(R) Worded in reverse; the share is turned round."))
    }
    return [table]
  }

  /// The statistics that needs have and statements have not.
  static let needStatistics: Set<Statistic> = [.gap, .importance, .provision, .pni, .pniModified]

  /// What is put to whoever decides: the largest needs and the statements with the least agreement, each with room for a
  /// proposal and for the decision; a bare line where nothing is published.
  func decisionTable(_ directive: Directive, in scope: Scope) -> ReportTable {
    func limit(_ option: String, usual: Int) -> Int {
      max(0, min(directive.options[option].flatMap(Int.init) ?? usual, 20))
    }
    let needs = ranked(needStatistic, of: facts.form.indicators.filter { $0.kind == .need })
      .prefix(limit("needs", usual: 3)).compactMap { entry in
        figure(entry.row).map { gap -> ReportText in
          let label = quoted(entry)
          return sentence(
            "Nhu cầu \(label): khoảng cách \(gap) điểm.", "The need \(label): a gap of \(gap) points.")
        }
      }
    let statements = ranked(.agree, of: facts.form.indicators.filter { $0.kind == .consensus }).reversed()
      .prefix(limit("statements", usual: 2)).compactMap { entry in
        figure(entry.row).map { share -> ReportText in
          let label = quoted(entry)
          return sentence("Nhận định \(label): đồng thuận \(share).", "The statement \(label): \(share) agree.")
        }
      }
    let blank = ReportText(say("[Nội dung]", "[Matter]"))
    let matters = needs + statements
    let proposal = ReportTable.Cell.text(say("[Đề xuất]", "[Proposal]"))
    return ReportTable(
      caption: "",
      columns: [
        .init(title: say("STT", "No."), kind: .ordinal), .init(title: say("Vấn đề", "Matter"), kind: .label),
        .init(title: say("Đề xuất", "Proposal"), kind: .room),
        .init(title: say("Ý kiến của lãnh đạo", "Decision"), kind: .room),
      ],
      rows: (matters.isEmpty ? Array(repeating: blank, count: 3) : matters).enumerated().map { place, matter in
        .init([.ordinal(place + 1), .words(matter), proposal, .none])
      })
  }
}
