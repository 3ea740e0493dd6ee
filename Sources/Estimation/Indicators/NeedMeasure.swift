import FormDefinition
import Tabulation

/// A need asked twice: mean importance I, mean provision P, the gap I − P and what needs assessments make of them.
///
/// Pairs are taken listwise: who answered only one of the two questions is missing from both.
struct NeedMeasure: ItemMeasure {
  let importance: AnswerScale
  let provision: AnswerScale
  /// The number of highest points of the importance scale that count as "top".
  let topCount: Int
  /// The optional statistics asked for.
  let requested: Set<String>
  let bands: BandRule

  init(indicator: Indicator, importance: AnswerScale, provision: AnswerScale) {
    self.importance = importance
    self.provision = provision
    topCount = indicator.parameters["top"].flatMap(Int.init).map { max(1, $0) } ?? 2
    requested = indicator.requestedStatistics
    bands = BandRule(indicator, default: .pniModified)
  }

  var slotNames: [String] {
    importance.codes.flatMap { first in provision.codes.map { "\(first)|\($0)" } }
  }

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .pair(let cells) = cells else { return [] }
    var slots = [-1]
    for first in importance.points.dropFirst().dropLast() {
      for second in provision.points.dropFirst().dropLast() {
        slots.append(first < 0 || second < 0 ? -1 : first * provision.codes.count + second)
      }
    }
    let scores = NeedScores(importances: importance.codes.count, provisions: provision.codes.count)
    return domain.makers(cells, slots: slots, count: scores.importances.count).map { maker in
      var figures = scores.figures(maker)
      let top = scores.importances.indices.filter {
        scores.importances[$0] > Double(importance.codes.count - topCount)
      }
      var published: [Int] = []
      if requested.contains("top_share") || requested.contains("total") {
        published.append(top.reduce(0) { $0 + maker.cells.counts[$1] })
      }
      if requested.contains("top_share") { figures.append(maker.share(.topShare, slots: top)) }
      if requested.contains("total") { figures.append(maker.people(level: "top", slots: top)) }
      figures.noteBands(bands)
      return LevelFigures(count: maker.cells.count, publishedCounts: published, figures: figures)
    }
  }
}

/// The scores of the pairs of answers to a need, and the statistics that are functions of their means.
struct NeedScores: Sendable {
  /// By pair of answers: the score of its importance.
  let importances: [Double]
  /// By pair of answers: the score of its provision.
  let provisions: [Double]

  /// The pairs of two scales of some points: (importance − 1) × provisions + provision.
  init(importances: Int, provisions: Int) {
    let count = importances * provisions
    self.importances = (0..<count).map { Double($0 / max(1, provisions) + 1) }
    self.provisions = (0..<count).map { Double($0 % max(1, provisions) + 1) }
  }

  /// Importance, provision, gap, PNI, PNI modified, weighted gap, Borich's MWDS and the ranked discrepancy score.
  func figures(_ maker: FigureMaker) -> [Figure] {
    let gaps = zip(importances, provisions).map { $0 - $1 }
    // Borich weighs every gap with the mean importance, so that his mean is Ī (Ī − P̄), which is PNI.
    return [
      maker.mean(.importance, values: importances), maker.mean(.provision, values: provisions),
      maker.mean(.gap, values: gaps), ofMeans(.pni, maker, Self.index), ofMeans(.pniModified, maker, Self.modified),
      maker.mean(.weightedGap, values: zip(importances, gaps).map { $0 * $1 }), ofMeans(.borich, maker, Self.index),
      maker.mean(.rds, values: gaps.map { $0 > 0 ? -1 : $0 < 0 ? 1 : 0 }, .bounded(-1...1)),
    ]
  }

  /// A function of both means, with its derivatives by each.
  typealias MeanFunction = (_ importance: Double, _ provision: Double) -> (
    value: Double, byImportance: Double, byProvision: Double
  )?

  /// (I − P) I.
  static func index(_ i: Double, _ p: Double) -> (value: Double, byImportance: Double, byProvision: Double)? {
    ((i - p) * i, 2 * i - p, -i)
  }

  /// (I − P)/P.
  static func modified(_ i: Double, _ p: Double) -> (value: Double, byImportance: Double, byProvision: Double)? {
    p == 0 ? nil : ((i - p) / p, 1 / p, -i / (p * p))
  }

  private func ofMeans(_ statistic: Statistic, _ maker: FigureMaker, _ function: MeanFunction) -> Figure {
    func means(_ totals: [Double]) -> (Double, Double)? {
      guard let i = FigureMaker.mean(importances, totals), let p = FigureMaker.mean(provisions, totals) else {
        return nil
      }
      return (i, p)
    }
    guard let (meanI, meanP) = means(maker.cells.totals), let slopes = function(meanI, meanP) else {
      return maker.plain(statistic, nil)
    }
    let total = maker.total
    let scores = zip(importances, provisions).map { i, p in
      (slopes.byImportance * (i - meanI) + slopes.byProvision * (p - meanP)) / total
    }
    return maker.smooth(statistic, scores: scores, .unbounded) { totals in
      means(totals).flatMap { function($0, $1)?.value.ifFinite }
    }
  }
}
