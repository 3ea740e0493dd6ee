import FormDefinition
import Responses
import Tabulation

/// Agreement on an ordinal scale: the share of each answer, agree, disagree and their difference, mean, median,
/// consensus, agreement and further measures of how far answers lie apart.
///
/// For an item of reversed wording mean, median and the agree shares are turned round; shares by answer never are, and
/// measures of spread do not change when a scale is turned round.
struct ConsensusMeasure: ItemMeasure {
  let scale: AnswerScale
  private let agree: [Int]
  private let disagree: [Int]
  private let scores: [Double]
  private let isReversed: Bool
  private let options: ConsensusOptions
  /// Statistics that the plan's quantiles give, with their intervals: no row of the table stands twice.
  var givenByPlan: Set<Statistic> = []

  init(indicator: Indicator, field: Field) {
    scale = AnswerScale(codes: indicator.scale, field: field)
    options = ConsensusOptions(indicator)
    let agree = scale.positions(of: indicator.agree)
    let disagree = indicator.disagree.isEmpty ? scale.mirrored(agree) : scale.positions(of: indicator.disagree)
    isReversed = indicator.reverse.contains(field.name)
    self.agree = isReversed ? scale.mirrored(agree) : agree
    self.disagree = isReversed ? scale.mirrored(disagree) : disagree
    let points = scale.codes.count
    let turned = isReversed
    scores = (0..<points).map { Double(turned ? points - $0 : $0 + 1) }
  }

