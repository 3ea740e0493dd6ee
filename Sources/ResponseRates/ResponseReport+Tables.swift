internal import CivilCalendar
internal import Diagnostics
public import Estimation

extension ResponseReport {
  /// The tables beside the estimates: `response`, `response-days`, `response-items`, `response-doubtful`,
  /// `response-frame`; those without rows are left out.
  ///
  /// Numbers of people invited and of answers by unit are figures of management: they say who has to be reminded, not
  /// what anybody answered, and are given for small units too – unless the unit is told by a question that the estimates
  /// publish, whose small counts are hidden here as there. No answer is ever given by unit.
  public var tables: [SideTable] {
    [domainTable, dayTable, itemTable, doubtTable, frameTable].filter { !$0.rows.isEmpty }
  }

  private var domainTable: SideTable {
    var table = SideTable(
      name: "response", title: BilingualText(vi: "Tỷ lệ trả lời theo chuẩn AAPOR", en: "Response rates after AAPOR"),
      columns: ["domain", "level", "label", "invited", "expected", "received", "surplus"]
        + Disposition.allCases.map { $0.rawValue.lowercased() } + ["e"] + OutcomeRates.statistics.map(\.rawValue)
        + ["last_day", "flag"])
    for domain in domains {
      let isTold = domain.received != nil && !domain.isSuppressed
      let counts = Disposition.allCases.map { SideTable.Cell.number(isTold ? domain.counts[$0] : nil) }
      let rates = OutcomeRates.statistics.map { SideTable.Cell.number(isTold ? domain.rates.rate($0) : nil) }
      let lastDay = isTold ? domain.lastDay.map { CivilDay(number: $0).iso } : nil
      table.add(
        [
          .text(domain.kind.rawValue), .text(domain.level), .text(domain.label), .count(domain.invited),
          .number(domain.expected), .count(isTold ? domain.received : nil), .count(isTold ? domain.surplus : nil),
        ] + counts + [.number(isTold ? domain.rates.eligibility : nil)] + rates
          + [.text(lastDay ?? ""), .text(domain.flag)])
    }
    return table
  }

  private var dayTable: SideTable {
    var table = SideTable(
      name: "response-days",
      title: BilingualText(vi: "Phiếu nhận và phiếu dự kiến theo ngày", en: "Answers received and expected by day"),
      columns: ["day", "received", "cumulative", "expected"])
    for day in days {
      table.add([.text(day.day.iso), .count(day.received), .count(day.cumulative), .number(day.expected)])
    }
    return table
  }

  private var itemTable: SideTable {
    var table = SideTable(
      name: "response-items",
      title: BilingualText(vi: "Câu hỏi không được trả lời", en: "Questions that were not answered"),
      columns: [
        "item", "shown", "answered", "dont_know", "refused", "not_applicable", "missing", "not_answered_share",
        "broken_off", "broken_off_share", "flag",
      ])
    let rules = ItemSuppression(disclosure, respondents: doubtful.count)
    for item in items where item.shown > 0 {
      guard !rules.isHidden(item) else {
        table.add([.text(item.item)] + Array(repeating: .count(nil), count: 9) + [.text("suppressed")])
        continue
      }
      let isWhole = rules.hidesReasons(of: item)
      let reasons = [item.doNotKnow, item.refused, item.notApplicable, item.missing]
      let shown = Double(item.shown)
      table.add(
        [.text(item.item), .count(item.shown), .count(item.answered)]
          + reasons.map { .count(isWhole ? nil : $0) }
          + [
            .number(Double(item.notAnswered) / shown), .count(item.brokenOff), .number(Double(item.brokenOff) / shown),
            .text(isWhole ? "suppressed" : ""),
          ])
    }
    return table
  }

  private var doubtTable: SideTable {
    var table = SideTable(
      name: "response-doubtful",
      title: BilingualText(
        vi: "Ước lượng chính khi có và không có phiếu đáng ngờ",
        en: "Headline estimates with and without doubtful interviews"),
      columns: [
        "indicator", "item", "statistic", "level", "all", "without_straight_lines", "without_too_fast",
        "without_doubtful", "difference", "flag",
      ])
    for effect in doubtful.effects {
      table.add([
        .text(effect.indicator), .text(effect.item), .text(effect.statistic), .text(effect.level), .number(effect.all),
        .number(effect.withoutStraight), .number(effect.withoutFast), .number(effect.withoutBoth),
        .number(effect.difference), .text(effect.isSuppressed ? "suppressed" : ""),
      ])
    }
    return table
  }

  private var frameTable: SideTable {
    var table = SideTable(
      name: "response-frame",
      title: BilingualText(
        vi: "Người trả lời so với tổng thể, trước khi gia quyền", en: "Respondents and the frame, before weighting"),
      columns: [
        "variable", "level", "population", "frame_share", "respondents", "respondent_share", "difference", "flag",
      ])
    for level in frame {
      table.add([
        .text(level.variable), .text(level.level), .number(level.population), .number(level.frameShare),
        .count(level.respondents), .number(level.respondentShare), .number(level.difference),
        .text(level.respondents == nil ? "suppressed" : ""),
      ])
    }
    return table
  }
}

extension ResponseDomain {
  /// `suppressed`: too few to be told; `silent`: invited and nothing came; `surplus`: more answers than invitations; `unknown`: answers do not say.
  fileprivate var flag: String {
    if isSuppressed { return "suppressed" }
    if received == nil { return "unknown" }
    if surplus > 0 { return "surplus" }
    return invited > 0 && received == 0 ? "silent" : ""
  }
}
