import FormDefinition
import Responses
import Tabulation

/// Agreement on an ordinal scale: the share of each answer, agree, disagree and their difference, mean, consensus and
/// agreement.
///
/// For an item of reversed wording the mean and the agree shares are turned round; shares by answer never are, and
/// consensus and agreement do not change when a scale is turned round.
struct ConsensusMeasure: ItemMeasure {
  let scale: AnswerScale
  private let agree: [Int]
  private let disagree: [Int]
  private let scores: [Double]

  init(indicator: Indicator, field: Field) {
    scale = AnswerScale(codes: indicator.scale, field: field)
    let agree = scale.positions(of: indicator.agree)
    let disagree = indicator.disagree.isEmpty ? scale.mirrored(agree) : scale.positions(of: indicator.disagree)
    let isReversed = indicator.reverse.contains(field.name)
    self.agree = isReversed ? scale.mirrored(agree) : agree
    self.disagree = isReversed ? scale.mirrored(disagree) : disagree
    let points = scale.codes.count
    scores = (0..<points).map { Double(isReversed ? points - $0 : $0 + 1) }
  }

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .coded(let cells) = cells else { return [] }
    return domain.makers(cells, slots: scale.points, count: scale.codes.count).map { maker in
      var figures = scale.codes.enumerated().map { maker.share(.proportion, level: $1, slots: [$0]) }
      if !agree.isEmpty { figures += agreement(maker) }
      figures.append(maker.mean(.mean, values: scores, .bounded(1...Double(max(1, scores.count)))))
      let shares = maker.shares
      figures.append(consensus(maker, shares))
      figures.append(maker.plain(.agreement, VanDerEijk.agreement(shares)))
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

  private func consensus(_ maker: FigureMaker, _ shares: [Double]) -> Figure {
    guard TastleWierman.consensus(shares) != nil else { return maker.plain(.consensus, nil) }
    let gradient = TastleWierman.gradient(shares)
    let mean = zip(shares, gradient).reduce(0) { $0 + $1.0 * $1.1 }
    return maker.smooth(
      .consensus, scores: gradient.map { ($0 - mean) / maker.total }, .bounded(0...1)
    ) { totals in TastleWierman.consensus(FigureMaker.shares(totals)) }
  }
}
