import Diagnostics

/// The weights' story as an explanation tells it.
struct WeightingAccount {
  private let summary: WeightingSummary?
  private let plan: EstimationPlan

  init(_ prepared: PreparedEstimation) {
    plan = prepared.plan
    summary = prepared.weighting.summary(minimumCount: max(1, plan.disclosure.minimumCount))
  }

  var section: Explanation.Section {
    var section = Explanation.Section("weighting", BilingualText(vi: "Trọng số", en: "Weights"))
    guard let summary else {
      section.notes = [BilingualText(vi: "Mỗi phiếu tính là 1.", en: "Every record counts 1.")]
      return section
    }
    section.tables.append(distributions(summary))
    if let method = summary.method {
      section.add("method", BilingualText(vi: "cách hiệu chỉnh", en: "method"), .word(method.rawValue))
      section.add(
        "iterations", BilingualText(vi: "số vòng lặp", en: "iterations"), .count(summary.iterations))
      section.add(
        "converged", BilingualText(vi: "hội tụ", en: "converged"),
        .text(summary.converged ? BilingualText(vi: "có", en: "yes") : BilingualText(vi: "không", en: "no")))
      section.add(
        "largest_difference",
        BilingualText(vi: "chênh lệch tương đối lớn nhất", en: "largest relative difference"), summary.largestDifference
      )
      section.add(
        "tolerance", BilingualText(vi: "ngưỡng", en: "tolerance"), plan.raking.tolerance)
      if !summary.margins.isEmpty { section.tables.append(margins(summary)) }
      if !summary.totals.isEmpty { section.tables.append(totals(summary)) }
    }
    if plan.trim != nil {
      section.add(
        "trimmed", BilingualText(vi: "số trọng số bị cắt", en: "weights trimmed"),
        summary.trimmedCount == 0 || summary.trimmedCount >= plan.disclosure.minimumCount
          ? .count(summary.trimmedCount)
          : .text(BilingualText(vi: "dưới mức tối thiểu", en: "fewer than the minimum count")))
    }
    if summary.replicateCount > 0 {
      section.add("replicates", BilingualText(vi: "số bản lặp", en: "replicates"), .count(summary.replicateCount))
    }
    section.notes.append(
      BilingualText(
        vi: "Kish (1965): n hiệu dụng = (Σw)²/Σw²; deff = n Σw²/(Σw)².",
        en: "Kish (1965): effective n = (Σw)²/Σw²; deff = n Σw²/(Σw)²."))
    return section
  }

  private func distributions(_ summary: WeightingSummary) -> Explanation.Table {
    func row(_ name: BilingualText, _ weights: WeightDistribution) -> [Explanation.Value?] {
      // The least and the largest weight of a handful of people are their own.
      guard weights.count >= plan.disclosure.minimumCount else {
        return [.text(name)] + Array(repeating: nil, count: 7)
      }
      return [
        .text(name), .count(weights.count), .finite(weights.sum), .finite(weights.sumOfSquares),
        .finite(weights.minimum), .finite(weights.maximum), .finite(weights.effectiveCount),
        .finite(weights.designEffect),
      ]
    }
    return Explanation.Table(
      key: "weights", title: BilingualText(vi: "Trọng số gốc và cuối", en: "Base and final weights"),
      columns: [
        .init("weights", vi: "trọng số", en: "weights"), .init("n", "n"), .init("sum", "Σw"),
        .init("sum_of_squares", "Σw²"), .init("minimum", "min"), .init("maximum", "max"),
        .init("n_effective", vi: "n hiệu dụng", en: "effective n"), .init("deff", "deff"),
      ],
      rows: [
        row(BilingualText(vi: "gốc", en: "base"), summary.base),
        row(BilingualText(vi: "cuối", en: "final"), summary.final),
      ])
  }

  private func margins(_ summary: WeightingSummary) -> Explanation.Table {
    Explanation.Table(
      key: "margins", title: BilingualText(vi: "Biên trước và sau", en: "Margins before and after"),
      columns: [
        .init("by", vi: "biến", en: "by"), .init("level", vi: "mức", en: "level"),
        .init("population", vi: "tổng thể", en: "population"), .init("n", "n"),
        .init("before", vi: "Σw trước", en: "Σw before"), .init("after", vi: "Σw sau", en: "Σw after"),
      ],
      rows: summary.margins.flatMap { margin in
        margin.levels.map { level in
          // Without respondents shown, what weights give them says how many there are.
          [
            .word(margin.variables.joined(separator: "*")), .word(level.name), .finite(level.population),
            level.respondents.map { .count($0) }, .finite(level.before),
            level.respondents == nil ? nil : .finite(level.after),
          ]
        }
      })
  }

  private func totals(_ summary: WeightingSummary) -> Explanation.Table {
    Explanation.Table(
      key: "totals", title: BilingualText(vi: "Tổng số trước và sau", en: "Totals before and after"),
      columns: [
        .init("question", vi: "câu hỏi", en: "question"), .init("population", vi: "tổng thể", en: "population"),
        .init("before", vi: "Σwx trước", en: "Σwx before"), .init("after", vi: "Σwx sau", en: "Σwx after"),
      ],
      rows: summary.totals.map {
        [.word($0.question), .finite($0.population), .finite($0.before), .finite($0.after)]
      })
  }
}
