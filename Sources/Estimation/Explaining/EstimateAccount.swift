import Diagnostics
import FormDefinition
import Tabulation

/// One estimate as an explanation tells it.
struct EstimateAccount {
  let row: EstimateRow
  let prepared: PreparedEstimation
  /// The plan's domains over a design that keeps workings.
  let domains: DomainSet
  let design: DesignAccount
  /// Whether the item is suppressed in this level, in part or as a whole.
  let isWithheld: Bool

  var sections: [Explanation.Section] {
    let formula = formulaSection
    if isWithheld || row.baseCount == nil { return [estimateSection, suppressionSection, formula] }
    guard let found = figure else { return [estimateSection, formula, recipe] }
    let sums = SumsAccount(
      row: row, working: found.figure.working, levels: found.levels, isOfDomain: !row.domain.isEmpty, design: design,
      slotNames: found.slotNames, isPairRatio: row.statistic == .ratio)
    let interval = IntervalAccount(
      row: row, figure: found.figure, recordCount: found.recordCount, options: prepared.plan.intervals,
      isCompleteCensus: design.design.isCompleteCensus)
    return [estimateSection, formula, sums.section, interval.section, recipe]
  }

  private var recipe: Explanation.Section {
    RecipeAccount(row: row, prepared: prepared, scale: entry?.measure.slotNames ?? []).section
  }

  private var entry: IndicatorEntry? {
    prepared.indicators.entries.first { entry in
      entry.indicator.name == row.indicator && entry.item == row.item && gives(entry)
    }
  }

  /// Whether an entry gives the statistic: an item may have an entry for its quantiles beside that of its indicator.
  private func gives(_ entry: IndicatorEntry) -> Bool { figure(of: entry) != nil }

  /// The figure with its working, and the workings of the same statistic in all levels of the domain.
  private var figure: (figure: Figure, levels: [Working], slotNames: [String], recordCount: Int)? {
    entry.flatMap(figure(of:))
  }

  private func figure(
    of entry: IndicatorEntry
  ) -> (figure: Figure, levels: [Working], slotNames: [String], recordCount: Int)? {
    guard let view = domains.views.first(where: { $0.rows.name == row.domain }),
      let level = view.rows.levels.firstIndex(where: { $0.name == row.domainLevel })
    else { return nil }
    let cells = prepared.table.items[entry.tabulated][view.rows.grouping]
    let all = entry.measure.figures(cells, in: view)
    func matching(_ figures: LevelFigures) -> Figure? {
      figures.figures.first { $0.statistic == row.statistic && $0.level == row.level }
    }
    guard all.indices.contains(level), let figure = matching(all[level]) else { return nil }
    let records = view.rows.rows[view.rows.levels[level].rows].reduce(0) { $0 + $1.weights.count }
    return (figure, all.compactMap { matching($0)?.working }, entry.measure.slotNames, records)
  }

  private var estimateSection: Explanation.Section {
    var section = Explanation.Section(
      "estimate", BilingualText(vi: "Ước lượng: \(name)", en: "Estimate: \(name)"))
    section.add("indicator", BilingualText(vi: "chỉ báo", en: "indicator"), .word(row.indicator))
    section.add("item", BilingualText(vi: "câu hỏi", en: "item"), .word(row.item))
    section.add("statistic", BilingualText(vi: "thống kê", en: "statistic"), .word(row.statistic.rawValue))
    if !row.level.isEmpty { section.add("level", BilingualText(vi: "mức", en: "level"), .word(row.level)) }
    if !row.domain.isEmpty {
      section.add(
        "domain", BilingualText(vi: "nhóm", en: "domain"), .word("\(row.domain)=\(row.domainLevel)"))
    }
    if !row.flagText.isEmpty { section.add("flag", BilingualText(vi: "cờ", en: "flag"), .word(row.flagText)) }
    if isWithheld { return section }
    section.add("estimate", BilingualText(vi: "ước lượng", en: "estimate"), row.estimate)
    section.add("standard_error", BilingualText(vi: "sai số chuẩn", en: "standard error"), row.standardError)
    section.add("ci_low", BilingualText(vi: "cận dưới", en: "lower limit"), row.lowerLimit)
    section.add("ci_high", BilingualText(vi: "cận trên", en: "upper limit"), row.upperLimit)
    section.add("n", BilingualText(vi: "n", en: "n"), row.baseCount.map { .count($0) })
    section.add("n_effective", BilingualText(vi: "n hiệu dụng (Kish)", en: "effective n (Kish)"), row.effectiveCount)
    section.add("deff", BilingualText(vi: "hiệu ứng thiết kế", en: "design effect"), row.designEffect)
    section.add("df", BilingualText(vi: "bậc tự do", en: "degrees of freedom"), row.degreesOfFreedom)
    return section
  }

  private var name: String {
    let item = row.item.isEmpty ? row.indicator : row.item
    let level = row.level.isEmpty ? "" : " [\(row.level)]"
    return "\(item), \(row.statistic.rawValue)\(level)"
      + (row.domain.isEmpty ? "" : ", \(row.domain)=\(row.domainLevel)")
  }

  /// Which of the reasons holds is not told: it would say something about the count.
  private var suppressionSection: Explanation.Section {
    let rules = prepared.plan.disclosure
    let least = max(1, rules.minimumCount)
    let cell = rules.minimumCell ?? min(3, least)
    var section = Explanation.Section("sums", BilingualText(vi: "Các tổng trung gian", en: "Intermediate sums"))
    section.notes = [
      BilingualText(
        vi: """
          Không công bố (bảo mật): hoặc có dưới \(least) người trả lời, hoặc một câu trả lời có dưới \(cell) người chọn \
          hay không chọn, hoặc số liệu này để lộ một nhóm như thế qua phép trừ. Không in tổng nào.
          """,
        en: """
          Suppressed: fewer than \(least) people answered, or fewer than \(cell) gave an answer or did not give it, or \
          subtraction from this figure would give such a group away. No sums are printed.
          """)
    ]
    return section
  }

  private var formulaSection: Explanation.Section {
    let formula = StatisticFormula(row.statistic)
    var section = Explanation.Section("formula", BilingualText(vi: "Công thức", en: "Formula"))
    section.add("estimate", BilingualText(vi: "ước lượng", en: "estimate"), .word(formula.estimate))
    if let score = formula.score {
      section.add("score", BilingualText(vi: "điểm tuyến tính hóa", en: "linearised score"), .word(score))
    }
    section.add("source", BilingualText(vi: "nguồn", en: "source"), .word(formula.source))
    if formula.score != nil, prepared.plan.replicates == nil {
      section.add(
        "variance", BilingualText(vi: "phương sai", en: "variance"),
        .word("V = Σ_h (1 - f_h) n_h/(n_h - 1) Σ_i (z_hi - mean z_h)²" + secondStage))
      section.add(
        "z", BilingualText(vi: "z của mỗi PSU", en: "z of each PSU"),
        .word(design.design.calibration == nil ? "z = Σ w u" : "z = Σ w (u - x'B), B: regression of u on the margins"))
    } else if prepared.plan.replicates != nil {
      section.add(
        "variance", BilingualText(vi: "phương sai", en: "variance"),
        .word("V = c Σ_r c_r (estimate_r - centre)²"))
    }
    return section
  }

  private var secondStage: String {
    design.design.secondStage == .none
      ? "" : " + Σ_h f_h Σ_i (1 - f_hi) m_hi/(m_hi - 1) Σ_j (z_hij - mean z_hi)²"
  }
}
