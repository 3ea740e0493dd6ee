import Responses

extension ReportComposer {
  /// The population of each margin by level, with shares.
  var frameTables: [ReportTable] {
    marginVariables.map { variable in
      let levels = facts.weighting.margins.filter { $0.variable == variable }
      let total = levels.reduce(0) { $0 + $1.population }
      var table = ReportTable(
        caption: say("Tổng thể theo ", "The population by ") + labels.domain(variable).lowercasedFirst,
        columns: [
          .init(title: say("STT", "No."), kind: .ordinal), .init(title: labels.domain(variable), kind: .label),
          .init(title: say("Số người", "People"), kind: .figure), .init(title: say("Tỷ lệ", "Share"), kind: .figure),
        ], rows: [])
      for (number, level) in levels.enumerated() {
        table.rows.append(
          .init([
            .ordinal(number + 1), .text(labels.level(level.level, of: variable)), people(level.population, level.level),
            share(total > 0 ? level.population / total : .nan, "population share \(level.level)"),
          ]))
      }
      table.rows.append(
        .init([.none, .text(say("Tổng số", "Total")), people(total, "total"), share(1, "population share total")]))
      return table
    }
  }

  /// The respondents of each margin before and after weighting, beside the population.
  var marginTables: [ReportTable] {
    marginVariables.map { variable in
      let levels = facts.weighting.margins.filter { $0.variable == variable }
      let total = levels.reduce(0) { $0 + $1.population }
      var table = ReportTable(
        caption: say("Cơ cấu trước và sau khi gia quyền theo ", "Margins before and after weighting by ")
          + labels.domain(variable).lowercasedFirst,
        columns: [
          .init(title: say("STT", "No."), kind: .ordinal), .init(title: labels.domain(variable), kind: .label),
          .init(title: say("Số trả lời", "Respondents"), kind: .figure),
          .init(title: say("Trước gia quyền", "Before"), kind: .figure),
          .init(title: say("Sau gia quyền", "After"), kind: .figure),
          .init(title: say("Tổng thể", "Population"), kind: .figure),
        ], rows: [])
      for (number, level) in levels.enumerated() {
        let name = level.level
        table.rows.append(
          .init([
            .ordinal(number + 1), .text(labels.level(name, of: variable)),
            respondents(level.respondents, .weighting("respondents \(variable) \(name)")),
            level.shareBefore.map { share($0, "before \(variable) \(name)") } ?? .suppressed,
            share(level.shareAfter, "after \(variable) \(name)"),
            share(total > 0 ? level.population / total : .nan, "population share \(name)"),
          ]))
      }
      return table
    }
  }

  /// Respondents without a population figure and what was done with them.
  var unmatchedTables: [ReportTable] {
    guard !facts.weighting.unmatched.isEmpty else { return [] }
    var table = ReportTable(
      caption: say("Phiếu không có số liệu tổng thể tương ứng", "Respondents without a population figure"),
      columns: [
        .init(title: say("STT", "No."), kind: .ordinal), .init(title: say("Tiêu chí", "Margin"), kind: .label),
        .init(title: say("Câu trả lời", "Level"), kind: .label),
        .init(title: say("Số phiếu", "Respondents"), kind: .figure),
        .init(title: say("Cách xử lý", "Treatment"), kind: .label),
      ], rows: [])
    for (number, level) in facts.weighting.unmatched.enumerated() {
      let treatment =
        switch level.treatment {
        case .excluded: say("Không đưa vào ước lượng", "Left out of the estimates")
        case .baseWeight: say("Giữ quyền số ban đầu", "Keep their base weight")
        case .mapped: say("Tính vào mức khác của tổng thể", "Counted as another level")
        }
      table.rows.append(
        .init([
          .ordinal(number + 1), .text(labels.domain(level.variable)),
          .text(
            level.level.isEmpty ? say("Bỏ trống", "Left blank") : labels.level(level.level, of: level.variable)),
          level.treatment == .mapped
            ? .none : respondents(level.respondents, .weighting("unmatched \(level.variable) \(level.level)")),
          .text(treatment),
        ]))
    }
    return [table]
  }

  /// What became of every record read.
  var accountingTables: [ReportTable] {
    guard let accounting = facts.accounting else { return [] }
    let lines: [(String, Int, String)] = [
      (say("Tiếp nhận vào cơ sở dữ liệu", "Accepted"), accounting.accepted, "accepted"),
      (say("Trùng với phiếu đã có", "Identical to one there already"), accounting.identical, "identical"),
      (say("Tạm giữ chờ kiểm tra do có lỗi", "Set aside with errors"), accounting.quarantined, "quarantined"),
      (say("Loại theo quyết định", "Rejected by decision"), accounting.rejected, "rejected"),
      (
        say("Không đồng ý tham gia (không lưu câu trả lời)", "No consent (not stored)"), accounting.declined, "declined"
      ),
      (say("Gửi ngoài thời gian khảo sát", "Outside the period"), accounting.withheld, "withheld"),
      (say("Tổng số phiếu nhận được", "All records read"), accounting.read, "read"),
    ]
    return [
      ReportTable(
        caption: say("Tình hình tiếp nhận phiếu", "What became of the records"),
        columns: [
          .init(title: say("STT", "No."), kind: .ordinal), .init(title: say("Kết quả", "Outcome"), kind: .label),
          .init(title: say("Số phiếu", "Records"), kind: .figure),
        ],
        rows: lines.enumerated().map { number, line in
          .init([
            line.2 == "read" ? .none : .ordinal(number + 1), .text(line.0),
            respondents(
              facts.weighting.withholdsTotals && ["accepted", "read"].contains(line.2) ? nil : line.1,
              .accounting(line.2)),
          ])
        })
    ]
  }

  private var marginVariables: [String] {
    var seen: [String] = []
    for margin in facts.weighting.margins where !seen.contains(margin.variable) { seen.append(margin.variable) }
    return seen
  }

  private func respondents(_ number: Int?, _ source: PrintedFigure.Source) -> ReportTable.Cell {
    number.map { .figure(count($0, source), isUnreliable: false) } ?? .suppressed
  }

  private func people(_ value: Double, _ name: String) -> ReportTable.Cell {
    .figure(
      PrintedFigure(
        text: format.decimal(value, places: 0), value: value, source: .weighting("population \(name)")),
      isUnreliable: false)
  }

  private func share(_ value: Double, _ name: String) -> ReportTable.Cell {
    guard value.isFinite else { return .none }
    return .figure(
      PrintedFigure(text: format.percent(value), value: value, source: .weighting(name)), isUnreliable: false)
  }
}