  var slotNames: [String] { scale.codes }

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .coded(let cells) = cells else { return [] }
    return domain.makers(cells, slots: scale.points, count: scale.codes.count).map { maker in
      var figures = scale.codes.enumerated().map { maker.share(.proportion, level: $1, slots: [$0]) }
      if options.requested.contains("total") {
        figures += scale.codes.enumerated().map { maker.people(level: $1, slot: $0) }
      }
      if !agree.isEmpty { figures += agreement(maker) }
      figures.append(maker.mean(.mean, values: scores, .bounded(1...Double(max(1, scores.count)))))
      figures += spread(maker)
      if options.requested.contains("delphi") { figures += delphi(maker) }
      if options.requested.contains("ipras"), scale.codes.count == InterpercentileRange.points {
        figures += disagreement(maker)
      }
      notePolarisation(&figures, maker)
      figures.noteBands(options.bands)
      figures.removeAll { givenByPlan.contains($0.statistic) }
      return LevelFigures(count: maker.cells.count, publishedCounts: maker.cells.counts, figures: figures)
    }
  }

  private func agreement(_ maker: FigureMaker) -> [Figure] {
    var values = [Double](repeating: 0, count: scale.codes.count)
    for point in agree { values[point] += 1 }
    for point in disagree { values[point] -= 1 }
    return [
      maker.share(.agree, slots: agree), maker.share(.disagree, slots: disagree),
      maker.mean(.netAgree, values: values, .bounded(-1...1)),
    ]
  }

  private func spread(_ maker: FigureMaker) -> [Figure] {
    let count = maker.cells.count
    let points = scale.codes.count
    let quantile = options.quantile
    let limits = 1...Double(max(1, points))
    return [
      maker.ofShares(.consensus, .bounded(0...1), value: TastleWierman.consensus, gradient: TastleWierman.gradient),
      maker.stepwise(.agreement, -1...1) { VanDerEijk.agreement(FigureMaker.shares($0)) },
      maker.stepwise(.median, limits) { quantile.value(0.5, totals: turned($0), count: count) },
      maker.stepwise(.interquartileRange, 0...Double(max(0, points - 1))) { interquartileRange($0, count: count) },
      maker.ofShares(.leik, .bounded(0...1), value: Leik.dispersion, gradient: Leik.gradient),
      maker.ofShares(.blairLacy, .bounded(0...1), value: BlairLacy.concentration, gradient: BlairLacy.gradient),
      maker.ofShares(
        .blairLacySquared, .bounded(0...1), value: BlairLacy.squared, gradient: BlairLacy.squaredGradient),
      maker.ofShares(
        .rWG, .bounded(-Double.greatestFiniteMagnitude...1),
        value: { WithinGroupAgreement.single($0, count: count) },
        gradient: { WithinGroupAgreement.gradient($0, count: count) }),
    ]
  }

  /// Whether the interquartile range is small enough, enough people agree, and both (Diamond et al. 2014 on such rules).
  private func delphi(_ maker: FigureMaker) -> [Figure] {
    let count = maker.cells.count
    func isNarrow(_ totals: [Double]) -> Bool? {
      interquartileRange(totals, count: count).map { $0 <= options.largestRange + 1e-9 }
    }
    func isShared(_ totals: [Double]) -> Bool? {
      let shares = FigureMaker.shares(totals)
      if shares.isEmpty || agree.isEmpty { return nil }
      return agree.reduce(0) { $0 + shares[$1] } >= options.leastShare - 1e-12
    }
    return maker.criterion(.delphi, probability: .delphiProbability, level: "iqr", isNarrow)
      + maker.criterion(.delphi, probability: .delphiProbability, level: "share", isShared)
      + maker.criterion(.delphi, probability: .delphiProbability, level: "both") { totals in
        isNarrow(totals).flatMap { narrow in isShared(totals).map { $0 && narrow } }
      }
  }

  private func disagreement(_ maker: FigureMaker) -> [Figure] {
    let count = maker.cells.count
    func range(_ totals: [Double]) -> InterpercentileRange? {
      InterpercentileRange(totals: turned(totals), count: count, quantile: options.quantile)
    }
    var figures = [
      maker.stepwise(.ipr, 0...8) { range($0)?.range }, maker.stepwise(.ipras, 2.35...8.35) { range($0)?.adjusted },
      maker.stepwise(.disagreementIndex, 0...4) { range($0)?.index },
    ]
    figures += maker.criterion(.disagreement, probability: .disagreementProbability) { totals in
      range(totals).map { $0.index > 1 }
    }
    let counts = isReversed ? maker.cells.counts.reversed() : maker.cells.counts
    let median = options.quantile.value(0.5, totals: counts.map(Double.init), count: count)
    let isAgreed = median.flatMap { ClassicPanel.agrees(counts, median: $0) }
    return figures + [
      maker.plain(.randDisagreement, ClassicPanel.disagrees(counts).map { $0 ? 1 : 0 }),
      maker.plain(.randAgreement, isAgreed.map { $0 ? 1 : 0 }),
    ]
  }

  /// Two camps: at least the camp share on either side and A below 0, which says that answers pile up in more than one
  /// place (van der Eijk 2001).
  private func notePolarisation(_ figures: inout [Figure], _ maker: FigureMaker) {
    let shares = maker.shares
    guard let agreement = VanDerEijk.agreement(shares), agreement < 0 else { return }
    let points = shares.count
    let upper = agree.isEmpty ? Array(((points + 1) / 2)..<points) : agree
    let lower = agree.isEmpty ? Array(0..<(points / 2)) : disagree
    let camps = [lower, upper].map { $0.reduce(0) { $0 + shares[$1] } }
    guard camps.allSatisfy({ $0 >= options.campShare - 1e-12 }) else { return }
    for index in figures.indices where [.consensus, .agreement, .netAgree].contains(figures[index].statistic) {
      figures[index].isPolarised = true
    }
  }

  private func interquartileRange(_ totals: [Double], count: Int) -> Double? {
    let totals = turned(totals)
    guard let low = options.quantile.value(0.25, totals: totals, count: count),
      let high = options.quantile.value(0.75, totals: totals, count: count)
    else { return nil }
    return high - low
  }

  /// Totals in the order of the scores 1…K.
  private func turned(_ totals: [Double]) -> [Double] { isReversed ? totals.reversed() : totals }
}
