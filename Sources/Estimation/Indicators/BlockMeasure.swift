import Distributions
import FormDefinition
import Tabulation

/// All items of a consensus indicator together: Kendall's W, Krippendorff's α, Cronbach's α, r_WG(J).
///
/// W, Cronbach's α and r_WG(J) look at those who answered every item; Krippendorff's α at everybody who answered one.
/// Items of reversed wording are turned round first.
struct BlockMeasure: ItemMeasure {
  private let scales: [AnswerScale]
  private let isReversed: [Bool]
  private let requested: Set<String>
  private let metric: AlphaMetric
  private let hasRespondentUnits: Bool

  /// The statistics of a whole indicator, as asked for.
  static let names: Set<String> = ["kendall_w", "krippendorff_alpha", "cronbach_alpha", "r_wg_j"]

  init(indicator: Indicator, scales: [AnswerScale], isReversed: [Bool]) {
    self.scales = scales
    self.isReversed = isReversed
    requested = indicator.requestedStatistics
    metric = indicator.parameters["metric"].flatMap(AlphaMetric.init(rawValue:)) ?? .ordinal
    hasRespondentUnits = indicator.parameters["units"] == "respondents"
  }

  /// The number of points of the items' scale.
  private var points: Int { scales.first?.codes.count ?? 0 }

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .patterns(let cells) = cells else { return [] }
    let levels = domain.rows.patterns(cells, classes: domain.classes, design: domain.design)
    return levels.enumerated().map { level, cells in
      func maker(_ cells: PatternLevelCells) -> PatternFigureMaker {
        PatternFigureMaker(
          cells: cells, intervals: domain.intervals, degreesOfFreedom: domain.degreesOfFreedom[level])
      }
      let complete = maker(cells.filtered { !answers($0).contains(nil) })
      var figures: [Figure] = []
      if requested.contains("kendall_w") { figures.append(concordance(complete)) }
      if requested.contains("krippendorff_alpha") {
        figures.append(alpha(maker(cells.filtered { answers($0).contains { $0 != nil } })))
      }
      if !requested.isDisjoint(with: ["cronbach_alpha", "r_wg_j"]) { figures += variances(complete) }
      return LevelFigures(count: complete.cells.count, figures: figures)
    }
  }

  /// The point from 0 that each item is given; nil where it is not answered on the scale.
  private func answers(_ pattern: AnswerPattern) -> [Int?] {
    pattern.indices.map { item in
      let slot = Int(pattern[item])
      guard slot > 0, slot < scales[item].points.count, scales[item].points[slot] >= 0 else { return nil }
      return isReversed[item] ? points - 1 - scales[item].points[slot] : scales[item].points[slot]
    }
  }

  private func scores(_ maker: PatternFigureMaker) -> [[Double]] {
    maker.cells.patterns.map { answers($0).map { Double(($0 ?? 0) + 1) } }
  }

  private func concordance(_ maker: PatternFigureMaker) -> Figure {
    let ratings = scores(maker)
    guard let concordance = KendallW(ratings: ratings, weights: maker.cells.totals) else {
      return maker.plain(.kendallW, nil)
    }
    var figure = maker.smooth(
      .kendallW, concordance.value, scores: concordance.scores,
      replicates: maker.cells.replicateSums.map { KendallW(ratings: ratings, weights: $0.totals)?.value },
      bounds: 0...1)
    // Friedman's χ² = m (J − 1) W, with the effective number of raters.
    let freedom = Double(scales.count - 1)
    if let raters = maker.cells.effectiveCount, freedom > 0 {
      let statistic = raters * freedom * concordance.value
      figure.test = Figure.Test(
        statistic: statistic, degreesOfFreedom: freedom,
        pValue: ChiSquared.upperTail(statistic, degreesOfFreedom: freedom))
    }
    return figure
  }

  private func alpha(_ maker: PatternFigureMaker) -> Figure {
    let cells = maker.cells
    let patterns = cells.patterns.map(answers)
    func alpha(_ weights: [Double], _ squares: [Double]) -> KrippendorffAlpha? {
      hasRespondentUnits
        ? KrippendorffAlpha(
          respondents: patterns, weights: weights, counts: cells.counts, points: points, metric: metric)
        : KrippendorffAlpha(
          items: patterns, weights: weights, squareWeights: squares, counts: cells.counts, points: points,
          metric: metric)
    }
    let whole = alpha(cells.totals, cells.squares)
    return maker.smooth(
      .krippendorffAlpha, whole?.value, scores: whole?.scores,
      replicates: cells.replicateSums.map { alpha($0.totals, $0.squares)?.value },
      bounds: -Double.greatestFiniteMagnitude...1)
  }

  private func variances(_ maker: PatternFigureMaker) -> [Figure] {
    let ratings = scores(maker)
    let variances = BlockVariances(scores: ratings, weights: maker.cells.totals)
    let replicates = maker.cells.replicateSums.map { BlockVariances(scores: ratings, weights: $0.totals) }
    let below = -Double.greatestFiniteMagnitude...1
    var figures: [Figure] = []
    if requested.contains("cronbach_alpha") {
      let alpha = variances?.cronbachAlpha
      figures.append(
        maker.smooth(
          .cronbachAlpha, alpha?.value, scores: alpha?.scores, replicates: replicates.map { $0?.cronbachAlpha?.value },
          bounds: below))
    }
    if requested.contains("r_wg_j") {
      func agreement(_ variances: BlockVariances?) -> (value: Double, scores: [Double])? {
        variances?.withinGroupAgreement(points: points, count: maker.cells.count)
      }
      let whole = agreement(variances)
      figures.append(
        maker.smooth(
          .rWG, whole?.value, scores: whole?.scores, replicates: replicates.map { agreement($0)?.value },
          bounds: below))
    }
    return figures
  }
}
