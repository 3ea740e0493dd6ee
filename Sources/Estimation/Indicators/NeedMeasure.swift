import Tabulation

/// A need asked twice: mean importance I, mean provision P, the gap I − P, PNI = (I − P) I and PNI modified = (I − P)/P.
///
/// Pairs are taken listwise: who answered only one of the two questions is missing from both.
struct NeedMeasure: ItemMeasure {
  let importance: AnswerScale
  let provision: AnswerScale
  /// The length of the provision question's list.
  let provisionChoices: Int

  func figures(_ cells: ItemCells, in domain: DomainView) -> [LevelFigures] {
    guard case .pair(let cells) = cells else { return [] }
    var slots = [-1]
    for first in importance.points.dropFirst().dropLast() {
      for second in provision.points.dropFirst().dropLast() {
        slots.append(first < 0 || second < 0 ? -1 : first * provision.codes.count + second)
      }
    }
    let count = importance.codes.count * provision.codes.count
    let importances = (0..<count).map { Double($0 / max(1, provision.codes.count) + 1) }
    let provisions = (0..<count).map { Double($0 % max(1, provision.codes.count) + 1) }
    return domain.makers(cells, slots: slots, count: count).map { maker in
      LevelFigures(count: maker.cells.count, figures: Self.figures(maker, importances, provisions))
    }
  }

  private static func figures(_ maker: FigureMaker, _ importances: [Double], _ provisions: [Double]) -> [Figure] {
    let gaps = zip(importances, provisions).map { $0 - $1 }
    let importance = maker.mean(.importance, values: importances)
    let provision = maker.mean(.provision, values: provisions)
    let gap = maker.mean(.gap, values: gaps)
    guard let meanI = importance.estimate, let meanP = provision.estimate else {
      return [importance, provision, gap, maker.plain(.pni, nil), maker.plain(.pniModified, nil)]
    }
    let total = maker.total
    func means(_ totals: [Double]) -> (importance: Double, provision: Double)? {
      guard let i = FigureMaker.mean(importances, totals), let p = FigureMaker.mean(provisions, totals) else {
        return nil
      }
      return (i, p)
    }
    // PNI estimates its importance weight too: d[(I − P) I] = (2I − P) dI − I dP.
    let pni = zip(importances, provisions).map { i, p in
      ((2 * meanI - meanP) * (i - meanI) - meanI * (p - meanP)) / total
    }
    let modified = zip(importances, provisions).map { i, p in
      ((i - meanI) / meanP - (p - meanP) * (meanI / (meanP * meanP))) / total
    }
    return [
      importance, provision, gap,
      maker.smooth(.pni, scores: pni, .unbounded) { totals in
        means(totals).map { ($0.importance - $0.provision) * $0.importance }
      },
      meanP == 0
        ? maker.plain(.pniModified, nil)
        : maker.smooth(.pniModified, scores: modified, .unbounded) { totals in
          means(totals).flatMap { (($0.importance - $0.provision) / $0.provision).ifFinite }
        },
    ]
  }
}
