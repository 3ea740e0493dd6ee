import Diagnostics
import Estimation
import FormDefinition
import Responses

/// Estimates again without the doubtful interviews.
///
/// Two tables that differ by a few interviews give these people's answers away. So an item is compared only where the
/// answers of those left out could be published themselves, by the same disclosure rules; single kinds of doubt only
/// where this holds for those of one kind alone, of the other alone, and of both.
struct DoubtComparison<Source: RecordSource> {
  let plan: EstimationPlan
  let form: Form
  let records: Source
  let scan: RecordScan
  /// The estimates of all interviews; nil: there are none to compare with.
  let estimates: EstimatesTable?
  private(set) var diagnostics: [Diagnostic] = []

  init(plan: EstimationPlan, form: Form, records: Source, scan: RecordScan, estimates: EstimatesTable?) {
    var plan = plan
    plan.domains = []
    plan.comparisons = []
    plan.replicates = nil
    self.plan = plan
    self.form = form
    self.records = records
    self.scan = scan
    self.estimates = estimates
  }

  /// Counts doubtful interviews and compares.
  mutating func doubtful() throws(StageFailure) -> DoubtfulInterviews {
    let counted = scan.counted
    var result = DoubtfulInterviews()
    result.count = counted.count
    result.straight = counted.count { scan.isStraight[$0] }
    result.fast = counted.count { scan.isFast[$0] }
    result.either = counted.count { scan.isStraight[$0] || scan.isFast[$0] }
    result.fastLimit = scan.fastLimit
    guard result.either > 0, let estimates else { return result }
    let all = headlines(estimates)
    let isEither = zip(scan.isStraight, scan.isFast).map { $0 || $1 }
    let withoutStraight = try without(scan.isStraight, count: result.straight, of: estimates)
    let withoutFast = try without(scan.isFast, count: result.fast, of: estimates)
    let withoutBoth = try without(isEither, count: result.either, of: estimates)
    let open = try publishable(isEither)
    let parts = [
      zip(scan.isStraight, scan.isFast).map { $0 && !$1 }, zip(scan.isStraight, scan.isFast).map { !$0 && $1 },
      zip(scan.isStraight, scan.isFast).map { $0 && $1 },
    ]
    var openParts = open
    for part in parts { if let items = try publishable(part) { openParts?.formIntersection(items) } }
    result.effects = all.map { row in
      let item = ItemName(row)
      let isOpen = open?.contains(item) ?? false
      let isApart = isOpen && (openParts?.contains(item) ?? false)
      let key = RowName(row)
      return DoubtfulInterviews.Effect(
        indicator: row.indicator, item: row.item, statistic: row.statistic.rawValue, level: row.level,
        all: row.estimate, withoutStraight: isApart ? withoutStraight?[key] : nil,
        withoutFast: isApart ? withoutFast?[key] : nil, withoutBoth: isOpen ? withoutBoth?[key] : nil,
        isSuppressed: !isApart || row.flags.contains(.suppressed))
    }
    return result
  }

  /// The headline figures without some interviews; nil when they cannot be estimated.
  private mutating func without(
    _ flags: [Bool], count: Int, of estimates: EstimatesTable
  ) throws(StageFailure) -> [RowName: Double]? {
    let table: EstimatesTable
    if count == 0 {
      table = estimates
    } else {
      do {
        let rest = KeptRecords(source: records, isKept: flags.map { !$0 })
        table = try Estimation.estimate(plan, form: form, records: rest).table
      } catch {
        guard error.exitCode == .unusableInput else { throw error }
        let reason = error.diagnostics.first { $0.severity == .error }?.code.identifier ?? ""
        diagnostics.append(Diagnostic(.doubtfulNotCompared, ["reason": reason]))
        return nil
      }
    }
    return Dictionary(
      headlines(table).compactMap { row in row.estimate.map { (RowName(row), $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The items whose figures of some interviews alone are not suppressed; nil when there are no such interviews.
  private func publishable(_ flags: [Bool]) throws(StageFailure) -> Set<ItemName>? {
    guard scan.counted.contains(where: { flags[$0] }) else { return nil }
    // Counts decide, so everybody counts 1.
    var plain = EstimationPlan()
    plain.period = plan.period
    plain.disclosure = plan.disclosure
    let rows = try Estimation.estimate(plain, form: form, records: KeptRecords(source: records, isKept: flags)).table
      .rows
    let hidden = Set(rows.filter { $0.flags.contains(.suppressed) }.map(ItemName.init))
    return Set(rows.map(ItemName.init)).subtracting(hidden)
  }

  /// Of everybody, what a report leads with.
  private func headlines(_ table: EstimatesTable) -> [EstimateRow] {
    let kinds = Dictionary(form.indicators.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
    return table.rows.filter { row in
      row.domain.isEmpty && (kinds[row.indicator].map { Self.headlines(of: $0).contains(row.statistic) } ?? false)
    }
  }

  private static func headlines(of kind: IndicatorKind) -> [Statistic] {
    switch kind {
    case .consensus: [.agree, .mean]
    case .need: [.importance, .provision, .pniModified]
    case .ranking: [.topShare, .borda, .maxDiff]
    case .multiple, .share: [.proportion]
    case .mean: [.mean]
    case .total: [.total]
    default: []
    }
  }
}

/// An item of an indicator.
private struct ItemName: Hashable {
  let indicator: String
  let item: String

  init(_ row: EstimateRow) { (indicator, item) = (row.indicator, row.item) }
}

/// A row among those of everybody.
private struct RowName: Hashable {
  let item: ItemName
  let statistic: Statistic
  let level: String

  init(_ row: EstimateRow) {
    item = ItemName(row)
    (statistic, level) = (row.statistic, row.level)
  }
}
