import Estimation

/// Which counts of questions left out may be told.
///
/// A question that was shown to fewer people than the minimum count, or to all but a few, says something of those few:
/// its row is hidden. How many did not know or refused are answers like others: when one of these counts is above 0 and
/// below the minimum cell, all reasons are hidden and only their sum is told, which the base of the estimates tells anyway.
struct ItemSuppression {
  private let minimumCount: Int
  private let minimumCell: Int
  private let respondents: Int

  init(_ rules: DisclosureRules, respondents: Int) {
    minimumCount = max(1, rules.minimumCount)
    minimumCell = rules.minimumCell ?? min(3, max(1, rules.minimumCount))
    self.respondents = respondents
  }

  func isHidden(_ item: ItemCounts) -> Bool {
    item.shown < minimumCount || (item.shown < respondents && respondents - item.shown < minimumCell)
  }

  func hidesReasons(of item: ItemCounts) -> Bool {
    [item.doNotKnow, item.refused, item.notApplicable, item.missing].contains { $0 > 0 && $0 < minimumCell }
  }
}
